import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { isOfSame, type Programme } from './programme.js';
import type { TargetSet } from './programme.events.js';

/** Says how many are to be reached in a year. */
export type SetTarget = Command<'SetTarget', TargetSet['data']>;

export type CannotSetTarget = { code: 'programme-not-published' } | ({ code: 'target-unchanged' } & TargetSet['data']);

const SAMPLE = { year: 2199, measure: 'from-benefit-into-job', count: 1 } as const;

/** Proposes exactly one `TargetSet`. */
export function setTarget({ on, data }: SetTarget & { on: Day }): [TargetSet] {
  return [{ type: 'TargetSet', occurredOn: on, data }];
}

/** What `next-steps` may try: a target for a year far ahead. */
export function offerTargets({ published }: Programme): Offers<SetTarget, CannotSetTarget> {
  return { subjects: published.length > 0 ? [SAMPLE] : [], none: 'programme-not-published' };
}

/**
 * A target is set for a programme that was published, and set again only to another number.
 *
 * Errors: `programme-not-published`; `target-unchanged`.
 * Source: R-71, docs/rules.md.
 */
export function judgeTarget({ data }: TargetSet, { published, targets }: Programme): CannotSetTarget | undefined {
  if (published.length === 0) return { code: 'programme-not-published' };
  if (targets.some((target) => isOfSame(target, data) && target.count === data.count))
    return { code: 'target-unchanged', ...data };
}
