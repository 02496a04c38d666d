import type { Decider } from '../kernel/decider.js';
import {
  judgePublication,
  offerPublication,
  publishRuleset,
  type CannotPublishRuleset,
  type PublishRuleset,
} from './publish-ruleset.js';
import { evolve, noRuleset, type Ruleset } from './ruleset.js';
import { rulesetVocabulary, type RulesetEvent } from './ruleset.events.js';

export type RulesetCommand = PublishRuleset;
export type RulesetRefusal = CannotPublishRuleset;

/** How a ruleset's stream decides. */
export const rulesetDecider: Decider<Ruleset, RulesetEvent, RulesetCommand, RulesetRefusal, undefined> = {
  initial: noRuleset,
  evolve,
  vocabulary: rulesetVocabulary,
  propose: { PublishRuleset: publishRuleset },
  offers: { PublishRuleset: offerPublication },
  judge: { RulesetPublished: judgePublication },
  judgedOnce: new Set(),
  /** One stream is one ruleset of one scope. */
  neverWaived: new Set(['another-scope', 'closed-too-long']),
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: {},
};
