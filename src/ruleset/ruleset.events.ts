import { z } from 'zod';
import { day } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';

/** For whom a ruleset holds; where several cover a day, the nearest wins: the tenant's before the region's before the country's. */
export const SCOPES = ['country', 'region', 'tenant'] as const;
export type Scope = (typeof SCOPES)[number];

/** Days of the week as ISO 8601 counts them: Monday 1 to Sunday 7. */
const weekday = z.int().min(1).max(7);

/** Which days an organisation works: these days of the week, the closed days excepted. */
const workingCalendar = z.strictObject({
  workingWeekdays: z.array(weekday).min(1).max(7).readonly(),
  closedDays: z.array(day).max(2000).readonly(),
});
export type WorkingCalendarContent = z.output<typeof workingCalendar>;

/** Everything that is recorded about one ruleset: the versions in which it was published. */
export const rulesetVocabulary = {
  /** A version of the ruleset; its number is the version of this event in the stream, or of the correction that replaced it. In force from `validFrom` until a later one is. */
  RulesetPublished: {
    schemaVersion: 1,
    data: z.strictObject({
      scope: z.enum(SCOPES),
      validFrom: day,
      kind: z.literal('working-calendar'),
      content: workingCalendar,
    }),
    upcasts: {},
  },
} as const satisfies Vocabulary;

export type RulesetEvent = EventOf<typeof rulesetVocabulary>;

export type RulesetPublished = Extract<RulesetEvent, { type: 'RulesetPublished' }>;
