import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { DAY_OR_INSTANT, lastInstant } from './last-instant.js';

/** Query of every question that can be replayed on the two clocks. */
export const ReplayQuery = z.strictObject({
  knownAt: lastInstant.optional().meta({
    description: `As it was known at that time: ${DAY_OR_INSTANT}. A day means its last microsecond in Amsterdam.`,
    examples: ['2020-01-31'],
  }),
  validOn: day.optional().meta({ description: 'As it was on that Amsterdam day, YYYY-MM-DD.', examples: ['2020-01-31'] }),
});
export type ReplayQuery = z.output<typeof ReplayQuery>;
