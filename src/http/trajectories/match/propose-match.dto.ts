import { z } from 'zod';
import { day, employerId, meetingId, workplaceId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { MATCH_GROUNDS } from '../../../trajectory/match/match.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/matches`. */
export const ProposeMatchDto = z
  .strictObject({
    proposedOn: day.optional().meta({ description: 'Today when absent.' }),
    employerId,
    meetingId: meetingId.nullable().default(null).meta({ description: 'Where they met.' }),
    workplaceId: workplaceId
      .nullable()
      .default(null)
      .meta({ description: 'The place that the match is for, null for none in particular.' }),
    because: z.enum(MATCH_GROUNDS),
    interested: z
      .array(z.enum(SIDES))
      .max(SIDES.length)
      .default([])
      .meta({ description: 'Who said yes already; with both, the match is made; one for a workplace once that is reserved.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'ProposeMatch',
    examples: [
      {
        proposedOn: '2019-10-04',
        employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        meetingId: '7d2e9f80-5b2c-5a3d-9e4f-2c3d4e5f6071',
        because: 'met-at-meeting',
        interested: ['candidate', 'employer'],
      },
    ],
  });
export type ProposeMatchDto = z.output<typeof ProposeMatchDto>;
