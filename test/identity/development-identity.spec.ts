import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { developmentIdentity, developmentToken } from '../../src/adapters/identity-development/development-identity.js';
import { DevelopmentRefused } from '../../src/adapters/identity-development/development-only.js';
import type { Identity } from '../../src/application/ports/identity.js';
import type { TenantId } from '../../src/kernel/ids.js';
import { ROLES } from '../../src/kernel/messages.js';
import { runs } from '../harness/seed.js';

const key = createSecretKey(Buffer.alloc(32, 1));
const development = { key, development: true, environment: 'development' };
const guard = developmentIdentity(development);
const worker: Identity = {
  tenant: 'hengelo' as TenantId,
  organisation: 'org-1',
  role: 'caseworker',
  subject: 'worker-1',
  client: 'case-system',
  onBehalfOf: null,
};
const invalid = { kind: 'refused', refused: { code: 'token-invalid' } };
const expired = { kind: 'refused', refused: { code: 'token-expired' } };

describe('a development token', () => {
  it.each(ROLES.filter((role) => role !== 'system'))('identifies a %s by everything that permissions rest on', async (role) => {
    const identity = { ...worker, role };

    expect(await guard.identify(await developmentToken(development, identity))).toEqual({ kind: 'identified', identity });
  });

  it('holds both who acts and for whom', async () => {
    const identity = { ...worker, onBehalfOf: 'worker-2' };
    const token = await developmentToken(development, identity);

    expect(await guard.identify(token)).toEqual({ kind: 'identified', identity });
    expect(payloadOf(token)).toMatchObject({ sub: 'worker-2', act: { sub: 'worker-1' } });
  });

  it('is told apart when it is too old, so that a client fetches another', async () => {
    expect(await guard.identify(await developmentToken(development, worker, -1))).toEqual(expired);
    expect(await guard.identify(await developmentToken(development, worker, 60))).toMatchObject({ kind: 'identified' });
  });

  // Seen to fail when the end of a token that is known is not looked at.
  it('is good until it ends, also when it was good a moment ago (P11)', async () => {
    const token = await developmentToken(development, worker, 60);
    const { exp } = payloadOf(token) as { exp: number };
    const saidAt = async (seconds: number) => {
      jest.useFakeTimers({ now: seconds * 1000, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] });
      try {
        return (await guard.identify(token)).kind;
      } finally {
        jest.useRealTimers();
      }
    };
    expect([await saidAt(exp - 2), await saidAt(exp - 1), await saidAt(exp), await saidAt(exp - 1)]).toEqual([
      'identified',
      'identified',
      'refused',
      'identified',
    ]);
  });

  it.each([
    ['role', { role: 'system' as const }],
    ['sub', { subject: 'Jan Jansen' }],
    ['tenant', { tenant: 'Hengelo' as TenantId }],
    ['client_id', { client: '' }],
  ])('is not made for a %s that no token may carry', async (claim, changes) => {
    await expect(developmentToken(development, { ...worker, ...changes })).rejects.toThrow(`this ${claim}:`);
  });
});

describe('everything else is the same invalid token (P11)', () => {
  const signed = (claims: object, changes: { alg?: string; by?: typeof key; iss?: string; aud?: string; exp?: number } = {}) => {
    const { alg = 'HS256', by = key, iss = 'urn:trajectlijn:development', aud = 'urn:trajectlijn:api', exp } = changes;
    const token = new SignJWT({ ...claims }).setProtectedHeader({ alg }).setIssuer(iss).setAudience(aud);
    return (exp === undefined ? token : token.setExpirationTime(exp)).sign(by);
  };
  const claims = { sub: 'worker-1', tenant: 'hengelo', organisation: 'org-1', role: 'caseworker', client_id: 'case-system' };
  const exp = Math.floor(Date.now() / 1000) + 60;

  it('which would be good', async () => {
    expect(await guard.identify(await signed(claims, { exp }))).toEqual({ kind: 'identified', identity: worker });
  });

  // Seen to fail when the signature is not checked.
  it('signed by another key, also when it is too old', async () => {
    const another = createSecretKey(Buffer.alloc(32, 2));

    expect(await guard.identify(await signed(claims, { exp, by: another }))).toEqual(invalid);
    expect(await guard.identify(await signed(claims, { exp: exp - 3600, by: another }))).toEqual(invalid);
  });

  // Seen to fail when any algorithm is taken.
  it('signed in another way, or not at all', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');

    expect(await guard.identify(await signed(claims, { exp, alg: 'EdDSA', by: privateKey }))).toEqual(invalid);
    expect(await guard.identify(await signed(claims, { exp, alg: 'HS512' }))).toEqual(invalid);
    expect(await guard.identify(unsecured(claims))).toEqual(invalid);
  });

  it('of another issuer, for another audience, or for ever', async () => {
    expect(await guard.identify(await signed(claims, { exp, iss: 'https://example.org' }))).toEqual(invalid);
    expect(await guard.identify(await signed(claims, { exp, aud: 'urn:another' }))).toEqual(invalid);
    expect(await guard.identify(await signed(claims))).toEqual(invalid);
  });

  // Seen to fail when the claims are taken as they are.
  it.each([
    ['the engine itself', { role: 'system' }],
    ['an unknown role', { role: 'mayor' }],
    ['no tenant', { tenant: undefined }],
    ['another tenant’s shape', { tenant: 'Hengelo ' }],
    ['a number for a subject', { sub: 7 }],
    ['a name', { sub: 'Jan Jansen' }],
    ['no client', { client_id: undefined }],
    ['an actor without a subject', { act: {} }],
  ])('that says %s', async (_, changes) => {
    expect(await guard.identify(await signed({ ...claims, ...changes }, { exp }))).toEqual(invalid);
  });

  it('altered anywhere', async () => {
    const token = await developmentToken(development, worker);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.=+ '), async (at, letter) => {
        const altered = token.slice(0, at) + letter + token.slice(at + 1);
        if (Buffer.from(altered, 'base64url').equals(Buffer.from(token, 'base64url')) || altered === token) return;
        const read = await guard.identify(altered);
        // The last letter of a part holds bits that nobody reads; what is read is then the same.
        if (read.kind === 'identified') expect([read.identity, at]).toEqual([worker, token.length - 1]);
        else expect(read).toEqual(invalid);
      }),
      runs(300),
    );
  });

  it('or any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(await guard.identify(text)).toEqual(invalid);
      }),
      runs(200),
    );
    expect(await guard.identify('.'.repeat(100_000))).toEqual(invalid);
  });

  const unsecured = (payload: object) =>
    new UnsecuredJWT({ ...payload })
      .setIssuer('urn:trajectlijn:development')
      .setAudience('urn:trajectlijn:api')
      .setExpirationTime(exp)
      .encode();
});

describe('development identity fails closed (P11)', () => {
  // Seen to fail when the environment, and when the flag is not looked at.
  it.each(['production', 'Production', ' production ', 'prod'])('with NODE_ENV=%s', async (environment) => {
    expect(() => developmentIdentity({ ...development, environment })).toThrow(DevelopmentRefused);
    await expect(developmentToken({ ...development, environment }, worker)).rejects.toThrow(DevelopmentRefused);
  });

  it('without --development', async () => {
    for (const environment of ['development', 'test', null]) {
      expect(() => developmentIdentity({ key, development: false, environment })).toThrow('only with --development');
      await expect(developmentToken({ key, development: false, environment }, worker)).rejects.toThrow(DevelopmentRefused);
    }
  });
});

const payloadOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
