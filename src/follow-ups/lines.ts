import { canonicalJson } from '../kernel/canonical-json.js';
import type { Effective } from '../kernel/history.js';
import type { FollowUpRule } from '../programme/programme.events.js';
import type { PublishedProgramme } from '../programme/shelf.js';
import { ruleAfter } from '../programme/succession.js';
import type { Side } from '../programme/terms.js';
import type { Fact } from '../trajectory/trajectory.events.js';
import type { Reckoning } from './due-days.js';
import type { Stretch } from './stretches.js';

/** What one rule promises one side in one stretch of a life. */
export type Step = Readonly<{ stretch: number; programme: PublishedProgramme; reckoning: Reckoning }>;

/**
 * One promise through the stretches of a life: under the rule that made it, then under what goes on for that.
 * `removedBy`: the stretch from which on no rule goes on for it; null: it goes on to the end.
 */
export type PromiseLine = Readonly<{ side: Side; steps: readonly [Step, ...Step[]]; removedBy: number | null }>;

type Cause = Readonly<{ cause: Effective<Fact>; at: number }>;

/**
 * What a fact promises through the stretches of a life: what the version under which it happened promises, and what later ones add.
 *
 * Shape: in the order of the stretches in which they begin, then of the rules, then of the sides.
 * Source, docs/rules.md.
 */
export function linesOf({ cause, at }: Cause, stretches: readonly Stretch[]): readonly PromiseLine[] {
  const first = stretches.findLastIndex(({ begins }) => begins <= at);
  if (first === -1) return [];

  let lines: readonly PromiseLine[] = [];
  for (let nth = first; nth < stretches.length; nth++) {
    const before = nth === first ? null : stretches[nth - 1];
    lines = before ? lines.map((line) => carriedOn(line, { before, stretches, nth })) : lines;
    lines = [...lines, ...begunIn(nth, { cause, stretches, isLater: nth > first, lines })];
  }
  return lines;
}

type Next = Readonly<{ before: Stretch; stretches: readonly Stretch[]; nth: number }>;

function carriedOn(line: PromiseLine, { before, stretches, nth }: Next): PromiseLine {
  if (line.removedBy !== null) return line;

  const { programme, broughtBy } = stretches[nth];
  const { reckoning } = line.steps.at(-1)!;
  const rule = ruleAfter(reckoning.rule, { from: before.programme, to: programme });
  if (!rule || rule.on !== reckoning.cause.type || !rule.with.includes(line.side)) return { ...line, removedBy: nth };

  const notBefore = saysTheSame(rule, reckoning.rule) ? reckoning.notBefore : (broughtBy?.from ?? null);
  return { ...line, steps: [...line.steps, { stretch: nth, programme, reckoning: { ...reckoning, rule, notBefore } }] };
}

/** Whether two rules are reckoned alike, so that nothing moves. */
const saysTheSame = (one: FollowUpRule, other: FollowUpRule): boolean =>
  one.calendar === other.calendar && canonicalJson(one.due) === canonicalJson(other.due);

type Beginning = Readonly<{
  cause: Effective<Fact>;
  stretches: readonly Stretch[];
  isLater: boolean;
  lines: readonly PromiseLine[];
}>;

/** What a version promises that nothing goes on as. */
function begunIn(nth: number, { cause, stretches, isLater, lines }: Beginning): PromiseLine[] {
  const { programme, broughtBy } = stretches[nth];
  const promisedOn = isLater ? (broughtBy?.from ?? null) : null;
  const goesOn = (rule: FollowUpRule, side: Side): boolean =>
    lines.some((line) => line.side === side && line.removedBy === null && line.steps.at(-1)!.reckoning.rule.id === rule.id);

  return programme.definition.followUps
    .filter(({ on }) => on === cause.type)
    .flatMap((rule) =>
      rule.with
        .filter((side) => !goesOn(rule, side))
        .map((side): PromiseLine => {
          const reckoning = { rule, cause, promisedOn, notBefore: null };
          return { side, steps: [{ stretch: nth, programme, reckoning }], removedBy: null };
        }),
    );
}
