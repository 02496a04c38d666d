import pg from 'pg';
import type { Connections } from '../adapters/connections.js';
import { verifyStore, type Verified } from '../adapters/event-store-postgres/verify.js';
import type { Strangers, Verified as OnServer } from '../adapters/event-store-kurrentdb/verify.js';
import { verifyLogElsewhere } from '../adapters/event-store-kurrentdb/verify-elsewhere.js';
import { furthestRead } from '../adapters/read-models-typeorm/furthest-read.js';
import { storeOf } from '../lifecycle/beside.js';
import { EXIT } from '../lifecycle/ending.js';
import { run, type Running } from '../lifecycle/running.js';
import { logBeside, logNameOf, whereIs } from '../composition/open-log.js';
import { letterOf, placesElsewhere } from '../composition/places-remembered.js';
import { settingsHere, unknownFlag } from '../settings/settings.js';

/**
 * `npm run store:verify [-- --demo]`: proves that nothing in the log was altered, or names the first event that was.
 * It works beside a running Trajectlijn, and otherwise starts the database for as long as it takes.
 * Exit codes: 0 the log is whole, 1 it is not.
 */
run(async (running) => {
  const settings = settingsHere([]);
  const { place, connections } = await storeOf(running, settings, isOfDemo(process.argv.slice(2)) ? 'demo' : 'real');

  const database = await wayInto(running, connections);
  const elsewhere = await logBeside(settings, database);
  running.say(`Verifying the log ${elsewhere === null ? `in ${place}` : `of ${place}, which is on ${whereIs(elsewhere)}`} ...`);
  const log = logNameOf(elsewhere);
  const reached = await furthestRead(database, letterOf(log));
  const walk = { progress: (events: number) => running.say(`${events} events are good`), reached };
  const verified =
    elsewhere === null ? await verifyStore(database, walk) : await verifyLogElsewhere(elsewhere, { ...walk, database });

  running.say(lineOf(verified));
  const elsewhereRead = await placesElsewhere(database, log);
  if (elsewhereRead !== null) running.say(elsewhereRead);
  running.finished(isGood(verified) ? EXIT.stopped : EXIT.unexpected);
});

/** Errors: throws `WrongSetting` for a flag that this program does not know. */
function isOfDemo(flags: readonly string[]): boolean {
  const unknown = flags.find((flag) => flag !== '--demo');
  if (unknown !== undefined) throw unknownFlag(unknown, 'use --demo, or nothing');
  return flags.includes('--demo');
}

/** Into the log of all tenants, and into the read models, which know how far it once reached: the writer sees both. */
async function wayInto(running: Running, { writer }: Connections): Promise<pg.Client> {
  const client = new pg.Client(writer);
  await client.connect();
  running.started('reading', () => client.end());
  return client;
}

/** `1 tenant`, `2 tenants`. */
const counted = (count: number, of: string): string => `${count} ${of}${count === 1 ? '' : 's'}`;

type OnKurrentDb = Pick<OnServer, 'unsealed' | 'strangers' | 'unlike'>;

const isGood = ({ bad, missing, unlike = null }: Verified & Partial<OnKurrentDb>): boolean =>
  bad === null && missing === null && unlike === null;

function lineOf({
  events,
  streams,
  tenants,
  bad,
  missing,
  unsealed = 0,
  strangers,
  unlike,
}: Verified & Partial<OnKurrentDb>): string {
  const walked = `${counted(events, 'event')} of ${counted(streams, 'stream')} and ${counted(tenants, 'tenant')} are good`;
  if (missing !== null) return `The log is NOT whole: ${walked}; then events are missing: it once reached position ${missing}.`;
  const awaiting = unsealed > 0 ? `, of which the last ${unsealed} are not sealed yet` : '';
  if (bad === null && unlike) return `The log is whole: ${walked}${awaiting}. ${copyIn(unlike)}`;
  if (bad === null) return `The log is whole: ${walked}${awaiting}.${strangers ? ` ${strangersIn(strangers)}` : ''}`;
  const { streamId, version, eventId, position, fault } = bad;
  return `The log is NOT whole: ${walked}; then version ${version} of ${streamId} (event ${eventId}, position ${position}): ${fault}.`;
}

const strangersIn = ({ count, streamId, revision, type }: Strangers): string =>
  `In its name space ${counted(count, 'event')} of another hand ${count === 1 ? 'is' : 'are'} passed over, the first in the stream ${streamId} at revision ${revision} (${type}).`;

/** The copy is filled in again from the log by whoever runs next. */
function copyIn(unlike: NonNullable<OnServer['unlike']>): string {
  const what =
    typeof unlike === 'number'
      ? `has ${counted(unlike, 'seal')} too many`
      : `says otherwise of version ${unlike.version} of ${unlike.streamId}`;
  return `The copy of its seals in PostgreSQL is NOT: it ${what}; empty it (truncate kurrentdb.seal), and it is filled in again.`;
}
