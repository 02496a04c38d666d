import { z } from 'zod';
import { day, matchId } from '../../../kernel/fields.events.js';
import { PARTIES } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/talks`. */
export const RecordTalkDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId,
    participants: z.array(z.enum(PARTIES)).min(1).max(PARTIES.length),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordTalk',
    examples: [
      {
        heldOn: '2019-10-17',
        matchId: '9f40b1a2-7d4e-5c5f-b061-4e5f60718293',
        participants: ['candidate', 'employer', 'municipality'],
      },
    ],
  });
export type RecordTalkDto = z.output<typeof RecordTalkDto>;
