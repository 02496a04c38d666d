import { parseArgs } from 'node:util';
import pg from 'pg';
import { connectTo } from '../adapters/event-store-kurrentdb/connect.js';
import { NameSpace } from '../adapters/event-store-kurrentdb/names.js';
import { openToCopy } from '../adapters/event-store-kurrentdb/open-to-copy.js';
import { placeOf } from '../adapters/event-store-kurrentdb/server-address.js';
import { PostgresCopyableLog } from '../adapters/event-store-postgres/copyable-log.js';
import { copyPlaces, type CopyPlace, type CopyPlaces } from './copy-places.js';
import { copyStore, giveUpCopying, type Side, type StoreCopied } from '../composition/copying.js';
import { interruptionOf } from '../composition/copy-interrupted.js';
import { EXIT } from '../lifecycle/ending.js';
import { Progress } from '../lifecycle/progress.js';
import { run, type Running } from '../lifecycle/running.js';
import { settingsHere, WrongSetting } from '../settings/settings.js';

const OPTIONS = {
  to: { type: 'string' },
  demo: { type: 'boolean', default: false },
  'give-up': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const HELP = `npm run store:copy -- --to <folder>|database|kurrentdb|postgresql [--demo] [--give-up]

Moves the store to another place, with everything that belongs to it, and closes the old one, which takes nothing more from then on.
Killed or stopped and run again, it goes on where it was. The copy is held against its source before it is opened.

  --to folder      another folder, which is to be DATA_DIR from then on
  --to database    the database of DATABASE_URL, from the one in DATA_DIR
  --to kurrentdb   the log alone, into KURRENTDB_NAME_SPACE on KURRENTDB_URL; what stands beside it stays in PostgreSQL
  --to postgresql  the log alone, from there back into that PostgreSQL
  --demo           the demo's store
  --give-up        opens the source again, as long as the copy is not the store

A database of DATABASE_URL needs DATABASE_COPIER_PASSWORD too; docs/operations/move-a-store.md says what to stop and to check first.`;

/**
 * Works beside a running Trajectlijn, and otherwise starts the database for as long as it takes; a folder that is copied into may not be
 * in use. Exit codes: 0 done, 1 the copy is not what its source is, or it was stopped.
 * Source.
 */
run(async (running) => {
  const { to, demo, 'give-up': givesUp, help } = wished();
  if (help) return told(running, HELP);
  if (to === undefined) throw new WrongSetting('Say where to: npm run store:copy -- --to <folder>; --help tells all.');

  const places = await copyPlaces(running, settingsHere([]), { to, store: demo ? 'demo' : 'real' });
  const sides = await sidesOf(running, places);
  if (givesUp) {
    const { place } = places.from;
    const wasClosed = await giveUpCopying(sides);
    return told(running, wasClosed ? `Given up: ${place} takes appends again.` : `Nothing to give up: ${place} takes appends.`);
  }
  const came = await withBar(running, sides);
  if (came !== null) running.say(lineOf(came, places));
  running.finished(came === null || came.kind === 'differs' ? EXIT.unexpected : EXIT.stopped);
});

function told(running: Running, text: string): void {
  running.say(text);
  running.finished(EXIT.stopped);
}

function wished() {
  try {
    return parseArgs({ args: process.argv.slice(2), options: OPTIONS }).values;
  } catch (error) {
    throw new WrongSetting(`${(error as Error).message.split('.')[0]}: npm run store:copy -- --help tells all.`);
  }
}

type Sides = Readonly<{ from: Side; to: Side; isStopped: () => boolean }>;

async function sidesOf(running: Running, { from, to }: CopyPlaces): Promise<Sides> {
  let stopped = false;
  const sides = { from: await sideOf(running, from, 'source'), to: await sideOf(running, to, 'target') };
  running.started('copying', () => Promise.resolve(void (stopped = true)));
  return { ...sides, isStopped: () => stopped };
}

async function sideOf(running: Running, { place, connections, kurrentdb }: CopyPlace, side: 'source' | 'target'): Promise<Side> {
  const beside = connections.copier;
  if (kurrentdb) {
    const [client, names] = [connectTo(kurrentdb.server), new NameSpace(kurrentdb.nameSpace)];
    running.started('the way to KurrentDB', () => client.dispose());
    const { log, close } = await openToCopy({ side, client, names, place: placeOf(kurrentdb.server), connections });
    running.started('sealing', close);
    return { log, beside, place };
  }
  const pool = new pg.Pool({ ...beside, max: 3 }).on('error', () => undefined);
  running.started('copying', () => pool.end());
  return { log: new PostgresCopyableLog(pool), beside, place };
}

/** Null when it was stopped. */
async function withBar(running: Running, sides: Sides): Promise<StoreCopied | null> {
  const bars = { copied: new Progress(process.stdout), compared: new Progress(process.stdout) };
  try {
    return await copyStore({ ...sides, onProgress: (step, done, total) => bars[step].show(done, total, step) });
  } catch (error) {
    const why = interruptionOf(error);
    if (why === null) throw error;
    running.say(`${why}; run this again to go on where it is.`);
    return null;
  } finally {
    for (const bar of Object.values(bars)) bar.end();
  }
}

function lineOf(came: StoreCopied, { from, to, afterwards }: CopyPlaces): string {
  switch (came.kind) {
    case 'moved':
      return `Moved: ${came.events} events, the same one by one, are in ${to.place}. ${afterwards} ${from.place} is closed and stays as it was.`;
    case 'moved-before':
      return `Moved before: all ${came.events} events of ${from.place} are in ${to.place}, which takes appends since.`;
    case 'differs': {
      const { event, streamId, version, fault } = came.difference;
      return `NOT moved: at event ${event} (version ${version} of ${streamId}) the copy is not its source: ${fault}. Both are closed; --give-up opens the source again.`;
    }
  }
}
