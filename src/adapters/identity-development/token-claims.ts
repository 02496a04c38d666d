import { z } from 'zod';
import type { Identity } from '../../application/ports/identity.js';
import type { TenantId } from '../../kernel/ids.js';
import { ROLES, type Role } from '../../kernel/messages.js';

/** Which tokens these are; one of another issuer, or for another server, is none. */
export const ISSUER = 'urn:trajectlijn:development';
export const AUDIENCE = 'urn:trajectlijn:api';

/** The engine itself needs no token, so nobody can send one that says so. */
const SENDABLE = ROLES.filter((role): role is Exclude<Role, 'system'> => role !== 'system');

const opaque = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, 'up to 100 letters, digits and . _ : -');

const claims = z.object({
  sub: opaque,
  act: z.object({ sub: opaque }).optional(),
  tenant: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, 'up to 32 lower-case letters, digits and -')
    .transform((tenant) => tenant as TenantId),
  organisation: opaque,
  role: z.enum(SENDABLE),
  client_id: opaque,
});

/** What a token carries beside its times. */
export type TokenClaims = z.input<typeof claims>;

/**
 * Who the claims say it is, null when they are not those of a development token.
 * For somebody else: `sub` is that person and `act.sub` who acts.
 * Source: RFC 8693 section 4.1 (`act`), RFC 9068 section 2.2 (`client_id`).
 */
export function identityFrom(payload: unknown): Identity | null {
  const { success, data } = claims.safeParse(payload);
  if (!success) return null;
  const { sub, act, tenant, organisation, role, client_id: client } = data;
  return { tenant, organisation, role, client, subject: act?.sub ?? sub, onBehalfOf: act ? sub : null };
}

/** The claims of an identity. Errors: throws when it is none that a token may carry (the role `system`, a name with spaces); names the claim. */
export function claimsOf({ tenant, organisation, role, client, subject, onBehalfOf }: Identity): TokenClaims {
  const who = onBehalfOf === null ? { sub: subject } : { sub: onBehalfOf, act: { sub: subject } };
  const { success, data, error } = claims.safeParse({ ...who, tenant, organisation, role, client_id: client });
  if (success) return data;
  const [{ path, message }] = error.issues;
  throw new RangeError(`no token can say this ${path.join('.')}: ${message}`);
}
