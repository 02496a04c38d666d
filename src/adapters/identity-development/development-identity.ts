import { errors, jwtVerify, SignJWT } from 'jose';
import type { Identified, Identity, IdentityGuard } from '../../application/ports/identity.js';
import { refuseOutsideDevelopment, type DevelopmentOptions } from './development-only.js';
import { KnownTokens } from './known-tokens.js';
import { AUDIENCE, claimsOf, identityFrom, ISSUER } from './token-claims.js';

/** HS256, as the one process that makes these tokens also checks them; nothing is published. */
const ALGORITHM = 'HS256';

/** Far above any token that is signed here; longer text is not even taken apart. */
const LONGEST_TOKEN = 8192;

/** How long a token is good when nobody says. Units: seconds; a working day. */
const LIFETIME_SECONDS = 12 * 3600;

/**
 * Lets in who shows a token that `developmentToken` signed with the same key.
 * Errors: throws `DevelopmentRefused` outside development, so it cannot come to be there.
 */
export function developmentIdentity(options: DevelopmentOptions): IdentityGuard {
  refuseOutsideDevelopment(options);
  const checks = { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['exp'] };
  const tokens = new KnownTokens();

  return {
    async identify(token) {
      if (token.length > LONGEST_TOKEN) return refused('token-invalid');
      const known = tokens.identityOf(token);
      if (known) return { kind: 'identified', identity: known };
      try {
        const { payload } = await jwtVerify(token, options.key, checks);
        const identity = identityFrom(payload);
        if (!identity) return refused('token-invalid');
        tokens.remember(token, { identity, exp: payload.exp! });
        return { kind: 'identified', identity };
      } catch (error) {
        // Told only after the signature was good, so it says nothing about a token that this key did not make.
        return refused(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid');
      }
    },
  };
}

/**
 * A signed token for an identity, good for so many seconds of real time.
 * Errors: throws `DevelopmentRefused` outside development, `RangeError` for an identity that no token may carry.
 */
export async function developmentToken(
  options: DevelopmentOptions,
  identity: Identity,
  lifetimeSeconds = LIFETIME_SECONDS,
): Promise<string> {
  refuseOutsideDevelopment(options);
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claimsOf(identity) })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(options.key);
}

const refused = (code: 'token-invalid' | 'token-expired'): Identified => ({ kind: 'refused', refused: { code } });
