import type { Effective } from '../kernel/history.js';
import type { EventId } from '../kernel/ids.js';
import type { FollowUpRule } from '../programme/programme.events.js';
import type { PublishedProgramme, WorkingCalendar } from '../programme/shelf.js';
import type { Side } from '../programme/terms.js';
import type { Fact } from '../trajectory/trajectory.events.js';
import { dueBy, type Due, type Reckoning } from './due-days.js';
import { linesOf, type PromiseLine, type Step } from './lines.js';
import { isReleasing, isSettling } from './related.js';
import type { Stretch } from './stretches.js';

/** What tells one promise from another: the rule, the event that promised, and with whom. */
export type Key = string & { readonly __key: true };

/** How a promise stands. `settlers` are all events that settle it, the first of them in `by`. */
export type Standing =
  | Readonly<{ kind: 'open' }>
  | Readonly<{ kind: 'done'; by: EventId; settlers: ReadonlySet<EventId> }>
  | Readonly<{ kind: 'released' | 'removed'; by: EventId }>;

/**
 * A follow-up that the facts promise, by the version and the rule under which it stands last.
 * `keys`: under which it may stand in the ledger, one for each rule that it ever was under. `dues`: by each of these.
 */
export type Promised = Readonly<{
  keys: readonly Key[];
  programme: PublishedProgramme;
  rule: FollowUpRule;
  reckoning: Reckoning;
  cause: EventId;
  with: Side;
  due: Due;
  dues: readonly Due[];
  standing: Standing;
}>;

/** By which calendar a promise is reckoned under a rule: that of its follow-up while one is open, else the one in force. */
export type CalendarOf = (rule: FollowUpRule, keys: readonly Key[]) => WorkingCalendar;

export const keyOf = (ruleId: string, cause: EventId, side: Side): Key => `${ruleId} ${cause} ${side}` as Key;

/**
 * What the facts promise under the versions of the programme that each stretch of them stands under.
 *
 * Shape: in the order of the facts, then as `linesOf` has them.
 */
export function promised(
  facts: readonly Effective<Fact>[],
  stretches: readonly Stretch[],
  calendarOf: CalendarOf,
): readonly Promised[] {
  return facts.flatMap((cause, at) =>
    linesOf({ cause, at }, stretches).flatMap((line) => {
      const life = { facts, stretches, at };
      const made = wasOver(line, life) ? undefined : promiseOf(line, { cause, life, calendarOf });
      return made ? [made] : [];
    }),
  );
}

type Life = Readonly<{ facts: readonly Effective<Fact>[]; stretches: readonly Stretch[]; at: number }>;
type Making = Readonly<{ cause: Effective<Fact>; life: Life; calendarOf: CalendarOf }>;

/** Nothing where the fact leaves open by what it is reckoned; a later rule by which it is left open removes it. */
function promiseOf({ side, steps, removedBy }: PromiseLine, { cause, life, calendarOf }: Making): Promised | undefined {
  const keys = [...new Set(steps.map(({ reckoning }) => keyOf(reckoning.rule.id, cause.eventId, side)))];
  const reckoned = steps.map((step) => ({ step, due: dueBy(step.reckoning, calendarOf(step.reckoning.rule, keys)) }));
  const leftOpen = reckoned.findIndex(({ due }) => due === null);
  const until = leftOpen === -1 ? steps.length : leftOpen;
  const dues = reckoned.slice(0, until).flatMap(({ due }) => due ?? []);
  const [last, due] = [steps[until - 1] as Step | undefined, dues.at(-1)];
  if (!last || !due) return undefined;

  const removed = leftOpen === -1 ? removedBy : steps[leftOpen].stretch;
  const standing = standingOf({ side, steps: steps.slice(0, until), removedBy: removed }, life);
  const { programme, reckoning } = last;
  return { keys, programme, rule: reckoning.rule, reckoning, cause: cause.eventId, with: side, due, dues, standing };
}

type Line = Omit<PromiseLine, 'steps'> & Readonly<{ steps: readonly Step[] }>;

/** What a rule asks for that came after the fact, and was settled or released before that, nobody promises. Source: R-334, docs/rules.md. */
function wasOver({ side, steps: [{ stretch, reckoning }] }: PromiseLine, { facts, stretches, at }: Life): boolean {
  if (reckoning.promisedOn === null) return false;
  const { rule } = reckoning;
  const promise = { rule, cause: facts[at], side };
  const later = facts.slice(at + 1);
  const before = later.slice(0, Math.max(0, stretches[stretch].begins - at - 1));
  return before.some((event) => isSettling(promise, event) || isReleasing(promise, event, later));
}

/**
 * What comes first decides: what settles a promise, or what releases it, each by the rule under which it happened.
 *
 * Source, docs/rules.md.
 */
function standingOf({ side, steps, removedBy }: Line, { facts, stretches, at }: Life): Standing {
  const settlers: EventId[] = [];
  const whenOver = (kind: 'released' | 'removed', by: EventId): Standing =>
    settlers.length > 0 ? { kind: 'done', by: settlers[0], settlers: new Set(settlers) } : { kind, by };

  for (const { stretch, reckoning } of steps) {
    const promise = { rule: reckoning.rule, cause: facts[at], side };
    const ends = stretches[stretch + 1]?.begins ?? facts.length;
    const within = facts.slice(Math.max(at + 1, stretches[stretch].begins), ends);
    const later = facts.slice(at + 1);
    const release = within.findIndex((event) => isReleasing(promise, event, later));
    const before = release === -1 ? within : within.slice(0, release);
    settlers.push(...before.filter((event) => isSettling(promise, event)).map(({ eventId }) => eventId));
    if (release !== -1) return whenOver('released', within[release].eventId);
  }
  const removal = removedBy === null ? undefined : stretches[removedBy].broughtBy?.eventId;
  if (removal) return whenOver('removed', removal);
  return settlers.length > 0 ? { kind: 'done', by: settlers[0], settlers: new Set(settlers) } : { kind: 'open' };
}
