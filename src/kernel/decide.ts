import { admitTo } from './admit.js';
import { courseOf, type Course } from './course.js';
import type { Day } from './days.js';
import type { Decider } from './decider.js';
import type { History } from './history.js';
import type { Command, DomainEvent, Refusal } from './messages.js';
import type { Outcome } from './outcome.js';

/**
 * What comes of a command on a stream with this history: proposed by the command's own file, judged by `admit`.
 * A command without a day is one of today. Pure: the same history, command and meta give the same outcome.
 *
 * Errors: those of `admit`.
 */
export function decide<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  history: History<E>,
  command: C,
): Outcome<E, R> {
  return decideOn(decider, courseOf(decider, history), command);
}

/** `decide` on a history that was laid out before. */
export function decideOn<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  course: Course<S, E>,
  command: C,
): Outcome<E, R> {
  const on = command.on ?? command.meta.today;
  const then = course.on(on);

  // The table has a proposal for each member of C; that the two belong together is beyond what the types can follow.
  const propose = decider.propose[command.type as C['type']] as Propose<S, E, C, Rules>;
  const added = propose({ ...command, on }, then, course.now, (day) => decider.rulesOn(day, then));

  return admitTo(decider, course, { added, meta: command.meta });
}

type Propose<S, E, C, Rules> = (command: C & { on: Day }, then: S, now: S, rulesOn: (day: Day) => Rules) => readonly E[];
