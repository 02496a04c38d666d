import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeOnOffer, type NotOnOffer } from './on-offer.js';
import type { Workplace } from './workplace.js';
import type { FunctionAdapted } from './workplace.events.js';

/** A function is made to fit: carved out of an existing one, or created (*jobcarving*, *functiecreatie*). */
export type AdaptFunction = Command<'AdaptFunction', FunctionAdapted['data']>;

export type CannotAdaptFunction = NotOnOffer;

/** Proposes exactly one `FunctionAdapted`. */
export function adaptFunction({ on, data }: AdaptFunction & { on: Day }): [FunctionAdapted] {
  return [{ type: 'FunctionAdapted', occurredOn: on, data }];
}

/** What `next-steps` may try: to carve the tasks that it has. */
export function offerAdaptations({ offered }: Workplace): Offers<AdaptFunction, CannotAdaptFunction> {
  if (!offered) return { subjects: [], none: 'workplace-not-offered' };

  const { tasks, requirements } = offered;
  return { subjects: [{ adaptation: 'job-carving', by: 'employer', tasks, requirements }], none: 'workplace-not-offered' };
}

/**
 * A function is adapted while its place is on offer, also when it is held: then it is adapted to somebody.
 *
 * Errors: `workplace-not-offered`; `before-offer`; `workplace-withdrawn`.
 * Source: R-441, docs/rules.md.
 */
export function judgeAdaptation({ occurredOn }: FunctionAdapted, workplace: Workplace): CannotAdaptFunction | undefined {
  return judgeOnOffer(occurredOn, workplace);
}
