import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { SUPPORT_KINDS } from '../../../trajectory/support-requests/support-requests.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/support-requests/{supportRequestId}/provision`. */
export const RecordSupportGivenDto = z
  .strictObject({
    givenOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(SUPPORT_KINDS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordSupportGiven', examples: [{ givenOn: '2020-02-14', kind: 'talk' }] });
export type RecordSupportGivenDto = z.output<typeof RecordSupportGivenDto>;
