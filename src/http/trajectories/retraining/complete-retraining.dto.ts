import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/retrainings/{retrainingId}/completion`. */
export const CompleteRetrainingDto = z
  .strictObject({
    completedOn: day.optional().meta({ description: 'Today when absent.' }),
    qualified: z.boolean().meta({ description: 'Whether with the certificate that it leads to.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'CompleteRetraining', examples: [{ completedOn: '2020-03-27', qualified: true }] });
export type CompleteRetrainingDto = z.output<typeof CompleteRetrainingDto>;
