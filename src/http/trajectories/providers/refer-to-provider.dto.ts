import { z } from 'zod';
import { day, organisationId } from '../../../kernel/fields.events.js';
import { SERVICES } from '../../../trajectory/providers/providers.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/referrals`. */
export const ReferToProviderDto = z
  .strictObject({
    referredOn: day.optional().meta({ description: 'Today when absent.' }),
    organisationId,
    service: z.enum(SERVICES),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'ReferToProvider',
    examples: [{ referredOn: '2019-11-04', organisationId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60', service: 'training' }],
  });
export type ReferToProviderDto = z.output<typeof ReferToProviderDto>;
