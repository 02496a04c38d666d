import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { LONGEST_CLOSURE_DAYS, tooLongClosure } from './closure.js';
import type { Ruleset } from './ruleset.js';
import { SCOPES, type RulesetPublished, type Scope } from './ruleset.events.js';

/** The next version of a ruleset; it may hold from a day in the past or in the future. */
export type PublishRuleset = Command<'PublishRuleset', RulesetPublished['data']>;

export type CannotPublishRuleset =
  | { code: 'another-scope'; scope: Scope; publishedFor: Scope }
  | { code: 'closed-too-long'; path: 'content.closedDays'; closedFrom: Day; longestDays: number };

/** Proposes exactly one `RulesetPublished`. */
export function publishRuleset({ on, data }: PublishRuleset & { on: Day }): [RulesetPublished] {
  return [{ type: 'RulesetPublished', occurredOn: on, data }];
}

/** What `next-steps` may try: another version for the scope that the ruleset has, or a first one for any. */
export function offerPublication({ scope }: Ruleset): Offers<PublishRuleset, CannotPublishRuleset> {
  const subjects = (scope ? [scope] : SCOPES).map((forScope) => ({ ...SAMPLE, scope: forScope }));
  return { subjects, none: 'another-scope' };
}

const SAMPLE = {
  validFrom: '2019-01-01' as Day,
  kind: 'working-calendar',
  content: { workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
} as const;

/**
 * All versions of a ruleset hold for the same scope, so that which ruleset is nearest does not change with the day;
 * and a calendar has a working day within reach of every day, else nothing could be planned with it.
 *
 * Errors: `another-scope`; `closed-too-long` with the first day of that closure.
 * Source, docs/rules.md.
 */
export function judgePublication(
  { data: { scope, content } }: RulesetPublished,
  { scope: publishedFor }: Ruleset,
): CannotPublishRuleset | undefined {
  if (publishedFor && scope !== publishedFor) return { code: 'another-scope', scope, publishedFor };

  const closedFrom = tooLongClosure(content);
  if (closedFrom) return { code: 'closed-too-long', path: 'content.closedDays', closedFrom, longestDays: LONGEST_CLOSURE_DAYS };
}
