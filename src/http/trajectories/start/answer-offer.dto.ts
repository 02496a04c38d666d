import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { OFFER_REASONS } from '../../../trajectory/start/start.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/offer-answers`. */
export const AnswerOfferDto = z
  .strictObject({
    answeredOn: day.optional().meta({ description: 'Today when absent.' }),
    accepted: z.boolean(),
    reason: z.enum(OFFER_REASONS).nullable().default(null).meta({ description: 'A no always has a reason.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'AnswerOffer', examples: [{ answeredOn: '2019-10-07', accepted: false, reason: 'not-now' }] });
export type AnswerOfferDto = z.output<typeof AnswerOfferDto>;
