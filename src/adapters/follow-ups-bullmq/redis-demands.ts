/** What makes a server unfit for the queue. */
export type RedisFault = 'too-old' | 'cluster' | 'replica' | 'evicts';

/** What BullMQ's own pages recommend as the oldest. Valkey tells as `redis_version` the one that it is compatible with. */
const OLDEST = [6, 2] as const;

const EVICTS_NOTHING = 'noeviction';

/** What a server says of itself in `INFO`, name by name. */
export type RedisInfo = ReadonlyMap<string, string>;

export function infoFrom(text: string): RedisInfo {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(':') && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

/** The first fault, or null when jobs may be given to this server. What it does not tell is no fault. */
export function faultOf(info: RedisInfo): RedisFault | null {
  if (isTooOld(info.get('redis_version'))) return 'too-old';
  if (info.get('redis_mode') === 'cluster') return 'cluster';
  if (info.get('role') === 'slave') return 'replica';
  return (info.get('maxmemory_policy') ?? EVICTS_NOTHING) === EVICTS_NOTHING ? null : 'evicts';
}

/** Whether jobs are still there after the server was started anew. Nothing hangs on it: the sweeper arms again what is lost. */
export const outlivesRestart = (info: RedisInfo): boolean => info.get('aof_enabled') === '1';

function isTooOld(version: string | undefined): boolean {
  if (version === undefined) return false;
  const [major, minor] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** What to do about a fault, for the line that refuses the start. */
export function remedyOf(fault: RedisFault, info: RedisInfo): string {
  return {
    'too-old': `runs version ${info.get('redis_version')}: use Redis ${OLDEST.join('.')} or newer, or Valkey`,
    cluster: 'is part of a cluster: name a server of its own',
    replica: 'is a replica, which takes no jobs: name its primary',
    evicts: `may throw jobs away when memory is short (maxmemory-policy ${info.get('maxmemory_policy')}): set maxmemory-policy ${EVICTS_NOTHING} there`,
  }[fault];
}
