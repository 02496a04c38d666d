import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { GOALS } from '../../../programme/terms.js';
import { GOAL_REASONS } from '../../../trajectory/intake/intake.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/goal-changes`. */
export const ChangeGoalDto = z
  .strictObject({
    changedOn: day.optional().meta({ description: 'Today when absent.' }),
    goal: z.enum(GOALS),
    askAgainOn: day
      .nullable()
      .default(null)
      .meta({ description: 'When paid work is talked about again; any other goal needs it.' }),
    reason: z.enum(GOAL_REASONS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'ChangeGoal',
    examples: [
      { changedOn: '2019-11-01', goal: 'work-experience', askAgainOn: '2020-02-01', reason: 'paid-work-not-yet-feasible' },
    ],
  });
export type ChangeGoalDto = z.output<typeof ChangeGoalDto>;
