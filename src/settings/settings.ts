import path from 'node:path';
import type { RedisAddress } from '../adapters/follow-ups-bullmq/redis-address.js';
import { faultIn, filesIn, type ServerAddress } from '../adapters/event-store-kurrentdb/server-address.js';
import { isGiven, isReadable, unknownFlag, valueOf, WrongSetting } from './setting.js';
import type { Environment, Setting, ValueOf } from './setting.js';
import { SETTINGS } from './settings-table.js';
import { namesNotRead, type NotRead } from './unknown-names.js';

export { unknownFlag, WrongSetting } from './setting.js';

type Table = typeof SETTINGS;

/** What a process is started with, setting by setting as the table has them; the same for `npm start` and `npm run demo`. */
export type Settings = Readonly<{ [K in keyof Table]: ValueOf<Table[K]> }> &
  Readonly<{
    /** `--development`: lets in development users with a signed token; refused when `NODE_ENV=production`. */
    development: boolean;
    /** What was set beside them as if it were one. */
    notRead: readonly NotRead[];
  }>;

const ALL: readonly Setting<unknown>[] = Object.values(SETTINGS);
const FLAGS = ['--development'];
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/** That of this process, which is read nowhere else in src. */
export const ENVIRONMENT: Environment = process.env;

/** node-postgres takes from `PG…` what it is not told, such as a password or whether a certificate is checked. Source: R-641. */
export function hideFromPostgres(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('PG')) delete process.env[name];
}

/** The settings of this process; `above` holds where the environment says nothing. Errors: as `settingsFrom`. */
export function settingsHere(flags: readonly string[], above: Environment = {}): Settings {
  const given = Object.fromEntries(Object.entries(ENVIRONMENT).filter(([, text]) => text));
  return settingsFrom({ ...above, ...given }, flags);
}

/**
 * Reads the settings; what is absent or empty has its default.
 *
 * Errors: throws WrongSetting for the first value that cannot be used or that nothing would use, for a name that looks like one of a
 * setting, and for a flag that does not exist.
 */
export function settingsFrom(env: Environment, flags: readonly string[]): Settings {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw unknownFlag(unknown, `use ${FLAGS.join(', ')}, or nothing`);

  const notRead = namesNotRead(env, ALL);
  const entries = Object.entries(SETTINGS).map(([key, setting]) => [key, valueOf<unknown>(env, setting)] as const);
  const values = Object.fromEntries(entries) as Omit<Settings, 'development' | 'notRead'>;
  const settings = { ...values, development: flags.includes('--development'), notRead };
  refuseUseless(env);
  if (settings.development) refuseDevelopment(settings);
  if (settings.database !== null) refuseDatabase(settings);
  if (settings.redis) refuseRedis(settings.redis, settings);
  if (settings.kurrentdb) refuseServer(settings.kurrentdb, settings);
  return settings;
}

/** Whoever sets what nothing would use believes it to hold: that a certificate is checked, that a server is gone to. Source: R-643. */
function refuseUseless(env: Environment): void {
  const useless = ALL.find(
    (setting) => isGiven(env, setting) && ALL.some((other) => other.name === setting.onlyWith && !isGiven(env, other)),
  );
  if (useless) throw new WrongSetting(`${useless.name} is set without ${useless.onlyWith}: set both, or leave it out.`);
}

/** Development identity fails closed: whoever reaches the port may make themselves anybody. */
function refuseDevelopment({ host, environment }: Settings): void {
  if (environment === 'production')
    throw new WrongSetting('--development is refused when NODE_ENV=production: leave one of the two out.');
  if (!LOOPBACK.test(host))
    throw new WrongSetting(`HOST ${host} is refused with --development: use a loopback address such as 127.0.0.1.`);
}

/** The keys of an installation lie in one place, from wherever its processes are started. Source: R-643. */
function refuseDatabase({ database, databaseCa, dataFolder }: Settings): void {
  if (databaseCa !== null && !database!.tls)
    throw new WrongSetting('DATABASE_CA is set, and DATABASE_URL talks no TLS: say ?sslmode=verify-full there, or leave it out.');
  if (dataFolder !== null && !path.isAbsolute(dataFolder))
    throw new WrongSetting(`DATA_DIR is ${JSON.stringify(dataFolder)}: it must be ${SETTINGS.dataFolder.mustBe}.`);
}

function refuseRedis(redis: RedisAddress, { redisPassword, redisCa }: Settings): void {
  if (redis.password && redisPassword !== null)
    throw new WrongSetting('REDIS_PASSWORD is set, and REDIS_URL holds a password too: leave one of the two out.');
  if (redisCa !== null && !redis.tls)
    throw new WrongSetting('REDIS_CA is set, and REDIS_URL talks no TLS: say rediss:// there, or leave it out.');
}

/** What its own text cannot tell: whether it may be open, and whether everything that it names is there. Source: R-532. */
function refuseServer(server: ServerAddress, { environment, kurrentdbUser, kurrentdbPassword }: Settings): void {
  const fault = faultIn(server, { production: environment === 'production' });
  if (fault !== undefined) throw new WrongSetting(`KURRENTDB_URL ${fault}.`);
  const away = filesIn(server).find((file) => !isReadable(file));
  if (away !== undefined)
    throw new WrongSetting(`KURRENTDB_URL names ${away}, which cannot be read: name a file that this user may read.`);
  if ((kurrentdbUser === null) !== (kurrentdbPassword === null))
    throw new WrongSetting('KURRENTDB_USER and KURRENTDB_PASSWORD go together: set both, or neither.');
  if (kurrentdbUser !== null && server.credentials)
    throw new WrongSetting('KURRENTDB_USER is set, and KURRENTDB_URL names a user too: leave one of the two out.');
}

/** Where Redis is and as whom to come in, from whichever setting says so; null: the jobs are in PostgreSQL. */
export function redisFrom({ redis, redisPassword, redisCa }: Settings): RedisAddress | null {
  if (redis === null) return null;
  return { ...redis, password: redis.password ?? redisPassword ?? undefined, ...(redisCa === null ? {} : { ca: redisCa }) };
}

/** Where KurrentDB is and as whom to come in, from whichever setting says so; null: the log is in PostgreSQL. */
export function serverFrom({ kurrentdb, kurrentdbUser, kurrentdbPassword }: Settings): ServerAddress | null {
  if (kurrentdb === null || kurrentdbUser === null) return kurrentdb;
  return { ...kurrentdb, credentials: { username: kurrentdbUser, password: kurrentdbPassword! } };
}
