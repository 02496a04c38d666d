import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/assessments`. */
export const RecordAssessmentDto = z
  .strictObject({
    assessedOn: day.optional().meta({ description: 'Today when absent.' }),
    learningAbility: z.int().min(1).max(10),
    motivation: z.int().min(1).max(10),
    scale: z.int().min(2).max(10).meta({ description: 'The highest mark that could be given.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordAssessment', examples: [{ assessedOn: '2019-10-11', learningAbility: 3, motivation: 4, scale: 5 }] });
export type RecordAssessmentDto = z.output<typeof RecordAssessmentDto>;
