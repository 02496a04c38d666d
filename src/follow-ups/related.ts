import type { Effective } from '../kernel/history.js';
import type { FollowUpRule } from '../programme/programme.events.js';
import type { Side } from '../programme/terms.js';
import type { Fact } from '../trajectory/trajectory.events.js';

/** What is promised, by which event, to whom. */
export type Promise = Readonly<{ rule: FollowUpRule; cause: Effective<Fact>; side: Side }>;

/** The members of `data` that say what an event is about. */
const SUBJECTS = ['matchId', 'placementId', 'planId', 'instrumentId', 'measurementId'] as const;

/**
 * Whether an event settles a promise: it is of a kind that does, about the same thing, and with the same side where it is with one.
 *
 * Source: R-51, docs/rules.md.
 */
export function isSettling({ rule, cause, side }: Promise, event: Effective<Fact>): boolean {
  const isWith = 'with' in event.data ? event.data.with === side : true;
  return (rule.settledBy as readonly string[]).includes(event.type) && isWith && areAboutTheSame(cause, event);
}

/**
 * Whether an event releases a promise. A closing that was undone afterwards (`later`) releases nothing.
 *
 * Source: R-52, docs/rules.md.
 */
export function isReleasing({ rule, cause }: Promise, event: Effective<Fact>, later: readonly Effective<Fact>[]): boolean {
  if (!(rule.releasedBy as readonly string[]).includes(event.type) || !areAboutTheSame(cause, event)) return false;
  return event.type !== 'TrajectoryClosed' || !isUndone(event, later);
}

function isUndone(closing: Effective<Fact>, later: readonly Effective<Fact>[]): boolean {
  return later.slice(later.indexOf(closing)).some(({ type }) => type === 'TrajectoryReopened');
}

/** Two events are about the same thing unless both name one, and not the same. */
function areAboutTheSame(one: Fact, other: Fact): boolean {
  const subjectOf = (event: Fact, name: (typeof SUBJECTS)[number]) => (event.data as Partial<Record<typeof name, string>>)[name];

  return SUBJECTS.every((name) => {
    const [mine, theirs] = [subjectOf(one, name), subjectOf(other, name)];
    return mine === undefined || theirs === undefined || mine === theirs;
  });
}
