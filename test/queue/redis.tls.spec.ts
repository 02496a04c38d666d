import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openQueue } from '../../src/adapters/follow-ups-bullmq/open-queue.js';
import type { DueStep } from '../../src/application/ports/follow-ups.js';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import type { Environment } from '../../src/settings/setting.js';
import { redisFrom, settingsFrom } from '../../src/settings/settings.js';
import { certificatesIn } from '../harness/certificates.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../harness/free-port.js';
import { RedisServer } from '../harness/redis.js';
import { stepOf } from './contract.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-tls-'));
const PASSWORD = 'open-sesame';

let server: RedisServer;
let port: number;
let ca: string;
beforeAll(async () => {
  const files = certificatesIn(path.join(folder, 'signed'));
  ca = files.ca;
  port = await freePort();
  const tls = [
    '--tls-port',
    String(port),
    '--tls-cert-file',
    files.cert,
    '--tls-key-file',
    files.key,
    '--tls-auth-clients',
    'no',
  ];
  server = await RedisServer.start(...tls, '--requirepass', PASSWORD);
}, 60_000);
afterAll(async () => {
  await server.remove();
  fs.rmSync(folder, { recursive: true, force: true });
});

const told = { onError: () => undefined, onBack: () => undefined, onUnkept: () => undefined };
const opened = (env: Environment) => openQueue({ storeId: 'spec', writer: {}, redis: redisFrom(settingsFrom(env, [])) }, told);

/** The one line with which a start with these settings is refused. */
async function refusal(env: Environment): Promise<string> {
  const error = await opened(env).then(
    (queue) => queue.close().then(() => new Error('it was opened')),
    (refused: unknown) => refused,
  );
  const { code, text } = endingOf(error, null);
  expect([code, text.split('\n')]).toEqual([EXIT.cannotRun, [text]]);
  return text;
}

describe('a queue on Redis by TLS (R-574)', () => {
  it.each(['localhost', '127.0.0.1'])(
    'gives jobs over %s, where its signer and its password are named in files',
    async (host) => {
      const secret = path.join(folder, 'password');
      fs.writeFileSync(secret, `${PASSWORD}\n`);
      const queue = await opened({ REDIS_URL: `rediss://${host}:${port}`, REDIS_PASSWORD_FILE: secret, REDIS_CA_FILE: ca });
      const given: DueStep[] = [];
      await queue.work(
        (step) => Promise.resolve(void given.push(step)),
        () => undefined,
      );
      await queue.add([stepOf(host)], () => 0);
      await eventually('it was given', () => given.length === 1);
      expect(await queue.standing()).toBe('answers');
      await queue.close();
    },
  );

  it('is refused where nobody knows the signer', async () => {
    expect(await refusal({ REDIS_URL: `rediss://:${PASSWORD}@localhost:${port}` })).toMatch(
      /^REDIS_URL: localhost:\d+ shows a certificate that is not trusted \(\w+\): set REDIS_CA_FILE to the certificate of who signed it\.$/,
    );
  });

  it('is refused where another signed', async () => {
    const another = certificatesIn(path.join(folder, 'another')).ca;
    expect(await refusal({ REDIS_URL: `rediss://:${PASSWORD}@localhost:${port}`, REDIS_CA_FILE: another })).toContain(
      'shows a certificate that is not trusted',
    );
  });

  it('is refused where the certificate is of another name', async () => {
    const files = certificatesIn(path.join(folder, 'elsewhere'), 'DNS:queue.example.nl');
    const tlsPort = await freePort();
    const tls = ['--tls-port', String(tlsPort), '--tls-cert-file', files.cert, '--tls-key-file', files.key];
    const elsewhere = await RedisServer.start(...tls, '--tls-auth-clients', 'no');
    try {
      expect(await refusal({ REDIS_URL: `rediss://localhost:${tlsPort}`, REDIS_CA_FILE: files.ca })).toContain(
        'shows a certificate of another name',
      );
    } finally {
      await elsewhere.remove();
    }
  });

  it('is refused where TLS is asked of a port that has none, and the other way round', async () => {
    expect(await refusal({ REDIS_URL: `rediss://localhost:${server.address.port}`, REDIS_CA_FILE: ca })).toMatch(
      /does not answer by TLS: say redis:\/\/ if it speaks none|is there and speaks no TLS: say redis:\/\//,
    );
    expect(await refusal({ REDIS_URL: `redis://localhost:${port}` })).toContain(
      'ends the connection: say rediss:// if it speaks TLS',
    );
  });
});

describe('a password of Redis (R-574)', () => {
  it('stands in its address or in its own setting, never in both', () => {
    const both = { REDIS_URL: 'redis://:secret@queue', REDIS_PASSWORD: 'secret' };
    expect(() => settingsFrom(both, [])).toThrow(
      'REDIS_PASSWORD is set, and REDIS_URL holds a password too: leave one of the two out.',
    );
    expect(redisFrom(settingsFrom({ REDIS_URL: 'redis://queue', REDIS_PASSWORD: 'of its own' }, []))).toMatchObject({
      password: 'of its own',
    });
    expect(() => settingsFrom({ REDIS_PASSWORD: 'of its own' }, [])).toThrow('REDIS_PASSWORD is set without REDIS_URL');
  });
});
