import type { RulesetEvent, Scope } from './ruleset.events.js';

/** A ruleset as later decisions see it: for whom it holds; null while nothing was published. */
export type Ruleset = Readonly<{ scope: Scope | null }>;

export const noRuleset: Ruleset = { scope: null };

/** Folds one event into the ruleset. */
export function evolve({ scope }: Ruleset, { data }: RulesetEvent): Ruleset {
  return { scope: scope ?? data.scope };
}
