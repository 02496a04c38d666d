import { z } from 'zod';
import { agreementId, day } from '../../../kernel/fields.events.js';
import { AGREEMENT_SUBJECTS, PARTIES } from '../../../programme/terms.js';
import { REVISION_REASONS } from '../../../trajectory/plan/plan.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/plans/{planId}/revisions`. */
export const RevisePlanDto = z
  .strictObject({
    revisedOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(REVISION_REASONS),
    drops: z.array(agreementId).max(50).default([]).meta({ description: 'The agreements that no longer hold.' }),
    adds: z
      .array(z.strictObject({ subject: z.enum(AGREEMENT_SUBJECTS), owner: z.enum(PARTIES), dueOn: day }))
      .max(50)
      .default([])
      .meta({ description: 'What was agreed instead.' }),
    signatories: z.array(z.enum(PARTIES)).max(PARTIES.length),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RevisePlan',
    examples: [
      {
        revisedOn: '2019-12-20',
        reason: 'evaluation',
        adds: [{ subject: 'travel', owner: 'candidate', dueOn: '2020-02-01' }],
        signatories: ['candidate', 'employer', 'municipality'],
      },
    ],
  });
export type RevisePlanDto = z.output<typeof RevisePlanDto>;
