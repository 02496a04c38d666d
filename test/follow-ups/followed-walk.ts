import { addDays, type Day } from '../../src/kernel/days.js';
import type { Effective, History } from '../../src/kernel/history.js';
import type { Id } from '../../src/kernel/ids.js';
import type { Meta } from '../../src/kernel/messages.js';
import { followUpsAfter } from '../../src/follow-ups/follow-ups-after.js';
import { SIDES } from '../../src/programme/terms.js';
import type { LedgerEvent, TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { plainFacts } from '../harness/oracle.js';
import { nthFollowUp, trajectoryWalk, walkedShelf } from '../trajectory/trajectory.walk.js';

const { decider } = trajectoryWalk;
const rules = { decider, shelf: walkedShelf };

/** The follow-up events of a history, in the order in which they came. */
const ledgerOf = (history: History<TrajectoryEvent>): readonly LedgerEvent[] =>
  history.filter(({ type }) => (decider.ledger as ReadonlySet<string>).has(type)) as unknown as readonly LedgerEvent[];

/** Ids of follow-ups count through the walk, so that blind commands can name them. */
function counting(history: History<TrajectoryEvent>, meta: Meta): Meta {
  const before = ledgerOf(history).filter(({ type }) => type === 'FollowUpPlanned').length;
  return { ...meta, newId: <N extends string>(_: N, index = 0) => nthFollowUp(before + index) as string as Id<N> };
}

/** What must be so of one promise: its due day, and whether it is open, done or released, in the plainest words. */
type Expected = Readonly<{ key: string; dueOn: Day; standing: 'open' | 'done' | 'released' }>;

function expectedIn(facts: readonly Effective<TrajectoryEvent>[]): Expected[] {
  return facts.flatMap((cause, at) => {
    if (cause.type !== 'PlacementStarted') return [];
    const { placementId } = cause.data;
    const later = facts.slice(at + 1);
    const endsAt = later.findIndex((fact) => fact.type === 'PlacementEnded' && fact.data.placementId === placementId);

    return SIDES.map((side): Expected => {
      const isSpoken = (fact: TrajectoryEvent): boolean =>
        fact.type === 'CheckInRecorded' && fact.data.placementId === placementId && fact.data.with === side;
      const spokenAt = later.findIndex(isSpoken);
      const isDone = spokenAt >= 0 && (endsAt < 0 || spokenAt < endsAt);
      const standing = isDone ? 'done' : endsAt < 0 ? 'open' : 'released';
      return { key: `${cause.eventId} ${side}`, dueOn: addDays(cause.occurredOn, 14), standing };
    });
  });
}

type Of<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>;
type Line = { key: string; dueOn: Day; ended: 'done' | 'cancelled' | null; fellDue: number; version: number };

/** The ledger by follow-up, read line by line; what cannot be said of a follow-up throws. */
function linesIn(history: History<TrajectoryEvent>): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const event of ledgerOf(history)) {
    const { followUpId } = event.data;
    lines.set(followUpId, event.type === 'FollowUpPlanned' ? planned(event, lines) : after(event, lines.get(followUpId)));
  }
  return lines;
}

function planned({ data }: Of<'FollowUpPlanned'>, lines: ReadonlyMap<string, Line>): Line {
  if (lines.has(data.followUpId)) throw new Error('planned twice under one id');
  return { key: `${data.cause} ${data.with}`, dueOn: data.dueOn, ended: null, fellDue: 0, version: 1 };
}

function after(event: Exclude<LedgerEvent, { type: 'FollowUpPlanned' }>, line: Line | undefined): Line {
  if (!line || line.ended) throw new Error(`${event.type} of a follow-up that is not open`);
  switch (event.type) {
    case 'FollowUpMoved':
      if (line.fellDue > 0) throw new Error('moved after it fell due');
      if (event.data.version !== line.version + 1) throw new Error('versions do not count on');
      return { ...line, dueOn: event.data.dueOn, version: event.data.version };
    case 'FollowUpFellDue':
      return { ...line, fellDue: line.fellDue + (event.data.step === 0 ? 1 : 0) };
    case 'FollowUpDone':
      return { ...line, ended: 'done' };
    case 'FollowUpCancelled':
      return { ...line, ended: 'cancelled' };
  }
}

/** The ledger says what the facts promise: one open follow-up per open promise on its day, none elsewhere, none due twice. */
function holdLedger(history: History<TrajectoryEvent>): void {
  const lines = [...linesIn(history).values()];
  const expected = expectedIn(plainFacts(decider, history));

  const open = lines.filter(({ ended }) => ended === null).map(({ key, dueOn }) => `${key} ${dueOn}`);
  const promised = expected.filter(({ standing }) => standing === 'open').map(({ key, dueOn }) => `${key} ${dueOn}`);
  expect(open.sort()).toEqual(promised.sort());
  expect(lines.filter(({ fellDue }) => fellDue > 1)).toEqual([]);

  const done = expected.filter(({ standing }) => standing === 'done').map(({ key }) => key);
  const lastSaid = (key: string) => lines.findLast((line) => line.key === key)?.ended;
  expect(done.filter((key) => lastSaid(key) !== 'done')).toEqual([]);
}

/** Lives whose appends plan their follow-ups; on each step the ledger must say what the facts promise, and nothing be left to say. */
export const followedWalk: typeof trajectoryWalk = {
  ...trajectoryWalk,
  followedBy: (history, meta) => followUpsAfter(rules, history, counting(history, meta)),
  holds({ after, meta }) {
    expect(followUpsAfter(rules, after, meta)).toEqual([]);
    holdLedger(after);
  },
};
