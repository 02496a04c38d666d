import type { EventCorrected } from './corrected.events.js';
import { courseOf, factsAfter, firstDifference, type Course } from './course.js';
import type { Fold, Judges } from './decider.js';
import { foldOver, ledgerOf, occurredDay, asAppended, type Effective, type History } from './history.js';
import type { EventId } from './ids.js';
import { findings, insisting, refusalOf, type Finding } from './judging.js';
import type { DomainEvent, Meta, Refusal } from './messages.js';
import { refused, type BreaksLater, type Identified, type OccursInFuture, type Outcome } from './outcome.js';

/** What somebody wants to append, in order; their ids are given here. */
export type Addition<E extends DomainEvent> = Readonly<{ added: readonly (E | EventCorrected)[]; meta: Meta }>;

/** Gives events their ids: the `from`-th of the append and those after it. Follow-ups planned in the same append count on. */
export function identified<E extends DomainEvent>(events: readonly E[], meta: Meta, from = 0): Identified<E>[] {
  return events.map((event, at) => ({ ...event, eventId: meta.newId('event', from + at) }));
}

/**
 * The one place that judges. Compares the facts before and after the append, and judges from where they first differ:
 * what this append adds or corrects, and then what lies later. A refusal of something later counts only when that event
 * did not meet the same code before, and never where it is judged once.
 * With `meta.override` these refusals are waived, those of `neverWaived` apart, whatever was refused before them, and the outcome says
 * which events met which.
 *
 * Errors: a refusal of the stream's own judges; `occurs-in-future`; `breaks-later`.
 */
export function admit<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  history: History<E>,
  addition: Addition<E>,
): Outcome<E, R> {
  return admitTo(judges, courseOf(judges, history), addition);
}

/** `admit` to a history that was laid out before. */
export function admitTo<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  course: Course<S, E>,
  { added, meta }: Addition<E>,
): Outcome<E, R> {
  const events = identified(added, meta);
  const change = changeBy(judges, course, asAppended(course.history, events, meta.now));

  const early = inFuture(change, meta);
  if (early) return refused(early);

  const asked = meta.override ? insisting(judges) : judges;
  const own = ownFindings(asked, course, change);
  const isNeverWaived = ({ refusal }: Finding<E, R>): boolean => judges.neverWaived?.has(refusal.code) ?? false;
  const wrong = own.find(isNeverWaived) ?? (meta.override ? undefined : own[0]);
  if (wrong) return refused(wrong.refusal);

  const later = laterFindings(asked, course, change);
  const broken = later.find(isNeverWaived) ?? (meta.override ? undefined : later[0]);
  if (broken) return refused(breaksLater(broken));

  const overrides = [...own, ...later].map(({ event, refusal }) => ({ eventId: event.eventId, code: refusal.code }));
  return { kind: 'accepted', events, overrides };
}

/** What an append changes: the facts as they are after it, from where they first differ, and which events it adds or corrects. */
type Change<E extends DomainEvent> = Readonly<{
  own: ReadonlySet<EventId>;
  after: readonly Effective<E>[];
  from: number;
  newLedger: readonly Effective<E>[];
}>;

function changeBy<S, E extends DomainEvent>(fold: Fold<S, E>, course: Course<S, E>, added: History<E>): Change<E> {
  const after = factsAfter(fold, course, added);
  const own = new Set(added.map((event) => (isCorrection(event) ? event.data.corrects : event.eventId)));
  return { own, after, from: firstDifference(course.facts, after), newLedger: ledgerOf(fold, added) };
}

const isCorrection = (event: DomainEvent): event is EventCorrected => event.type === 'EventCorrected';

function inFuture<E extends DomainEvent>(
  { own, after, from, newLedger }: Change<E>,
  { today }: Meta,
): OccursInFuture | undefined {
  const early = [...after.slice(from).filter(({ eventId }) => own.has(eventId)), ...newLedger].find(
    (event) => occurredDay(event) > today,
  );
  return early && { code: 'occurs-in-future', occurredOn: occurredDay(early), today };
}

/** The refusals of what the append adds or corrects. Its ledger events are judged by the state after all facts. */
function ownFindings<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  course: Course<S, E>,
  { own, after, from, newLedger }: Change<E>,
): Finding<E, R>[] {
  const start = course.before[from];
  const last = after.findLastIndex(({ eventId }) => own.has(eventId));
  const refusals = findings(judges, { start, events: after.slice(from, last + 1) }, ({ eventId }) => own.has(eventId));
  if (newLedger.length === 0) return refusals;

  const beforeLedger = foldOver(judges, start, [...after.slice(from), ...course.ledger]);
  return [...refusals, ...findings(judges, { start: beforeLedger, events: newLedger }, () => true)];
}

/** The refusals that this append would bring upon other facts. */
function laterFindings<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  course: Course<S, E>,
  { own, after, from }: Change<E>,
): Finding<E, R>[] {
  const way = { start: course.before[from], events: after.slice(from) };
  const others = findings(judges, way, ({ eventId, type }) => !own.has(eventId) && !judges.judgedOnce.has(type));
  return others.filter(({ event, refusal }) => codeBefore(judges, course, event) !== refusal.code);
}

function codeBefore<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  { facts, before }: Course<S, E>,
  { eventId }: Effective<E>,
): string | undefined {
  const at = facts.findIndex((fact) => fact.eventId === eventId);
  return refusalOf(judges, facts[at], before[at])?.code;
}

const breaksLater = <E extends DomainEvent, R extends Refusal>({ event, refusal }: Finding<E, R>): BreaksLater => ({
  code: 'breaks-later',
  eventId: event.eventId,
  type: event.type,
  occurredOn: occurredDay(event),
  refusal: refusal.code,
});
