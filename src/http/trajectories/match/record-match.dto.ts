import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/matches/{matchId}/confirmation`. */
export const RecordMatchDto = z
  .strictObject({
    madeOn: day.optional().meta({ description: 'Today when absent.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordMatch', examples: [{ madeOn: '2019-10-08' }] });
export type RecordMatchDto = z.output<typeof RecordMatchDto>;
