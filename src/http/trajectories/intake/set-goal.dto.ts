import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { GOALS } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/goals`. */
export const SetGoalDto = z
  .strictObject({
    setOn: day.optional().meta({ description: 'Today when absent.' }),
    goal: z.enum(GOALS),
    askAgainOn: day
      .nullable()
      .default(null)
      .meta({ description: 'When paid work is talked about again; any other goal needs it.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'SetGoal', examples: [{ setOn: '2019-10-10', goal: 'paid-work' }] });
export type SetGoalDto = z.output<typeof SetGoalDto>;
