import { redisAddressFrom, type RedisAddress } from './adapters/follow-ups-bullmq/redis-address.js';

/** A setting or flag that cannot be used; the message is one line that names it and says what it may be. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export const PROCESS_ROLES = ['all', 'api', 'worker'] as const;

/** What a process is started with; the same for `npm start` and `npm run demo`. */
export type Settings = Readonly<{
  /** Which parts run in this process: `ROLE`, default `all`. */
  role: (typeof PROCESS_ROLES)[number];
  /** `HOST`, default 127.0.0.1; with `--development` a loopback address only. */
  host: string;
  /** `PORT`, default 3000; 0 takes a free one. */
  port: number;
  /** `DATA_DIR`, null when not given: then the start finds a place of its own for this clone. */
  dataFolder: string | null;
  /** `REDIS_URL`, null when not given: then the queue lies in PostgreSQL. */
  redis: RedisAddress | null;
  /** `--development`: lets in development users with a signed token; refused when `NODE_ENV=production`. */
  development: boolean;
  /** `LOG_LEVEL`, default `info`. */
  logLevel: (typeof LOG_LEVELS)[number];
}>;

const FLAGS = ['--development'];
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/**
 * Reads the settings; what is absent or empty has its default.
 *
 * Errors: throws WrongSetting for the first value that cannot be used, and for a flag that does not exist.
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, flags: readonly string[]): Settings {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw new WrongSetting(`Unknown flag ${unknown}: use ${FLAGS.join(', ')}, or nothing.`);

  const settings: Settings = {
    role: oneOf('ROLE', env.ROLE || 'all', PROCESS_ROLES),
    host: env.HOST || '127.0.0.1',
    port: portFrom(env.PORT || '3000'),
    dataFolder: env.DATA_DIR || null,
    redis: env.REDIS_URL ? redisFrom(env.REDIS_URL) : null,
    development: flags.includes('--development'),
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', LOG_LEVELS),
  };
  if (settings.development) refuseDevelopment(settings.host, env.NODE_ENV);
  return settings;
}

/** Development identity fails closed: whoever reaches the port may make themselves anybody. */
function refuseDevelopment(host: string, environment: string | undefined): void {
  if (environment === 'production')
    throw new WrongSetting('--development is refused when NODE_ENV=production: leave one of the two out.');
  if (!LOOPBACK.test(host))
    throw new WrongSetting(`HOST ${host} is refused with --development: use a loopback address such as 127.0.0.1.`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new WrongSetting(`${name} is ${JSON.stringify(value)}: it must be one of ${allowed.join(', ')}.`);
  return found;
}

function portFrom(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new WrongSetting(`PORT is ${JSON.stringify(value)}: it must be a number from 0 to 65535.`);
}

/** The value may hold a password, so it is not repeated. */
function redisFrom(value: string): RedisAddress {
  const address = redisAddressFrom(value);
  if (address === null)
    throw new WrongSetting('REDIS_URL cannot be used: it must be as redis://user:password@host:6379/0, or rediss:// for TLS.');
  return address;
}
