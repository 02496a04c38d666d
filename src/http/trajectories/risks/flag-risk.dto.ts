import { z } from 'zod';
import { day, placementId, positive } from '../../../kernel/fields.events.js';
import { RISK_SIGNALS } from '../../../trajectory/risks/risks.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/risks`. */
export const FlagRiskDto = z
  .strictObject({
    flaggedOn: day.optional().meta({ description: 'Today when absent.' }),
    placementId: placementId.nullable().default(null).meta({ description: 'Of which work.' }),
    signals: z.array(z.enum(RISK_SIGNALS)).min(1).max(RISK_SIGNALS.length),
    policyVersion: positive.meta({ description: 'The version of the policy that the signals were seen under.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'FlagRisk',
    examples: [
      {
        flaggedOn: '2020-02-24',
        placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4',
        signals: ['low-rating', 'absence'],
        policyVersion: 1,
      },
    ],
  });
export type FlagRiskDto = z.output<typeof FlagRiskDto>;
