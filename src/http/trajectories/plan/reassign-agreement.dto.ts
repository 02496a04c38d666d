import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PARTIES } from '../../../programme/terms.js';
import { REASSIGNMENT_REASONS } from '../../../trajectory/plan/plan.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/agreements/{agreementId}/reassignment`. */
export const ReassignAgreementDto = z
  .strictObject({
    reassignedOn: day.optional().meta({ description: 'Today when absent.' }),
    owner: z.enum(PARTIES),
    reason: z.enum(REASSIGNMENT_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ReassignAgreement', examples: [{ reassignedOn: '2020-01-06', owner: 'candidate', reason: 'can-do-it-alone' }] });
export type ReassignAgreementDto = z.output<typeof ReassignAgreementDto>;
