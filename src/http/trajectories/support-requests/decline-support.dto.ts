import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { DECLINE_REASONS } from '../../../trajectory/support-requests/support-requests.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/support-requests/{supportRequestId}/refusal`. */
export const DeclineSupportDto = z
  .strictObject({
    toldOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(DECLINE_REASONS),
    decisionOn: day.meta({ description: 'The day of the decision, from that of the request to that on which it is told.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'DeclineSupport', examples: [{ toldOn: '2020-02-20', reason: 'other-provision', decisionOn: '2020-02-18' }] });
export type DeclineSupportDto = z.output<typeof DeclineSupportDto>;
