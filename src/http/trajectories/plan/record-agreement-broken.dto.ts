import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { BREACH_REASONS } from '../../../trajectory/plan/plan.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/agreements/{agreementId}/breach`. */
export const RecordAgreementBrokenDto = z
  .strictObject({
    brokenOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(BREACH_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordAgreementBroken', examples: [{ brokenOn: '2020-02-01', reason: 'circumstances' }] });
export type RecordAgreementBrokenDto = z.output<typeof RecordAgreementBrokenDto>;
