import { definition, type Definition } from './programme.events.js';
import { DAYS_OF, WAITING_FOR_NO_PHASE } from './terms.js';
import { reachableIn } from './reachable.js';
import { atEach, fault, repeats, type Fault } from './faults.js';
import { mappingFaults } from './mapping-faults.js';
import { nameFaults } from './names.js';

/** Whether a working calendar of this name is known. */
export type KnowsCalendar = (calendar: string) => boolean;

export type CheckedDefinition = Readonly<{ definition: Definition }> | Readonly<{ faults: readonly Fault[] }>;

/**
 * Reads a definition as it stands in a file, and checks it.
 *
 * Shape: the definition, or every fault that was found, in the order of the file; those of the schema come alone.
 */
export function checkedDefinition(value: unknown, knowsCalendar: KnowsCalendar): CheckedDefinition {
  const parsed = definition.safeParse(value);
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => fault(path, 'misfit', message)) };

  const faults = faultsOf(parsed.data, knowsCalendar);
  return faults.length > 0 ? { faults } : { definition: parsed.data };
}

/**
 * What would make a definition that fits its schema promise or forbid what it does not mean.
 *
 * Source, docs/rules.md.
 */
export function faultsOf(checked: Definition, knowsCalendar: KnowsCalendar): readonly Fault[] {
  return [
    ...namesakes(checked),
    ...unheld(checked),
    ...unopened(checked),
    ...undemandable(checked),
    ...unreachable(checked),
    ...fleeting(checked),
    ...mappingFaults(checked),
    ...nameFaults(checked),
    ...atEach(checked.followUps, 'followUps', (rule) => [
      ...(knowsCalendar(rule.calendar)
        ? []
        : [fault(['calendar'], 'unknown-calendar', `no calendar is called ${rule.calendar}`)]),
      ...unreckonable(rule),
      ...endless(rule),
      ...contradictions(rule),
      ...neverHappening(rule, checked),
    ]),
  ];
}

/** Two of one name: which of them is meant, nobody can say. */
function namesakes({ phases, followUps, goals, placementKinds, results, milestones = [] }: Definition): Fault[] {
  const held = phases.flatMap(({ holds }, at) =>
    holds.map((event, nth) => ({ path: ['phases', at, 'holds', nth], name: event })),
  );
  return [
    ...repeats(phases.map(({ id }, at) => ({ path: ['phases', at, 'id'], name: id }))),
    ...repeats(followUps.map(({ id }, at) => ({ path: ['followUps', at, 'id'], name: id }))),
    ...repeats(goals.map((name, at) => ({ path: ['goals', at], name }))),
    ...repeats(placementKinds.map((name, at) => ({ path: ['placementKinds', at], name }))),
    ...repeats(results.map((name, at) => ({ path: ['results', at], name }))),
    ...repeats(milestones.map((name, at) => ({ path: ['milestones', at], name }))),
    ...repeats(held),
  ];
}

/** A phase that waits for what can only happen after it. */
function unopened(checked: Definition): Fault[] {
  const reachable = reachableIn(checked);
  return atEach(checked.phases, 'phases', ({ opens }) => {
    const never = opens.find((event) => !reachable.has(event));
    return never ? [fault(['opens'], 'never-opens', `${never} can never happen before this phase is open`)] : [];
  });
}

/** A phase cannot hold back what waits for none; who writes so would think that it does. */
function unheld({ phases }: Definition): Fault[] {
  return atEach(phases, 'phases', ({ holds }) =>
    holds.flatMap((event, nth) =>
      WAITING_FOR_NO_PHASE.includes(event) ? [fault(['holds', nth], 'waits-for-none', `${event} waits for no phase`)] : [],
    ),
  );
}

/** Agreements are agreed on in a plan; without a plan nobody can look for them. */
function undemandable({ beforePlacement }: Definition): Fault[] {
  const { plan, agreements } = beforePlacement;
  if (plan || agreements.length === 0) return [];
  return [fault(['beforePlacement', 'agreements'], 'agreements-without-plan', 'agreements are demanded, and no plan is')];
}

