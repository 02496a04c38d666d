import { addDays, type Day } from '../../src/kernel/days.js';
import type { Effective, History } from '../../src/kernel/history.js';
import type { Id } from '../../src/kernel/ids.js';
import type { Meta } from '../../src/kernel/messages.js';
import { followUpsAfter } from '../../src/follow-ups/follow-ups-after.js';
import { SIDES } from '../../src/programme/terms.js';
import type { LedgerEvent, TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import { plainFacts } from '../harness/oracle.js';
import { nthFollowUp, trajectoryWalk } from '../trajectory/trajectory.walk.js';
import { asksLaterUnder, walkedShelf } from '../trajectory/walked-programmes.js';

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

type Facts = readonly Effective<TrajectoryEvent>[];

/**
 * What must be so of one promise, in the plainest words: whether it is open, done or released, its due day, and under which rules before
 * it may have fallen due on which days.
 */
type Expected = Readonly<{ key: string; dueOn: readonly Day[]; standing: 'open' | 'done' | 'released' }>;

/** From which fact on later talks are asked for, and from which day at the earliest; a migration back there is none. */
function laterFrom(facts: Facts): Readonly<{ at: number; from: Day | null }> | null {
  let begins: { at: number; from: Day | null } = { at: 0, from: null };
  for (const [at, fact] of facts.entries()) {
    if (fact.type === 'ProgrammeVersionMigrated') begins = { at, from: fact.data.followUpsFrom };
    if (fact.type !== 'ProgrammeVersionMigrated' && fact.type !== 'TrajectoryOffered' && fact.type !== 'TrajectoryStarted')
      continue;
    const last = facts.findLast((one) => one.type === 'TrajectoryOffered' || one.type === 'TrajectoryStarted');
    const named = fact.type === 'ProgrammeVersionMigrated' ? fact : (last ?? fact);
    if (asksLaterUnder(named.data)) return begins;
  }
  return null;
}

const laterOfBoth = (day: Day, from: Day | null): Day => (from !== null && from > day ? from : day);

/** Where a waived refusal began with something else, nothing says which programme promises; no stream begins so. */
const isUnderProgramme = ({ type }: TrajectoryEvent): boolean => type === 'TrajectoryOffered' || type === 'TrajectoryStarted';

function expectedIn(facts: Facts): Expected[] {
  if (!facts.some(isUnderProgramme)) return [];
  const later = laterFrom(facts);
  return facts.flatMap((cause, at) => {
    if (cause.type !== 'PlacementStarted') return [];
    const from = later !== null && at < later.at ? later.from : null;
    return later === null
      ? talksAfter(14, { facts, at })
      : [...talksMoved({ facts, at, later, from }), ...reviews({ facts, at, later, from })];
  });
}

type Placed = Readonly<{ facts: Facts; at: number }>;
type Later = Placed & Readonly<{ later: Readonly<{ at: number }>; from: Day | null }>;

function talksAfter(days: number, { facts, at }: Placed): Expected[] {
  const { eventId, occurredOn } = facts[at];
  return SIDES.map((side) => {
    const { standing } = standingOf(facts, at, side);
    return { key: `check-in ${eventId} ${side}`, dueOn: [addDays(occurredOn, days)], standing };
  });
}

/** A week later, and not before the migration where one brought that; what fell due before it may stand on its first day. */
function talksMoved({ from, later, ...placed }: Later): Expected[] {
  const before = placed.at < later.at ? talksAfter(14, placed) : [];
  return talksAfter(21, placed).map((talk, nth) => {
    const dueOn = talk.dueOn.map((day) => laterOfBoth(day, from));
    return { ...talk, dueOn: [...(before[nth]?.dueOn ?? []), ...dueOn] };
  });
}

/** Where it was spoken of before the migration that asks for it, or had ended, there is none. */
function reviews({ facts, at, later, from }: Later): Expected[] {
  const { eventId, occurredOn } = facts[at];
  const { standing, over } = standingOf(facts, at, 'candidate');
  const dueOn = [addDays(laterOfBoth(occurredOn, from), 30)];
  return over !== null && over < later.at && at < later.at ? [] : [{ key: `review ${eventId} candidate`, dueOn, standing }];
}

/** How a talk with one side after a placement stands, and which fact decided it. */
function standingOf(facts: Facts, at: number, side: string): Readonly<{ standing: Expected['standing']; over: number | null }> {
  const { placementId } = facts[at].data as { placementId: string };
  const isIts = (fact: TrajectoryEvent): boolean => 'placementId' in fact.data && fact.data.placementId === placementId;
  const over = facts.findIndex(
    (fact, nth) =>
      nth > at && isIts(fact) && (fact.type === 'PlacementEnded' || (fact.type === 'CheckInRecorded' && fact.data.with === side)),
  );
  if (over === -1) return { standing: 'open', over: null };
  return { standing: facts[over].type === 'PlacementEnded' ? 'released' : 'done', over };
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
  return {
    key: `${data.ruleId === ('review' as string) ? 'review' : 'check-in'} ${data.cause} ${data.with}`,
    dueOn: data.dueOn,
    ended: null,
    fellDue: 0,
    version: 1,
  };
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

  const open = lines.filter(({ ended }) => ended === null);
  const promised = expected.filter(({ standing }) => standing === 'open');
  expect(open.map(({ key }) => key).sort()).toEqual(promised.map(({ key }) => key).sort());
  const isElsewhere = ({ key, dueOn, fellDue }: Line): boolean => {
    const days = promised.find((one) => one.key === key)?.dueOn ?? [];
    return fellDue > 0 ? !days.includes(dueOn) : days.at(-1) !== dueOn;
  };
  expect(open.filter(isElsewhere)).toEqual([]);
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
