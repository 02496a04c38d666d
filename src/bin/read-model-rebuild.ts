import pg from 'pg';
import type { Connections } from '../adapters/connections.js';
import type { Compared } from '../adapters/read-models-typeorm/compared.js';
import { BuildStopped } from '../adapters/read-models-typeorm/rebuild.js';
import { SwapRefused } from '../adapters/read-models-typeorm/swap.js';
import type { Shelved } from '../adapters/read-models-typeorm/projections.js';
import type { Position } from '../application/ports/event-store.js';
import { storeOf } from '../lifecycle/beside.js';
import { EXIT } from '../lifecycle/ending.js';
import { Progress } from '../lifecycle/progress.js';
import { run, type Running } from '../lifecycle/running.js';
import { projectionsNamed, rebuilt, type Rebuilt } from '../composition/rebuild.js';
import { logBeside, openLog, placeAlong } from '../composition/open-log.js';
import { settingsHere, unknownFlag, type Settings } from '../settings/settings.js';

/** Longer than the lease of one that was killed lasts; milliseconds of real time. */
const PATIENCE = 15_000;

const FLAGS = ['--demo', '--check'];

/**
 * `npm run read-model:rebuild [-- <name> ...] [--check] [--demo]`: makes projections anew from the log beside those that readers see,
 * and puts them in their place; with `--check` they are compared and given up.
 * It works beside a running Trajectlijn, and otherwise starts the database for as long as it takes. Killed, it goes on where it was.
 * Exit codes: 0 done and the same, 1 something differed or could not be done.
 */
run(async (running) => {
  const words = process.argv.slice(2);
  const flags = flagsOf(words);
  const meant = projectionsNamed(words.filter((word) => !flags.includes(word)));
  const settings = settingsHere([]);
  const { connections } = await storeOf(running, settings, flags.includes('--demo') ? 'demo' : 'real');

  const around = await opened(running, { connections, settings });
  const came: boolean[] = [];
  for (const shelved of meant) came.push(await makeAnew(running, { ...around, checkOnly: flags.includes('--check') }, shelved));
  running.finished(came.every(Boolean) ? EXIT.stopped : EXIT.unexpected);
});

/** Errors: throws `WrongSetting` for a flag that this program does not know. */
function flagsOf(words: readonly string[]): readonly string[] {
  const flags = words.filter((word) => word.startsWith('--'));
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw unknownFlag(unknown, `use ${FLAGS.join(', ')}, or nothing`);
  return flags;
}

type Opened = Awaited<ReturnType<typeof opened>> & Readonly<{ checkOnly: boolean }>;

/** Tells how it goes, and answers whether all was well. */
async function makeAnew(running: Running, { checkOnly, ...around }: Opened, shelved: Shelved): Promise<boolean> {
  const { name } = shelved.projection;
  const progress = new Progress(process.stdout);
  const onProgress = (at: Position, aim: Position): void => progress.show(placeAlong(at), placeAlong(aim), name);
  const came = await rebuilt({ ...around, onProgress, patienceMs: PATIENCE }, shelved, { checkOnly }).catch(refusedAsLine);
  progress.end();
  running.say(`${name}: ${typeof came === 'string' ? came : lineOf(came)}`);
  return typeof came !== 'string' && came.kind !== 'held' && (came.compared?.differing ?? 0) === 0;
}

/** Reads the log of all tenants and writes read models; nothing is appended. */
async function opened(running: Running, { connections, settings }: Readonly<{ connections: Connections; settings: Settings }>) {
  const poolOf = (login: 'writer' | 'reader' | 'flusher', max: number): pg.Pool =>
    new pg.Pool({ ...connections[login], max }).on('error', () => undefined);
  const pools = { writer: poolOf('writer', 6), reader: poolOf('reader', 1), flusher: poolOf('flusher', 1) };
  const elsewhere = await logBeside(settings, pools.writer);
  const nobody = (): void => undefined;
  const { store, name, end } = await openLog({ connections, pools, elsewhere, onError: nobody, alarm: nobody, readsOnly: true });
  let isStopped = false;
  running.started('rebuilding', async () => {
    isStopped = true;
    await store.close();
    await end();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  });
  return { store, log: name, pool: pools.writer, isStopped: () => isStopped };
}

function refusedAsLine(error: unknown): string {
  if (error instanceof BuildStopped) return 'stopped; run this again to go on where it is.';
  if (error instanceof SwapRefused)
    return `NOT replaced: the new rows would show more streams stale than those that are shown now: ${error.streams.join(', ')}. Mend the fold, and run this again.`;
  throw error;
}

function lineOf(came: Rebuilt): string {
  if (came.kind === 'held') return 'NOT made: another process is making it, or a newer release made what is shown.';
  const done = came.kind === 'live' ? 'made anew and shown now' : 'made anew, compared and given up';
  return came.compared === null ? `${done}; what was shown is of another version.` : `${done}; ${comparison(came.compared)}`;
}

function comparison({ rows, digest, differing, streams }: Compared): string {
  const made = `${rows} rows, digest ${digest}`;
  if (differing === 0) return `${made}, the same as those shown before.`;
  const more = differing > streams.length ? ' and others' : '';
  return `${made}. NOT the same as those shown before: ${differing} streams differ: ${streams.join(', ')}${more}.`;
}
