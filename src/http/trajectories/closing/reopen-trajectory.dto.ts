import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/reopening`. */
export const ReopenTrajectoryDto = z
  .strictObject({
    reopenedOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(['closed-by-mistake']),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ReopenTrajectory', examples: [{ reopenedOn: '2020-07-02', reason: 'closed-by-mistake' }] });
export type ReopenTrajectoryDto = z.output<typeof ReopenTrajectoryDto>;
