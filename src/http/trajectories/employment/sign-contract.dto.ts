import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';
import { SIGNED_CONTRACTS } from '../../../trajectory/employment/employment.events.js';

/** Body of `POST /trajectories/{trajectoryId}/placements/{placementId}/contracts`. */
export const SignContractDto = z
  .strictObject({
    cameInOn: day.optional().meta({ description: 'The day on which the contract was handed in; today when absent.' }),
    contract: z.enum(SIGNED_CONTRACTS),
    hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
    signedOn: day,
    from: day.meta({ description: 'The first day of the contract.' }),
    until: day.nullable().default(null).meta({ description: 'Its last day, null when it has none.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'SignContract',
    examples: [
      {
        cameInOn: '2019-11-04',
        contract: 'fixed-term',
        hoursPerWeek: 24,
        signedOn: '2019-10-28',
        from: '2019-11-04',
        until: '2020-05-03',
      },
    ],
  });
export type SignContractDto = z.output<typeof SignContractDto>;
