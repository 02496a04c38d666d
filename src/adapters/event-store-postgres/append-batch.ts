import type { PendingEvent } from '../../application/event-bytes.js';
import type { Append, AppendOutcome } from '../../application/ports/event-store.js';
import type { Instant } from '../../kernel/days.js';
import type { Call, Rows } from './append-line.js';
import { int4Array, textArray, uuidArray } from './binary-array.js';
import { positionOf } from './positions.js';

/** An append and its bytes, which stay the same however often they are sent. */
export type Prepared = Readonly<{ append: Append; events: readonly PendingEvent[] }>;

const APPEND = `select * from store.append_batch($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::uuid[], $7::uuid[],
  $8::int[], $9::int[], $10::int[], $11::uuid[], $12::text[], $13::int[], $14::int[], $15::bytea)`;

const FIND = 'select * from store.find_appends($1::text[], $2::text[], $3::int[], $4::uuid[])';

/** The call that appends a batch; `outcomesIn` reads its answer. */
export function appendCall(batch: readonly Prepared[]): Call {
  const appends = batch.map(({ append }) => append);
  const pending = batch.flatMap(({ events }) => events);
  const events = appends.flatMap((append) => append.events);
  const tenants = places(appends.map(({ tenant }) => tenant));
  const streams = places(appends.map(({ streamId }) => streamId));
  const values = [
    textArray(tenants.names),
    textArray(streams.names),
    int4Array(tenants.places),
    int4Array(streams.places),
    int4Array(appends.map(({ expectedVersion }) => expectedVersion)),
    uuidArray(appends.map(({ commandId }) => commandId)),
    uuidArray(appends.map(({ claims }) => claims?.decision ?? null)),
    int4Array(appends.map(({ claims }) => claims?.keys ?? 0)),
    int4Array(lastPlaces(batch)),
    int4Array(batch.flatMap(({ events }, index) => events.map(() => index + 1))),
    uuidArray(events.map(({ eventId }) => eventId)),
    textArray(events.map(({ type }) => type)),
    int4Array(pending.map(({ bytes }) => bytes.length)),
    int4Array(pending.map(({ offset }) => offset)),
    Buffer.concat(pending.map(({ bytes }) => bytes)),
  ];
  return { name: 'append-batch', text: APPEND, values };
}

/** The call that looks for a batch's appends; its answer has a row (place from 1, row, bytes in hex) per append that was found. */
export function findCall(batch: readonly Prepared[]): Call {
  const appends = batch.map(({ append }) => append);
  const values = [
    textArray(appends.map(({ tenant }) => tenant)),
    textArray(appends.map(({ streamId }) => streamId)),
    int4Array(appends.map(({ expectedVersion }) => expectedVersion)),
    uuidArray(appends.map(({ commandId }) => commandId)),
  ];
  return { name: 'find-appends', text: FIND, values };
}

/** What the append function answered about each append, in order: one row of four arrays in PostgreSQL's text form. */
export function outcomesIn(rows: Rows): readonly AppendOutcome[] {
  const [verdicts, versions, positions, times] = rows[0].map(elementsOf);
  return verdicts.map((verdict, index) => {
    switch (verdict) {
      case 'stored':
      case 'repeated': {
        const [version, position] = [Number(versions[index]), positionOf(positions[index])];
        return { kind: verdict, version, position, recordedAt: times[index] as Instant };
      }
      case 'conflict':
        return { kind: verdict, actualVersion: Number(versions[index]) };
      case 'unknown-stream':
      case 'claims-missing':
      case 'closed':
        return { kind: verdict };
      default:
        throw new Error(`the append function answered ${verdict}`);
    }
  });
}

/** Of an array whose elements need no quotes: codes, numbers and instants. */
function elementsOf(array: string | null): readonly string[] {
  return array === null || array === '{}' ? [] : array.slice(1, -1).split(',');
}

/** The place of each append's last event among those of the batch, counted from 1. */
function lastPlaces(batch: readonly Prepared[]): readonly number[] {
  let last = 0;
  return batch.map(({ events }) => (last += events.length));
}

/** Each name once, and for each entry the place of its name, counted from 1. */
function places(entries: readonly string[]): { names: readonly string[]; places: readonly number[] } {
  const known = new Map<string, number>();
  for (const entry of entries) if (!known.has(entry)) known.set(entry, known.size + 1);
  return { names: [...known.keys()], places: entries.map((entry) => known.get(entry)!) };
}
