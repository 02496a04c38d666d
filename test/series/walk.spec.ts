import { addDays, dayFrom } from '../../src/kernel/days.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { seriesDecider, type SeriesCommand, type SeriesRefusal } from '../../src/series/decider.js';
import type { Series } from '../../src/series/series.js';
import { RESUMPTIONS, RHYTHMS, SUSPENSIONS, type SeriesEvent } from '../../src/series/series.events.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { unseenOf } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

const begins = dayFrom('2019-09-02');
const someDay = (dice: Dice) => addDays(begins, dice.between(-5, 200));

const DATA: { [T in SeriesEvent['type']]: (dice: Dice) => Extract<SeriesEvent, { type: T }>['data'] } = {
  SeriesStarted: (dice) => ({ title: 'Plein' as PublicText, rhythm: dice.pick(RHYTHMS), programmeId: testId('programme') }),
  SeriesSuspended: (dice) => ({ reason: dice.pick(SUSPENSIONS), from: someDay(dice) }),
  SeriesResumed: (dice) => ({ reason: dice.pick(RESUMPTIONS), from: someDay(dice) }),
  SeriesEnded: (dice) => ({ lastOn: someDay(dice) }),
};

const BRINGS = {
  StartSeries: 'SeriesStarted',
  SuspendSeries: 'SeriesSuspended',
  ResumeSeries: 'SeriesResumed',
  EndSeries: 'SeriesEnded',
} as const satisfies Record<SeriesCommand['type'], SeriesEvent['type']>;

const seriesWalk: Walkable<Series, SeriesEvent, SeriesCommand, SeriesRefusal, undefined> = {
  decider: seriesDecider,
  begins,
  payload: (type, dice, { subject }) => (subject && dice.percent(50) ? subject : DATA[BRINGS[type]](dice)),
  subjectOf: (type) => type,
  replacement: ({ type }, dice) => DATA[type](dice),
  late: (occurredOn, dice) => {
    const type = dice.pick(['SeriesSuspended', 'SeriesResumed'] as const);
    return { type, occurredOn, data: DATA[type](dice) } as SeriesEvent;
  },
};

describe('series led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = [...Object.keys(seriesDecider.offers), 'late', 'void', 'overridden'];
    const refusals = [
      'series-already-suspended',
      'series-not-suspended',
      'resumes-before-suspension',
      'series-ended',
      'before-series',
    ];
    expect(unseenOf([...must, ...refusals.map((code) => `refused ${code}`)], seriesWalk, { walks: 20, steps: 30 })).toEqual([]);
  }, 120_000);
});
