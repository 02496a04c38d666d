import type { AnyEvent } from '../../../src/read-models/vocabularies.js';
import type { EventCorrected } from '../../../src/kernel/corrected.events.js';
import { streamIdOf } from '../../../src/kernel/ids.js';
import type { FactRow } from '../../../src/read-models/facts/fact.js';
import { facts } from '../../../src/read-models/facts/facts.projection.js';
import { datedRowsOf } from '../../../src/read-models/projection.js';
import * as benefit from '../../examples/candidate.examples.js';
import {
  bakery,
  candidateId,
  closed,
  goalChanged,
  goalSet,
  matchId,
  placed,
  placementEnded,
  placementId,
  started,
} from '../../examples/trajectory.examples.js';
import { idOf, replaced, voided } from '../../harness/decider-spec.js';
import { testId } from '../../harness/ids.js';
import { storedOn } from '../stored.js';

const trajectory = streamIdOf('trajectory', testId('trajectory', 'anna'));
const candidate = streamIdOf('candidate', benefit.anna);
const rowsOf = (stream: typeof trajectory, ...events: (AnyEvent | EventCorrected)[]): readonly FactRow[] =>
  datedRowsOf(facts, storedOn(stream, events));
const stretches = (rows: readonly FactRow[], fact: FactRow['fact']) =>
  rows.flatMap((row) => (row.fact === fact && row.knownTo === null ? [[row.code, row.validFrom, row.validTo]] : []));

describe('the facts of a trajectory', () => {
  it('say whose it is, with whom, and which step it was', () => {
    const rows = rowsOf(trajectory, ...placed({ on: '2019-11-04' }));

    expect(rows.every((row) => row.candidateId === candidateId && row.knownTo === null)).toBe(true);
    expect(rows.find(({ fact }) => fact === 'started')).toMatchObject({ code: 'meeting', round: 1, programmeVersion: 1 });
    expect(rows.filter(({ employerId }) => employerId === bakery).map(({ fact, aboutId }) => [fact, aboutId])).toEqual([
      ['match-proposed', matchId],
      ['match-made', matchId],
      ['talk-held', matchId],
      ['placement', placementId],
    ]);
  });

  it('let a placement hold on its last day, and a goal until the day before the next', () => {
    const rows = rowsOf(
      trajectory,
      ...placed({ on: '2019-11-04' }),
      goalChanged({ on: '2019-12-01', goal: 'volunteer-work' }),
      placementEnded({ on: '2020-02-29' }),
    );
    expect(stretches(rows, 'placement')).toEqual([['job', '2019-11-04', '2020-02-29']]);
    expect(stretches(rows, 'goal').map(([code, , validTo]) => [code, validTo])).toEqual([
      ['paid-work', '2019-11-30'],
      ['volunteer-work', null],
    ]);
  });

  it('keep what was known until a correction was sealed, and begin anew with it (P8, P9)', () => {
    const [start, goal] = [started({ on: '2019-09-02' }), goalSet({ on: '2019-09-03' })];
    const rows = rowsOf(
      trajectory,
      start,
      goal,
      replaced(idOf('GoalSet'), '2019-10-01', goalSet({ on: '2019-09-04', goal: 'volunteer-work' })),
      voided(idOf('GoalSet'), '2019-10-02'),
    ).filter(({ fact }) => fact === 'goal');

    expect(rows.map(({ code, validFrom }) => [code, validFrom])).toEqual([
      ['paid-work', '2019-09-03'],
      ['volunteer-work', '2019-09-04'],
    ]);
    expect(rows[0].knownTo).toBe(rows[1].knownFrom);
    expect(rows[1].knownTo).not.toBeNull();
  });

  it('have no closing on a day on which it was not closed', () => {
    expect(stretches(rowsOf(trajectory, started({ on: '2019-09-02' }), closed({ on: '2020-01-02' })), 'closed')).toEqual([
      ['paid-work', '2020-01-02', null],
    ]);
  });
});

describe('the facts of a candidate', () => {
  it('let a benefit hold from its first to its last day, and anew from where it was resumed', () => {
    const rows = rowsOf(
      candidate,
      benefit.registered({ on: '2019-09-01' }),
      benefit.benefitStarted({ on: '2018-05-01' }),
      benefit.benefitEnded({ on: '2019-12-31' }),
      benefit.benefitResumed({ on: '2020-06-01' }),
    );
    expect(stretches(rows, 'benefit')).toEqual([
      ['bijstand', '2018-05-01', '2019-12-31'],
      ['bijstand', '2020-06-01', null],
    ]);
  });

  it('say of a benefit whose beginning nobody told that it was there on its last day', () => {
    const rows = rowsOf(candidate, benefit.registered({ on: '2019-09-01' }), benefit.benefitEnded({ on: '2019-12-31' }));
    expect(stretches(rows, 'benefit')).toEqual([['bijstand', '2019-12-31', '2019-12-31']]);
  });
});