/** Who never leaves by such a result never returns after it. */
function unreachable({ returns, results }: Definition): Fault[] {
  if (!returns) return [];
  const unknown = returns.after.flatMap((result, at) => (results.includes(result) ? [] : [{ at, result }]));
  return [
    ...unknown.map(({ at, result }) => fault(['returns', 'after', at], 'no-such-result', `no trajectory ends with ${result}`)),
    ...repeats(returns.after.map((name, at) => ({ path: ['returns', 'after', at], name }))),
    ...repeats(returns.benefits.map((name, at) => ({ path: ['returns', 'benefits', at], name }))),
  ];
}

/** A place that is kept for no day, or for longer than anybody waits. */
function fleeting({ reservation }: Definition): Fault[] {
  if (reservation === undefined) return [];
  if (daysIn(reservation) < 1) return [fault(['reservation'], 'lapses-at-once', 'a place is kept for a day or more')];
  return daysIn(reservation) > LONGEST_KEPT
    ? [fault(['reservation'], 'longer-than-a-year', 'a place is kept for a year at most')]
    : [];
}

type Rule = Definition['followUps'][number];

function contradictions({ settledBy, releasedBy, escalate = [], with: sides }: Rule): Fault[] {
  const both = settledBy.filter((event) => releasedBy.includes(event));
  const days = escalate.map(({ after }) => after);
  return [
    ...both.map((event) => fault(['releasedBy'], 'settles-and-releases', `${event} cannot settle the follow-up and release it`)),
    ...repeats(sides.map((name, at) => ({ path: ['with', at], name }))),
    ...(isRising(days)
      ? []
      : [fault(['escalate'], 'escalates-at-once', 'each escalation comes later than the one before, in the same unit')]),
    // Until the ledger plans escalations a promise of one would be broken in silence, so it cannot be made.
    ...(escalate.length === 0
      ? []
      : [fault(['escalate'], 'not-planned-yet', 'this release plans no escalations: leave them out')]),
  ];
}

/** A day by which the follow-up is reckoned, and which what promises it never names. */
function unreckonable({ on, due }: Rule): Fault[] {
  if (typeof due === 'string') return [];
  const [way, day] = 'on' in due ? (['on', due.on] as const) : (['before', due.before] as const);
  if (DAYS_OF[on]?.includes(day)) return [];
  return [fault(['due', way], 'day-not-named', `${on} names no day ${day}`)];
}

/** Longer than anybody keeps a place for who has not begun (ours). Units: days. */
const LONGEST_KEPT = 366;

/** Longer than any promise is kept (ours); what is due on a day after 2199 could not even be stored. Units: days. */
const LONGEST_DAYS = 20 * 365.25;

function endless({ due, escalate = [] }: Rule): Fault[] {
  const [path, period] = typeof due === 'string' ? [['due'], due] : [['due', 'by'], 'by' in due ? due.by : 'P0D'];
  const periods = [{ path, period }, ...escalate.map(({ after }, at) => ({ path: ['escalate', at, 'after'], period: after }))];
  return periods
    .filter((one) => daysIn(one.period) > LONGEST_DAYS)
    .map((one) => fault(one.path, 'longer-than-20-years', 'a follow-up is due within 20 years'));
}

function neverHappening({ on, settledBy }: Rule, checked: Definition): Fault[] {
  const reachable = reachableIn(checked);
  const never = settledBy.every((event) => !reachable.has(event));
  return [
    ...(reachable.has(on) ? [] : [fault(['on'], 'never-promised', `${on} can never happen`)]),
    ...(never ? [fault(['settledBy'], 'never-settled', 'nothing that settles it can ever happen')] : []),
  ];
}

const daysIn = (period: string): number => amountIn(period) * (period.endsWith('W') ? 7 : 1);
const amountIn = (period: string): number => Number(period.slice(1, -1));

/** Whether these periods are of one unit and grow from more than nothing. */
function isRising(periods: readonly string[]): boolean {
  return periods.every((period, at) => {
    const before = at === 0 ? `P0${period.at(-1)}` : periods[at - 1];
    return period.at(-1) === before.at(-1) && amountIn(period) > amountIn(before);
  });
}
