import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { isOpen, judgeOpen, whyNotOpen, type ProgrammeNotOpen } from './close-programme.js';
import { isOfSame, type Programme } from './programme.js';
import type { TargetSet } from './programme.events.js';

/** Says how many are to be reached in a year. */
export type SetTarget = Command<'SetTarget', TargetSet['data']>;

export type CannotSetTarget = ProgrammeNotOpen | ({ code: 'target-unchanged' } & TargetSet['data']);

const SAMPLE = { year: 2199, measure: 'from-benefit-into-job', count: 1 } as const;

/** Proposes exactly one `TargetSet`. */
export function setTarget({ on, data }: SetTarget & { on: Day }): [TargetSet] {
  return [{ type: 'TargetSet', occurredOn: on, data }];
}

/** What `next-steps` may try: a target for a year far ahead. */
export function offerTargets(state: Programme): Offers<SetTarget, CannotSetTarget> {
  return { subjects: isOpen(state) ? [SAMPLE] : [], none: whyNotOpen(state) };
}

/**
 * A target is set for a programme that is open, and set again only to another number.
 *
 * Errors: `programme-not-published`; `programme-closed`; `target-unchanged`.
 * Source, docs/rules.md.
 */
export function judgeTarget({ data }: TargetSet, state: Programme): CannotSetTarget | undefined {
  const notOpen = judgeOpen(state);
  if (notOpen) return notOpen;
  if (state.targets.some((target) => isOfSame(target, data) && target.count === data.count))
    return { code: 'target-unchanged', ...data };
}
