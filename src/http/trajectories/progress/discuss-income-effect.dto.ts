import { z } from 'zod';
import { day, matchId } from '../../../kernel/fields.events.js';
import { freeText } from '../../requests/words.dto.js';

const cents = z.int().min(0).max(100_000_000);

/** What comes in, before and with the job. */
const IncomeWords = z
  .strictObject({
    beforeCents: cents.meta({ description: 'Net a month as it is, in cents.' }),
    afterCents: cents.meta({ description: 'Net a month with the job, in cents.' }),
    source: freeText.meta({ description: 'Where the amounts come from.' }),
    note: freeText.optional(),
  })
  .meta({ id: 'IncomeWords', description: 'Amounts and free text. They are sealed: they stand in no event, list or log.' });

/** Body of `POST /trajectories/{trajectoryId}/income-talks`. */
export const DiscussIncomeEffectDto = z
  .strictObject({
    discussedOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId: matchId.nullable().default(null).meta({ description: 'Which job it was about.' }),
    words: IncomeWords,
  })
  .meta({
    id: 'DiscussIncomeEffect',
    examples: [
      { discussedOn: '2019-10-18', words: { beforeCents: 109500, afterCents: 142000, source: 'Calculated with the candidate.' } },
    ],
  });
export type DiscussIncomeEffectDto = z.output<typeof DiscussIncomeEffectDto>;
