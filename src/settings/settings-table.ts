import { roleOf, type Login } from '../adapters/connections.js';
import { redisAddressFrom, type RedisAddress } from '../adapters/follow-ups-bullmq/redis-address.js';
import { NAME } from '../adapters/event-store-kurrentdb/names.js';
import { serverAddressFrom, type ServerAddress } from '../adapters/event-store-kurrentdb/server-address.js';
import { databaseAddressFrom, type DatabaseAddress } from './database-address.js';
import type { Setting } from './setting.js';
import { CERTIFICATES, oneOf, SECRET, word } from './texts.js';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export const ENVIRONMENTS = ['development', 'production', 'test'] as const;
export const PROCESS_ROLES = ['all', 'api', 'worker'] as const;

const setting = <T, D extends string | null>(it: Setting<T, D>): Setting<T, D> => it;

/**
 * Every environment variable that a process reads, by its name in `Settings`; no other is read anywhere in src.
 * docs/operations/settings.md is made from it (`npm run settings`). Source: R-570.
 */
export const SETTINGS = {
  role: setting({
    name: 'ROLE',
    means: 'Which parts run in this process.',
    default: 'all',
    ...oneOf(PROCESS_ROLES),
  }),
  host: setting({
    name: 'HOST',
    means: 'The address that is listened on; with `--development` a loopback address only.',
    default: '127.0.0.1',
    ...word('an address of this machine'),
  }),
  port: setting({
    name: 'PORT',
    means: 'The port that is listened on; 0 takes a free one. The demo takes a free one when it is absent.',
    default: '3000',
    mustBe: 'a number from 0 to 65535',
    read: portFrom,
  }),
  dataFolder: setting({
    name: 'DATA_DIR',
    means:
      'Where the database beside the program and the keys lie. When absent, the start finds a place of its own for the clone.',
    default: null,
    ...word('a folder; beside DATABASE_URL by its whole path'),
  }),
  database: setting<DatabaseAddress, null>({
    name: 'DATABASE_URL',
    means: 'The database of a PostgreSQL that others run, instead of the one beside the program ([database.md](database.md)).',
    default: null,
    inFile: true,
    mustBe:
      'as postgres://host:5432/trajectlijn, of one host, without a user, and with ?sslmode=verify-full for TLS or ?sslmode=disable for none',
    read: (text) => databaseAddressFrom(text) ?? undefined,
  }),
  databaseCa: setting({
    name: 'DATABASE_CA',
    means: 'Who signs the certificate of `DATABASE_URL`, where that is nobody whom Node knows.',
    default: null,
    onlyWith: 'DATABASE_URL',
    inFile: true,
    ...CERTIFICATES,
  }),
  ...passwordOf('flusher', 'appends to the log'),
  ...passwordOf('writer', 'works on everything else'),
  ...passwordOf('reader', 'answers questions'),
  ...passwordOf('owner', 'migrates, and is needed for nothing else'),
  ...passwordOf('copier', 'moves a store to another place, and is needed for nothing else'),
  superuser: setting({
    name: 'DATABASE_SUPERUSER',
    means:
      'As whom `npm run migrate` makes the roles and sets their passwords; without it the owner migrates, and finds them made.',
    default: null,
    onlyWith: 'DATABASE_URL',
    ...word('the name of a superuser'),
  }),
  superuserPassword: setting({
    name: 'DATABASE_SUPERUSER_PASSWORD',
    means: 'The password of `DATABASE_SUPERUSER`, for `npm run migrate` only.',
    default: null,
    onlyWith: 'DATABASE_SUPERUSER',
    inFile: true,
    ...SECRET,
  }),
  redis: setting<RedisAddress, null>({
    name: 'REDIS_URL',
    means: 'Where Redis or Valkey is, to keep the jobs of follow-ups there instead of in PostgreSQL ([queue.md](queue.md)).',
    default: null,
    inFile: true,
    mustBe: 'as redis://user:password@host:6379/0, or rediss:// for TLS, with one host and nothing behind a question mark',
    read: (text) => redisAddressFrom(text) ?? undefined,
  }),
  redisPassword: setting({
    name: 'REDIS_PASSWORD',
    means: 'The password of `REDIS_URL`, where that does not hold one.',
    onlyWith: 'REDIS_URL',
    default: null,
    inFile: true,
    ...SECRET,
  }),
  redisCa: setting({
    name: 'REDIS_CA',
    means: 'Who signs the certificate of a `rediss://` address, where that is nobody whom Node knows.',
    onlyWith: 'REDIS_URL',
    default: null,
    inFile: true,
    ...CERTIFICATES,
  }),
  kurrentdb: setting<ServerAddress, null>({
    name: 'KURRENTDB_URL',
    means: 'Where KurrentDB is, to keep the log there instead of in PostgreSQL ([kurrentdb.md](kurrentdb.md)).',
    default: null,
    inFile: true,
    mustBe: 'as kurrentdb://user:password@host:2113, with the options of the client behind a question mark',
    read: serverAddressFrom,
  }),
  kurrentdbUser: setting({
    name: 'KURRENTDB_USER',
    means: 'As whom to come into KurrentDB, where its address does not say so; together with `KURRENTDB_PASSWORD`.',
    default: null,
    onlyWith: 'KURRENTDB_URL',
    inFile: true,
    ...SECRET,
  }),
  kurrentdbPassword: setting({
    name: 'KURRENTDB_PASSWORD',
    means: 'With which password.',
    default: null,
    onlyWith: 'KURRENTDB_URL',
    inFile: true,
    ...SECRET,
  }),
  nameSpace: setting({
    name: 'KURRENTDB_NAME_SPACE',
    means:
      'What stands before the name of each stream on KurrentDB, so that several stores fit on one server. The demo takes an unused one.',
    default: 'trajectlijn',
    mustBe: 'a small letter and at most 31 small letters and digits after it',
    read: (text) => (NAME.test(text) ? text : undefined),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    means: 'From which level on the log has its lines.',
    default: 'info',
    ...oneOf(LOG_LEVELS),
  }),
  environment: setting({
    name: 'NODE_ENV',
    means: 'With `production`, `--development` and a simulated store are refused.',
    default: null,
    ...oneOf(ENVIRONMENTS),
  }),
} as const;

/** The password of one of the roles of docs/operations/database.md, by its name in `Settings`. */
function passwordOf<L extends Login>(login: L, does: string): Readonly<Record<`${L}Password`, Setting<string, null>>> {
  const one = setting<string, null>({
    name: `DATABASE_${login.toUpperCase()}_PASSWORD`,
    means: `With \`DATABASE_URL\`: the password of \`${roleOf(login)}\`, who ${does}.`,
    default: null,
    onlyWith: 'DATABASE_URL',
    inFile: true,
    ...SECRET,
  });
  return { [`${login}Password`]: one } as Record<`${L}Password`, Setting<string, null>>;
}

function portFrom(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}
