import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { AGREEMENT_SUBJECTS, GOALS, PARTIES } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/plans`. */
export const AgreePlanDto = z
  .strictObject({
    agreedOn: day.optional().meta({ description: 'Today when absent.' }),
    goal: z.enum(GOALS),
    agreements: z
      .array(z.strictObject({ subject: z.enum(AGREEMENT_SUBJECTS), owner: z.enum(PARTIES), dueOn: day }))
      .min(1)
      .max(50),
    signatories: z.array(z.enum(PARTIES)).max(PARTIES.length),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'AgreePlan',
    examples: [
      {
        agreedOn: '2019-10-24',
        goal: 'paid-work',
        agreements: [{ subject: 'guidance', owner: 'municipality', dueOn: '2020-01-31' }],
        signatories: ['candidate', 'employer', 'municipality'],
      },
    ],
  });
export type AgreePlanDto = z.output<typeof AgreePlanDto>;
