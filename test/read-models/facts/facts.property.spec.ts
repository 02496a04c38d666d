import { addDays, type Day, type Instant } from '../../../src/kernel/days.js';
import { occurredDay } from '../../../src/kernel/history.js';
import { categoryOf } from '../../../src/kernel/ids.js';
import type { StoredShape } from '../../../src/kernel/vocabulary.js';
import { HAPPENED, type FactRow } from '../../../src/read-models/facts/fact.js';
import { facts } from '../../../src/read-models/facts/facts.projection.js';
import { datedRowsOf } from '../../../src/read-models/projection.js';
import { Dice } from '../../harness/dice.js';
import { SEED } from '../../harness/seed.js';
import { livesShuffled } from '../runner/lives.js';
import { streamsOf } from './lived.js';
import { recounted, type Said } from './recounted.js';

/** Streams of each property, appends over all, and moments asked of each stream. */
const [STREAMS, APPENDS, MOMENTS] = [8, 500, 50];

const dice = new Dice(SEED);
const streams = [...streamsOf(livesShuffled(dice, { streams: STREAMS, appends: APPENDS })).values()].filter(([{ streamId }]) =>
  ['candidate', 'trajectory'].includes(categoryOf(streamId)),
);

const happens = new Set<string>(HAPPENED);

/** What the rows say of one moment of knowing and one day. */
function said(rows: readonly FactRow[], knownAt: Instant, validOn: Day): readonly Said[] {
  const then = rows.filter(
    ({ knownFrom, knownTo, validFrom, validTo }) =>
      knownFrom <= knownAt &&
      (knownTo === null || knownAt < knownTo) &&
      validFrom <= validOn &&
      (validTo === null || validOn <= validTo),
  );
  return [...new Set(then.map(sayingOf))].sort();
}

function sayingOf({ fact, code, aboutId, eventId }: FactRow): Said {
  if (happens.has(fact)) return `${fact} ${eventId}`;
  if (fact === 'retraining' || fact === 'merged') return `${fact} ${aboutId}`;
  return ['placement', 'return-told'].includes(fact) ? `${fact} ${code} ${aboutId}` : `${fact} ${code}`;
}

/** Instants and days at which something changes, and the days just before and after. */
function momentOf(stored: readonly StoredShape[], rows: readonly FactRow[]): [knownAt: Instant, validOn: Day] {
  const event = dice.pick(stored);
  const row = rows.length > 0 && dice.percent(70) ? dice.pick(rows) : null;
  const knownAt = row && dice.percent(80) ? row.knownFrom : event.sealedAt!;
  const day = row ? (row.validTo ?? row.validFrom) : occurredDay(event);
  return [knownAt, addDays(day, dice.between(-1, 1))];
}

describe(`facts on both clocks (seed ${SEED})`, () => {
  it('say at any instant and on any day what a recount of the raw events says (P9)', () => {
    const seen = new Set<string>();
    for (const stored of streams) {
      const rows = datedRowsOf(facts, stored);
      for (let n = 0; n < MOMENTS; n += 1) {
        const [knownAt, validOn] = momentOf(stored, rows);
        const expected = recounted(stored, { knownAt, validOn });
        expect({ streamId: stored[0].streamId, knownAt, validOn, said: said(rows, knownAt, validOn) }).toEqual({
          streamId: stored[0].streamId,
          knownAt,
          validOn,
          said: expected,
        });
        for (const one of expected) seen.add(one.split(' ')[0]);
      }
    }
    expect(seen.size).toBeGreaterThan(18);
  });

  it('only ever end what was known before: what is learned later is added after it (P8)', () => {
    for (const stored of streams) {
      const rows = datedRowsOf(facts, stored);
      const { sealedAt: until } = stored[Math.floor(stored.length / 2)];
      const earlier = datedRowsOf(
        facts,
        stored.filter(({ sealedAt }) => sealedAt! <= until!),
      );
      const still = rows.slice(0, earlier.length);
      expect(still.map(({ knownTo: _, ...row }) => row)).toEqual(earlier.map(({ knownTo: _, ...row }) => row));
    }
  });
});
