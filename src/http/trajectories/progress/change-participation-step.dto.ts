import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PARTICIPATION_STEPS, STEP_REASONS } from '../../../trajectory/progress/progress.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/participation-steps`. */
export const ChangeParticipationStepDto = z
  .strictObject({
    changedOn: day.optional().meta({ description: 'Today when absent.' }),
    step: z.enum(PARTICIPATION_STEPS),
    reason: z.enum(STEP_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ChangeParticipationStep', examples: [{ changedOn: '2019-11-01', step: 'work-experience', reason: 'progress' }] });
export type ChangeParticipationStepDto = z.output<typeof ChangeParticipationStepDto>;
