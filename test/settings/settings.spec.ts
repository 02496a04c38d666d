import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endingOf, EXIT } from '../../src/lifecycle/ending.js';
import { fileNameOf, type Environment, type Setting } from '../../src/settings/setting.js';
import { SETTINGS } from '../../src/settings/settings-table.js';
import { settingsFrom, type Settings } from '../../src/settings/settings.js';
import { SECRET } from '../../src/settings/texts.js';
import { PROJECT } from '../harness/planted-copy.js';
import { settingsPage } from '../harness/settings-page.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-settings-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function fileWith(text: string | Buffer): string {
  const file = path.join(fs.mkdtempSync(path.join(folder, 'one-')), 'secret');
  fs.writeFileSync(file, text);
  return file;
}

/** The line with which a start with these settings is refused. */
function refusal(env: Environment, flags: readonly string[] = []): string {
  try {
    settingsFrom(env, flags);
  } catch (error) {
    const { code, text } = endingOf(error, null);
    expect([code, text.split('\n')]).toEqual([EXIT.wrongSetting, [text]]);
    return text;
  }
  throw new Error('it was not refused');
}

const all: readonly Setting<unknown>[] = Object.values(SETTINGS);

const passwords = all.filter(({ mustBe }) => mustBe === SECRET.mustBe);

/** A text that each setting refuses. */
const WRONG: Environment = {
  ROLE: 'master',
  HOST: '   ',
  PORT: '65536',
  DATA_DIR: '/data\r',
  DATABASE_SUPERUSER: ' postgres',
  DATABASE_URL: 'postgres://user:secret@db/trajectlijn',
  DATABASE_CA: 'not a certificate',
  REDIS_CA: 'not a certificate',
  LOG_LEVEL: 'loud',
  REDIS_URL: 'http://user:secret@queue',
  KURRENTDB_URL: 'http://user:secret@log',
  KURRENTDB_NAME_SPACE: 'Case~1',
  NODE_ENV: 'Production',
  ...Object.fromEntries(passwords.map(({ name }) => [name, 'of two\nlines'])),
};

describe('settings (R-570)', () => {
  it('have their defaults where nothing, or an empty text, is given', () => {
    const nothing = settingsFrom({}, []);
    expect(settingsFrom(Object.fromEntries(all.map(({ name }) => [name, ''])), [])).toEqual(nothing);
    for (const [key, { default: text, read }] of Object.entries(SETTINGS) as [keyof Settings, Setting<unknown>][])
      expect([key, nothing[key]]).toEqual([key, text === null ? null : read(text)]);
  });

  it.each(Object.entries(WRONG))('are refused in one line that names the setting and what is right: %s=%s', (name, text) => {
    const { mustBe, inFile } = all.find((setting) => setting.name === name)!;
    const said = inFile ? `${name} cannot be used` : `${name} is ${JSON.stringify(text)}`;
    expect(refusal({ [name]: text })).toBe(`${said}: it must be ${mustBe}.`);
    expect(refusal({ [name]: text })).not.toContain('secret');
  });

  it('are each refused for a wrong text above', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(WRONG).sort());
    expect(passwords.map(({ name }) => name)).toEqual(expect.arrayContaining(['DATABASE_OWNER_PASSWORD', 'KURRENTDB_USER']));
  });

  it.each(['production', 'test'])('take NODE_ENV=%s as it stands, and nothing that only looks like it', (environment) => {
    expect(settingsFrom({ NODE_ENV: environment }, []).environment).toBe(environment);
    for (const text of [` ${environment}`, `${environment}\r`, environment.slice(0, 4).toUpperCase()])
      expect(refusal({ NODE_ENV: text }, ['--development'])).toBe(
        `NODE_ENV is ${JSON.stringify(text)}: it must be one of development, production, test.`,
      );
  });

  it('name a flag that is not known, and repeat nothing that stands behind it', () => {
    const known = 'use --development, or nothing.';
    expect(refusal({}, ['--redis=redis://:secret@queue'])).toBe(`Unknown flag --redis: ${known}`);
    expect(refusal({}, ['redis://:secret@queue'])).toBe(`Unknown argument: ${known}`);
  });

  it('of one table are all that a process reads', () => {
    const known = new Set(all.map(({ name }) => name));
    const sources = ['src', 'tools/port.mjs', 'tools/ensure.mjs', 'tools/set-up.mjs'].flatMap((place) => filesOf(place));
    const read = sources.flatMap((file) => [...variablesReadIn(fs.readFileSync(file, 'utf8'))].map((name) => [file, name]));
    expect(read.filter(([, name]) => !known.has(name))).toEqual([]);
    expect(read.map(([, name]) => name)).toEqual(expect.arrayContaining(['PORT', 'HOST']));
    expect([...variablesReadIn("env.PLANTED ?? process.env['OTHER'] ?? (({ THIRD }) => THIRD)(process.env)")].sort()).toEqual([
      'OTHER',
      'PLANTED',
      'THIRD',
    ]);
  });

  it('stand on the page for operators as the table has them', () => {
    expect(fs.readFileSync(path.join(PROJECT, 'docs/operations/settings.md'), 'utf8')).toBe(settingsPage());
  });
});

