import { z } from 'zod';
import { day, placementId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { CHANNELS, SUPPORT_TOPICS } from '../../../trajectory/support-requests/support-requests.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/support-requests`. */
export const RequestSupportDto = z
  .strictObject({
    requestedOn: day.optional().meta({ description: 'Today when absent.' }),
    placementId,
    by: z.enum(SIDES),
    channel: z.enum(CHANNELS),
    topic: z.enum(SUPPORT_TOPICS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RequestSupport',
    examples: [
      {
        requestedOn: '2020-02-10',
        placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
        by: 'employer',
        channel: 'telephone',
        topic: 'guidance',
      },
    ],
  });
export type RequestSupportDto = z.output<typeof RequestSupportDto>;
