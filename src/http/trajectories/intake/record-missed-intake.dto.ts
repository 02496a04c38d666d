import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/intakes/{intakeId}/miss`. */
export const RecordMissedIntakeDto = z
  .strictObject({
    missedOn: day.optional().meta({ description: 'Today when absent.' }),
    excused: z.boolean().meta({ description: 'Whether there was a good reason.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordMissedIntake', examples: [{ missedOn: '2019-10-11', excused: true }] });
export type RecordMissedIntakeDto = z.output<typeof RecordMissedIntakeDto>;