describe('a setting from a file (R-571)', () => {
  const URL = 'redis://user:secret@queue:6379';
  const FILE = fileNameOf('REDIS_URL');

  it('is what the variable itself would say, without the end of the last line', () => {
    for (const end of ['', '\n', '\r\n'])
      expect(settingsFrom({ [FILE]: fileWith(`${URL}${end}`) }, [])).toEqual(settingsFrom({ REDIS_URL: URL }, []));
  });

  it('is refused beside the variable itself, and where the file is away, empty or wrong, without its content', () => {
    const [away, empty, wrong] = [path.join(folder, 'away'), fileWith('\n'), fileWith('http://user:secret@queue')];
    expect(refusal({ REDIS_URL: URL, [FILE]: fileWith(URL) })).toBe(
      `REDIS_URL and ${FILE} are both set: leave one of the two out.`,
    );
    expect(refusal({ [FILE]: away })).toBe(
      `${FILE} names ${away}, which cannot be read (ENOENT): name a file that this user may read.`,
    );
    expect(refusal({ [FILE]: empty })).toBe(`${FILE} names ${empty}, which is empty: put REDIS_URL into it.`);
    expect(refusal({ [FILE]: wrong })).toBe(
      `REDIS_URL cannot be used as it stands in ${wrong}: it must be ${SETTINGS.redis.mustBe}.`,
    );
  });

  it('is none for what is no secret', () => {
    expect(refusal({ PORT_FILE: fileWith('1') })).toBe('PORT_FILE is no setting: set PORT itself.');
  });

  it.each([
    ['a line too many', 'secret\n\n'],
    ['what some editors put first', '\uFEFFsecret'],
    ['a character of no text', 'sec\0ret'],
    ['bytes that are no text', Buffer.from([0x73, 0xe9, 0x73])],
    ['blanks only', '   \n'],
    ['what was meant for something else', 'secret'.repeat(11_000)],
  ])('is refused as a password where the file has %s', (_, content) => {
    const file = fileWith(content);
    expect(refusal({ DATABASE_URL: 'postgres://db/t', DATABASE_READER_PASSWORD_FILE: file })).toBe(
      `DATABASE_READER_PASSWORD cannot be used as it stands in ${file}: it must be ${SECRET.mustBe}.`,
    );
  });

  it('is refused where it only looks like a certificate', () => {
    const looks = '-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n';
    const file = fileWith(looks);
    const url = 'postgres://db/t?sslmode=verify-full';
    expect(refusal({ DATABASE_URL: url, DATABASE_CA_FILE: file })).toBe(
      `DATABASE_CA cannot be used as it stands in ${file}: it must be one or more certificates in PEM.`,
    );
  });
});

function filesOf(place: string): string[] {
  const whole = path.join(PROJECT, place);
  if (!fs.statSync(whole).isDirectory()) return [whole];
  const names = fs.readdirSync(whole, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join(whole, name));
}

/** Every way in which a source may name a variable: as a member of an environment, or taken out of one. npm's own are not ours. */
function variablesReadIn(source: string): Set<string> {
  const members = [...source.matchAll(/\b(?:env|environment|ENVIRONMENT)(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name);
  const parameters = [...source.matchAll(/\(\{ ([A-Z][A-Z0-9_, ]+) \}\)/g)].flatMap(([, names]) => names.split(', '));
  return new Set([...members, ...parameters]);
}
