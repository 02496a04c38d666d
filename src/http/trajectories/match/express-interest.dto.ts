import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { INTEREST_REASONS } from '../../../trajectory/match/match.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/matches/{matchId}/interest`. */
export const ExpressInterestDto = z
  .strictObject({
    expressedOn: day.optional().meta({ description: 'Today when absent.' }),
    by: z.enum(SIDES),
    interested: z.boolean(),
    reason: z.enum(INTEREST_REASONS).nullable().default(null).meta({ description: 'A no always has a reason.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'ExpressInterest',
    examples: [{ expressedOn: '2019-10-08', by: 'candidate', interested: false, reason: 'travel-too-far' }],
  });
export type ExpressInterestDto = z.output<typeof ExpressInterestDto>;
