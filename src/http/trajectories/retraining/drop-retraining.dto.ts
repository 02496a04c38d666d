import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { DROP_REASONS } from '../../../trajectory/retraining/retraining.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/retrainings/{retrainingId}/dropping`. */
export const DropRetrainingDto = z
  .strictObject({
    droppedOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(DROP_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'DropRetraining', examples: [{ droppedOn: '2020-01-17', reason: 'found-work' }] });
export type DropRetrainingDto = z.output<typeof DropRetrainingDto>;
