import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { SERVICE_OUTCOMES } from '../../../trajectory/providers/providers.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/referrals/{referralId}/completion`. */
export const CompleteReferralDto = z
  .strictObject({
    completedOn: day.optional().meta({ description: 'Today when absent.' }),
    outcome: z.enum(SERVICE_OUTCOMES),
    words: NoteWords.optional(),
  })
  .meta({ id: 'CompleteReferral', examples: [{ completedOn: '2020-02-28', outcome: 'reached' }] });
export type CompleteReferralDto = z.output<typeof CompleteReferralDto>;
