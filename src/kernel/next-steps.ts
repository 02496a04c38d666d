import { courseOf, type Course } from './course.js';
import { addDays, daysBetween, earlierOf, laterOf, type Day } from './days.js';
import { decideOn } from './decide.js';
import type { Decider } from './decider.js';
import type { History } from './history.js';
import type { Command, DomainEvent, Meta, Refusal } from './messages.js';
import type { Refused } from './outcome.js';

/** How many days one question about next steps may span. */
export const NEXT_STEPS_DAYS = 92;

/** Days in a row, both ends inclusive. */
export type Span = Readonly<{ from: Day; until: Day }>;

/** A command that is accepted for this subject on these days; `subject` is a sample payload. */
export type Step<C extends Command> = Readonly<{ command: C['type']; subject: C['data']; spans: readonly Span[] }>;

/** A command that is accepted on none of the days, and why not on the last of them; without a subject when there is none. */
export type NoStep<C extends Command, R extends Refusal> = Readonly<{
  command: C['type'];
  subject?: C['data'];
  refusal: Refused<R> | Readonly<{ code: R['code'] }>;
}>;

/** What may be done now, what may still be entered for past days only, and what may not be done. */
export type NextSteps<C extends Command, R extends Refusal> = Readonly<{
  now: readonly Step<C>[];
  late: readonly Step<C>[];
  not: readonly NoStep<C, R>[];
  /** Whether there is anything to correct; what a correction may do is not tried. */
  correctable: boolean;
}>;

/**
 * Tries every command for each of its subjects on each day, without an override, so that no screen rewrites a rule.
 * A command whose subject is not among the steps of a day is refused on that day.
 *
 * Units: `from` and `until` are inclusive, today when absent; days after today are not tried, as nothing occurs on them.
 * Errors: throws RangeError when `until` lies before `from` or more than NEXT_STEPS_DAYS are asked for.
 */
export function stepsWithin<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  history: History<E>,
  { meta, from = meta.today, until = meta.today }: Readonly<{ meta: Meta; from?: Day; until?: Day }>,
): NextSteps<C, R> {
  if (until < from || daysBetween(from, until) >= NEXT_STEPS_DAYS)
    throw new RangeError(`next steps are told of 1 to ${NEXT_STEPS_DAYS} days`);

  const course = courseOf(decider, history);
  const days = daysFrom(from, laterOf(from, earlierOf(until, meta.today)));
  const tries = commandsOf(decider).flatMap((command) => {
    const { subjects, none } = decider.offers[command](course.now);
    if (subjects.length === 0) return [{ command, refusal: { code: none } }];
    return subjects.map((subject) => tried(decider, course, { command, subject, meta, days }));
  });

  const steps = tries.filter((result) => 'spans' in result);
  const isNow = ({ spans }: Step<C>): boolean => spans.at(-1)!.until >= meta.today;
  return {
    now: steps.filter(isNow),
    late: steps.filter((step) => !isNow(step)),
    not: tries.flatMap((result) => ('refusal' in result ? [result] : [])),
    correctable: course.facts.length > 0,
  };
}

const commandsOf = <C extends Command>({ offers }: { offers: { [T in C['type']]: unknown } }): C['type'][] => Object.keys(offers);

function daysFrom(from: Day, until: Day): Day[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
}

function tried<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  course: Course<S, E>,
  { command, subject, meta, days }: Readonly<{ command: C['type']; subject: C['data']; meta: Meta; days: readonly Day[] }>,
): Step<C> | NoStep<C, R> {
  const spans: Span[] = [];
  let refusal: Refused<R> | undefined;
  for (const on of days) {
    const wish = { type: command, on, data: subject, meta: { ...meta, override: undefined } } as Command as C;
    const outcome = decideOn(decider, course, wish);
    if (outcome.kind === 'accepted') extend(spans, on);
    else refusal = outcome.refusal;
  }
  return spans.length > 0 ? { command, subject, spans } : { command, subject, refusal: refusal! };
}

function extend(spans: Span[], day: Day): void {
  const last = spans.at(-1);
  if (last && addDays(last.until, 1) === day) spans[spans.length - 1] = { ...last, until: day };
  else spans.push({ from: day, until: day });
}
