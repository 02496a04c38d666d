import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/referrals/{referralId}/acceptance`. */
export const AcceptReferralDto = z
  .strictObject({
    acceptedOn: day.optional().meta({ description: 'Today when absent.' }),

    words: NoteWords.optional(),
  })
  .meta({ id: 'AcceptReferral', examples: [{ acceptedOn: '2019-11-08' }] });
export type AcceptReferralDto = z.output<typeof AcceptReferralDto>;
