import { z } from 'zod';
import { day, employerId, meetingId } from '../../../kernel/fields.events.js';
import { SIDES } from '../../../programme/terms.js';
import { MATCH_GROUNDS } from '../../../trajectory/match/match.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/matches`. */
export const ProposeMatchDto = z
  .strictObject({
    proposedOn: day.optional().meta({ description: 'Today when absent.' }),
    employerId,
    meetingId: meetingId.nullable().default(null).meta({ description: 'Where they met.' }),
    because: z.enum(MATCH_GROUNDS),
    interested: z
      .array(z.enum(SIDES))
      .max(SIDES.length)
      .default([])
      .meta({ description: 'Who said yes already; with both, the match is made.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ProposeMatch' });
export type ProposeMatchDto = z.output<typeof ProposeMatchDto>;
