import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { dayFrom } from '../../src/kernel/days.js';
import { rulesetDecider, type RulesetCommand } from '../../src/ruleset/decider.js';
import type { RulesetEvent } from '../../src/ruleset/ruleset.events.js';
import { specFor } from '../harness/decider-spec.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

/** The shipped calendar, as it stands in its file. */
export const allDaysFile = parse(fs.readFileSync(path.join(__dirname, '../../rulesets/all-days.yaml'), 'utf8')) as {
  slug: string;
} & Record<string, unknown>;

const mondayToFriday = {
  scope: 'tenant',
  validFrom: dayFrom('2019-01-01'),
  kind: 'working-calendar',
  content: { workingWeekdays: [1, 2, 3, 4, 5], closedDays: [dayFrom('2019-12-25'), dayFrom('2019-12-26')] },
} as const;

export const publishedRuleset = eventTeller<RulesetEvent>()('RulesetPublished', mondayToFriday);
export const publishRuleset = commandTeller<RulesetCommand>()('PublishRuleset', mondayToFriday);

/** Stories of rulesets. */
export const given = specFor(rulesetDecider);
