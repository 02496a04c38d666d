import { z } from 'zod';
import { code } from '../../../kernel/fields.events.js';
import { MILESTONE_WITHDRAWALS } from '../../../trajectory/milestones/milestones.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/milestone-withdrawals`. */
export const WithdrawMilestoneDto = z
  .strictObject({
    milestone: code<'milestone'>().meta({ examples: ['half-a-year-at-work'] }),
    reason: z.enum(MILESTONE_WITHDRAWALS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'WithdrawMilestone', examples: [{ milestone: 'half-a-year-at-work', reason: 'facts-corrected' }] });
export type WithdrawMilestoneDto = z.output<typeof WithdrawMilestoneDto>;
