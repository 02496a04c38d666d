import type { z } from 'zod';
import { code, day } from '../../kernel/fields.events.js';
import { rulesetVocabulary } from '../../ruleset/ruleset.events.js';

/** Body of `POST /rulesets`: the slug names the ruleset, the rest is one version of it. */
export const PublishRulesetDto = rulesetVocabulary.RulesetPublished.data
  .extend({
    publishedOn: day.optional().meta({ description: 'Today when absent.' }),
    slug: code<'ruleset'>().meta({ description: 'By which programmes refer to it.', examples: ['all-days'] }),
  })
  .meta({
    id: 'PublishRuleset',
    examples: [
      {
        slug: 'all-days',
        scope: 'country',
        validFrom: '2015-01-01',
        kind: 'working-calendar',
        content: { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], closedDays: [] },
      },
    ],
  });
export type PublishRulesetDto = z.output<typeof PublishRulesetDto>;
