import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { RISK_ANSWERS } from '../../../trajectory/risks/risks.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/risks/{riskId}/answer`. */
export const AnswerRiskDto = z
  .strictObject({
    answeredOn: day.optional().meta({ description: 'Today when absent.' }),
    answer: z.enum(RISK_ANSWERS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'AnswerRisk', examples: [{ answeredOn: '2020-02-26', answer: 'talked' }] });
export type AnswerRiskDto = z.output<typeof AnswerRiskDto>;
