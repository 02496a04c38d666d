import { addMicroseconds, dayFrom, type Instant } from '../../src/kernel/days.js';
import { effective, facts, ledgerOf, stateOf, withAppended, type History } from '../../src/kernel/history.js';
import type { Sealed } from '../../src/kernel/messages.js';
import { historyTold, idOf, replaced, restored, voided } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { toyDecider } from './toy/toy.js';
import {
  benefitStarted,
  matchId,
  opened,
  planMade,
  placedLife,
  proposed,
  reminderSent,
  reminderSet,
  talked,
} from './toy/toy.examples.js';
import type { ToyEvent } from './toy/toy.events.js';

const told = (history: History<ToyEvent>, cut?: Parameters<typeof effective>[1]): string[] =>
  effective(history, cut).map(({ type, occurredOn, version }) => `${version} ${type} ${occurredOn}`);

describe('the effective history', () => {
  it('stands in the order of days, and on one day in the order of versions (P9)', () => {
    const history = historyTold([
      opened('2019-09-05'),
      proposed('2019-09-12'),
      planMade('2019-09-10'),
      proposed('2019-09-10', testId('other')),
    ]);

    expect(told(history)).toEqual([
      '1 Opened 2019-09-05',
      '3 PlanMade 2019-09-10',
      '4 MatchProposed 2019-09-10',
      '2 MatchProposed 2019-09-12',
    ]);
  });

  it('begins with version 1, also where another fact lies before it (P9)', () => {
    const history = historyTold([opened('2019-09-05'), benefitStarted('2019-08-01')]);
    expect(told(history)).toEqual(['1 Opened 2019-09-05', '2 BenefitStarted 2019-08-01']);
  });

  it('shows a replaced event at its new day, with its own id and version (P8)', () => {
    const history = historyTold([
      opened('2019-09-05'),
      planMade('2019-09-10'),
      proposed('2019-09-12'),
      replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-15')),
    ]);

    expect(told(history)).toEqual(['1 Opened 2019-09-05', '3 MatchProposed 2019-09-12', '2 PlanMade 2019-09-15']);
    expect(effective(history)[2]).toMatchObject({
      eventId: idOf('PlanMade'),
      correctedBy: idOf('EventCorrected'),
      recordedAt: history[1].recordedAt,
    });
  });

  it('leaves out a voided event, and brings the original back when that is restored (P8)', () => {
    const before = [opened('2019-09-05'), planMade('2019-09-10')];
    const moved = [...before, replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-15'))];
    const gone = [...moved, voided(idOf('PlanMade'), '2019-09-21')];
    const back = [...gone, restored(idOf('PlanMade'), '2019-09-22')];

    expect(told(historyTold(moved))).toContain('2 PlanMade 2019-09-15');
    expect(told(historyTold(gone))).toEqual(['1 Opened 2019-09-05']);
    expect(told(historyTold(back))).toContain('2 PlanMade 2019-09-10');
    expect(effective(historyTold(back))[1].correctedBy).toBe(idOf('EventCorrected', 2));
  });

  it('goes by the last correction of an event, by version (P8)', () => {
    const history = historyTold([
      opened('2019-09-05'),
      planMade('2019-09-10'),
      replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-15')),
      replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-08')),
    ]);
    expect(told(history)).toEqual(['1 Opened 2019-09-05', '2 PlanMade 2019-09-08']);
  });

  it('never holds a correction, and leaves alone what it does not know', () => {
    expect(told(historyTold([opened('2019-09-05'), voided(idOf('PlanMade'), '2019-09-20')]))).toEqual(['1 Opened 2019-09-05']);
  });

  it('changes nothing that it is given', () => {
    const history = historyTold([...placedLife(), replaced(idOf('PlanMade'), '2019-10-02', planMade('2019-09-11'))]);
    const copy = structuredClone(history);
    effective(history, { validOn: dayFrom('2019-09-11') });
    expect(history).toEqual(copy);
  });
});

describe('a cut in time (P9)', () => {
  const history = historyTold([
    opened('2019-09-05'),
    planMade('2019-09-10'),
    proposed('2019-09-12'),
    replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-15')),
  ]);
  const sealedAt = (version: number): Instant => history[version - 1].sealedAt!;

  it('knows at an instant what was sealed by then, that instant included', () => {
    expect(told(history, { knownAt: sealedAt(3) })).toEqual([
      '1 Opened 2019-09-05',
      '2 PlanMade 2019-09-10',
      '3 MatchProposed 2019-09-12',
    ]);
    expect(told(history, { knownAt: addMicroseconds(sealedAt(3), -1) })).toEqual([
      '1 Opened 2019-09-05',
      '2 PlanMade 2019-09-10',
    ]);
    expect(told(history, { knownAt: addMicroseconds(sealedAt(1), -1) })).toEqual([]);
  });

  it('goes by the seal, not by when it was recorded', () => {
    const sealedLate = history.map((event) => ({ ...event, sealedAt: '2020-01-01T00:00:00.000000Z' as Instant }));
    expect(told(sealedLate, { knownAt: sealedAt(4) })).toEqual([]);
  });

  it('knows an event without a seal at no instant, and counts it in deciding', () => {
    const unsealed = history.map(({ sealedAt: _, ...event }) => event) as History<ToyEvent>;
    expect(told(unsealed, { knownAt: '2199-12-31T00:00:00.000000Z' as Instant })).toEqual([]);
    expect(told(unsealed)).toHaveLength(3);
  });

  it('leaves out what occurred after a day, as corrected, but never version 1', () => {
    expect(told(history, { validOn: dayFrom('2019-09-12') })).toEqual(['1 Opened 2019-09-05', '3 MatchProposed 2019-09-12']);
    expect(told(history, { validOn: dayFrom('2019-09-15') })).toHaveLength(3);
    expect(told(history, { validOn: dayFrom('2019-01-01') })).toEqual(['1 Opened 2019-09-05']);
  });

  it('may be made on both clocks at once', () => {
    const cut = { knownAt: sealedAt(3), validOn: dayFrom('2019-09-11') };
    expect(told(history, cut)).toEqual(['1 Opened 2019-09-05', '2 PlanMade 2019-09-10']);
  });
});

describe('where the words of an event lie', () => {
  const sealed = (digest: string): Sealed => ({ subject: 'candidate', digest });
  const correction = (version: number, where: 'kept' | 'given' | 'none', digest: string | null) => {
    const event = replaced(idOf('PlanMade'), '2019-09-20', planMade('2019-09-15'));
    const replacement = event.data.kind === 'replace' && { ...event.data.replacement, sealed: where };
    return {
      ...event,
      data: { ...event.data, replacement },
      eventId: testId('correction', version),
      sealed: digest && sealed(digest),
    };
  };
  const wordsAfter = (...corrections: readonly object[]) => {
    const history = historyTold([opened('2019-09-05'), planMade('2019-09-10')]).map((event) => ({
      ...event,
      sealed: sealed(event.type),
    }));
    const all = [...history, ...corrections.map((one, at) => ({ ...one, version: 3 + at, recordedAt: history[1].recordedAt }))];
    const { sealed: words, sealedUnder } = effective(all as unknown as History<ToyEvent>)[1];
    return { digest: words?.digest ?? null, sealedUnder };
  };
  const voiding = { ...voided(idOf('PlanMade'), '2019-09-21'), eventId: testId('void'), sealed: null };
  const restoring = { ...restored(idOf('PlanMade'), '2019-09-21'), eventId: testId('restore'), sealed: null };

  it('is under its own id as long as nothing else was said', () => {
    expect(wordsAfter()).toEqual({ digest: 'PlanMade', sealedUnder: idOf('PlanMade') });
    expect(wordsAfter(correction(3, 'kept', 'a note on the correction'))).toEqual({
      digest: 'PlanMade',
      sealedUnder: idOf('PlanMade'),
    });
  });

  it('is under the correction that gave other words, or took them away', () => {
    expect(wordsAfter(correction(3, 'given', 'new'))).toEqual({ digest: 'new', sealedUnder: testId('correction', 3) });
    expect(wordsAfter(correction(3, 'none', null))).toEqual({ digest: null, sealedUnder: testId('correction', 3) });
  });

  it('stays where it was when a later correction keeps it, also over a void', () => {
    const given = { digest: 'new', sealedUnder: testId('correction', 3) };
    expect(wordsAfter(correction(3, 'given', 'new'), correction(4, 'kept', null))).toEqual(given);
    expect(wordsAfter(correction(3, 'given', 'new'), voiding, correction(5, 'kept', null))).toEqual(given);
  });

  it('is with the original again when that is restored', () => {
    const own = { digest: 'PlanMade', sealedUnder: idOf('PlanMade') };
    expect(wordsAfter(correction(3, 'given', 'new'), restoring)).toEqual(own);
    expect(wordsAfter(correction(3, 'given', 'new'), restoring, correction(5, 'kept', null))).toEqual(own);
  });
});

describe('facts, ledger and state', () => {
  const history = historyTold([...placedLife(), reminderSet('2019-10-01'), talked('2019-10-05'), reminderSent('2019-10-10')]);

  it('keeps the ledger out of the facts, in version order', () => {
    expect(facts(toyDecider, history).some(({ type }) => type.startsWith('Reminder'))).toBe(false);
    expect(ledgerOf(toyDecider, history).map(({ type, version }) => [type, version])).toEqual([
      ['ReminderSet', 8],
      ['ReminderSent', 10],
    ]);
  });

  it('keeps version order in the ledger, whatever its days say', () => {
    const late = historyTold([...placedLife(), reminderSet('2019-10-12'), reminderSent('2019-10-11')]);
    expect(ledgerOf(toyDecider, late).map(({ version }) => version)).toEqual([8, 9]);
    expect([...stateOf(toyDecider, late).reminders.values()]).toMatchObject([{ sent: true }]);
  });

  it('folds the facts, then the ledger', () => {
    const state = stateOf(toyDecider, history);
    expect(state.matches.get(matchId)).toEqual({ candidate: '2019-09-13', employer: '2019-09-16', made: '2019-09-16' });
    expect([...state.placements.values()]).toMatchObject([{ talks: 1 }]);
    expect([...state.reminders.values()]).toMatchObject([{ sent: true }]);
  });

  it('folds a ledger cut in time as the facts are (P9)', () => {
    expect([...stateOf(toyDecider, history, { validOn: dayFrom('2019-10-09') }).reminders.values()]).toMatchObject([
      { sent: false },
    ]);
  });

  it('gives what is appended the next versions, unsealed', () => {
    const event = { ...talked('2019-10-06'), eventId: testId<'event'>('new') };
    const [added] = withAppended(history, [event], '2019-10-10T10:00:00.000000Z' as Instant).slice(-1);
    expect(added).toEqual({ ...event, version: 11, recordedAt: '2019-10-10T10:00:00.000000Z', sealed: null });
  });
});
