import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import type { Environment } from '../../src/settings/setting.js';
import { settingsFrom } from '../../src/settings/settings.js';
import { lineOfNotRead } from '../../src/settings/unknown-names.js';
import { certificatesIn } from '../harness/certificates.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-names-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The line with which a start is refused, or null. */
function refusal(env: Environment): string | null {
  try {
    settingsFrom(env, []);
    return null;
  } catch (error) {
    const { code, text } = endingOf(error, null);
    expect([code, text.split('\n')]).toEqual([EXIT.wrongSetting, [text]]);
    return text;
  }
}

const told = (env: Environment): string | null => lineOfNotRead(settingsFrom(env, []));

describe('a name that is none of a setting (R-642)', () => {
  it.each([
    ['REDIS_URI', 'REDIS_URL'],
    ['DATABASE_READER_PASS_FILE', 'DATABASE_READER_PASSWORD_FILE'],
    ['DATABASE_OWNER_PASWORD', 'DATABASE_OWNER_PASSWORD'],
    ['KURRENTDB_NAMESPACE', 'KURRENTDB_NAME_SPACE'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['KURENTDB_URL', 'KURRENTDB_URL'],
    ['RDEIS_URL', 'REDIS_URL'],
    ['database_url', 'DATABASE_URL'],
  ])('is refused where only this program can be meant, without what it says: %s', (name, nearest) => {
    expect(refusal({ [name]: 'secret' })).toBe(
      `${name} is no setting, and ${nearest} is the nearest one: set that, or leave ${name} out.`,
    );
    expect(refusal({ [name]: '' })).toBeNull();
  });

  it.each(['PORT', 'LOG_LEVEL', 'DATABASE_SUPERUSER'])('is refused as the file of %s, which comes from none', (name) => {
    expect(refusal({ [`${name}_FILE`]: '/run/secrets/it' })).toBe(`${name}_FILE is no setting: set ${name} itself.`);
  });

  it('is told of, and no more, where a platform sets it for a service or an add-on of that name', () => {
    const ofKubernetes = {
      REDIS_SERVICE_HOST: '10.0.0.1',
      REDIS_SERVICE_PORT: '6379',
      REDIS_SERVICE_PORT_CLIENTS: '6379',
      REDIS_PORT: 'tcp://10.0.0.1:6379',
      REDIS_PORT_6379_TCP: 'tcp://10.0.0.1:6379',
      REDIS_PORT_6379_TCP_PROTO: 'tcp',
      REDIS_PORT_6379_TCP_PORT: '6379',
      REDIS_PORT_6379_TCP_ADDR: '10.0.0.1',
      DATABASE_PORT: 'tcp://10.0.0.2:5432',
      KURRENTDB_MAIN_SERVICE_HOST: '10.0.0.3',
    };
    expect(told(ofKubernetes)).toBe(`Not read, as it is no setting: ${Object.keys(ofKubernetes).join(', ')}.`);
    expect(told({ REDIS_TLS_URL: 'rediss://h' })).toBe('Not read, as it is no setting: REDIS_TLS_URL.');
  });

  it('is told of where it is near to a name that others may have too, and else is nobody’s concern', () => {
    expect(told({ LOGLEVEL: 'debug', DATADIR: '/data' })).toBe(
      'Not read, as it is no setting: LOGLEVEL (perhaps LOG_LEVEL was meant), DATADIR (perhaps DATA_DIR was meant).',
    );
    expect(
      told({ PATH: '/bin', HOSTNAME: 'here', PORTS: '1', REDDIT_URL: 'x', POSTGRES_URL: 'x', LOG_LEVEL: 'warn' }),
    ).toBeNull();
  });
});

describe('a setting that nothing would use (R-643)', () => {
  const DATABASE_URL = 'postgres://db/trajectlijn';

  it.each([
    ['DATABASE_WRITER_PASSWORD', 'DATABASE_URL'],
    ['DATABASE_SUPERUSER', 'DATABASE_URL'],
    ['DATABASE_SUPERUSER_PASSWORD', 'DATABASE_SUPERUSER'],
    ['KURRENTDB_USER', 'KURRENTDB_URL'],
    ['KURRENTDB_PASSWORD', 'KURRENTDB_URL'],
  ])('is refused: %s without %s', (name, other) => {
    expect(refusal({ [name]: 'its text' })).toBe(`${name} is set without ${other}: set both, or leave it out.`);
  });

  it('is refused: who signs a certificate that is not looked at', () => {
    const DATABASE_CA = fs.readFileSync(certificatesIn(path.join(folder, 'certificates')).ca, 'utf8');
    expect(refusal({ DATABASE_CA, DATABASE_URL })).toBe(
      'DATABASE_CA is set, and DATABASE_URL talks no TLS: say ?sslmode=verify-full there, or leave it out.',
    );
    expect(refusal({ DATABASE_CA, DATABASE_URL: `${DATABASE_URL}?sslmode=verify-full` })).toBeNull();
  });

  it('is refused: the same of Redis, and what is for a Redis that nobody names', () => {
    const REDIS_CA = fs.readFileSync(certificatesIn(path.join(folder, 'certificates')).ca, 'utf8');
    expect(refusal({ REDIS_CA, REDIS_URL: 'redis://queue' })).toBe(
      'REDIS_CA is set, and REDIS_URL talks no TLS: say rediss:// there, or leave it out.',
    );
    expect(refusal({ REDIS_CA, REDIS_URL: 'rediss://queue' })).toBeNull();
    expect(refusal({ REDIS_PASSWORD: 'of nobody' })).toBe('REDIS_PASSWORD is set without REDIS_URL: set both, or leave it out.');
  });

  it('is refused: a folder of keys that hangs on where a process is started', () => {
    const line = 'DATA_DIR is "data": it must be a folder; beside DATABASE_URL by its whole path.';
    expect([refusal({ DATA_DIR: 'data', DATABASE_URL }), refusal({ DATA_DIR: 'data' })]).toEqual([line, null]);
  });
});
