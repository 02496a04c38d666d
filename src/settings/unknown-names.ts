import { fileNameOf, WrongSetting, type Environment, type Setting } from './setting.js';

/** What only our own settings begin with. */
const OURS = /^(DATABASE|REDIS|KURRENTDB)_/;

/** What platforms set by themselves where a service or an add-on is called `redis` or `database`: Kubernetes and Docker, and others. */
const OF_PLATFORMS = [
  /_(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?|NAME|ENV_\w+)$/,
  /_(TLS|PUBLIC|PRIVATE|CONNECTION_POOL)_URL$/,
];

/** A shorter name is near to too many that others mean. Units: characters. */
const SHORTEST = 8;

/** What was set and is not read, and which name was perhaps meant. */
export type NotRead = Readonly<{ name: string; nearest: string | null }>;

/**
 * The names that look like a setting and are none, as far as they may stand: those that platforms set by themselves, and those near to
 * a name that others may have too.
 *
 * Errors: throws `WrongSetting` for a name that can only be meant for this program: who sets it expects that it holds.
 * Source: R-642.
 */
export function namesNotRead(env: Environment, settings: readonly Setting<unknown>[]): readonly NotRead[] {
  const names = namesOf(settings);
  const given = Object.keys(env).filter((name) => env[name] && !names.includes(name));
  for (const { name } of settings)
    if (given.includes(fileNameOf(name))) throw new WrongSetting(`${fileNameOf(name)} is no setting: set ${name} itself.`);

  return given.flatMap((name): readonly NotRead[] => {
    if (OF_PLATFORMS.some((pattern) => OURS.test(name) && pattern.test(name))) return [{ name, nearest: null }];
    const nearest = nearestTo(name, names);
    if (OURS.test(name) || (isNear(name, nearest) && OURS.test(nearest)))
      throw new WrongSetting(`${name} is no setting, and ${nearest} is the nearest one: set that, or leave ${name} out.`);
    return isNear(name, nearest) ? [{ name, nearest }] : [];
  });
}

/** One line for whoever started it; null where all was read. */
export function lineOfNotRead({ notRead }: Readonly<{ notRead: readonly NotRead[] }>): string | null {
  const names = notRead.map(({ name, nearest }) => (nearest === null ? name : `${name} (perhaps ${nearest} was meant)`));
  return names.length === 0 ? null : `Not read, as it is no setting: ${names.join(', ')}.`;
}

const namesOf = (settings: readonly Setting<unknown>[]): readonly string[] =>
  settings.flatMap(({ name, inFile }) => (inFile ? [name, fileNameOf(name)] : [name]));

function nearestTo(name: string, names: readonly string[]): string {
  const farness = new Map(names.map((known) => [known, changesBetween(name.toUpperCase(), known)]));
  return names.reduce((best, known) => (farness.get(known)! < farness.get(best)! ? known : best));
}

/** One slip of the fingers; two in a long name. */
const isNear = (name: string, known: string): boolean =>
  known.length >= SHORTEST && changesBetween(name.toUpperCase(), known) <= (known.length < 12 ? 1 : 2);

/** How many letters to add, leave out, replace or swap with the next one. */
function changesBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      row.push(Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + same, swapped));
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
