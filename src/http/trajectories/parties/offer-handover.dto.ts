import { z } from 'zod';
import { day, organisationId } from '../../../kernel/fields.events.js';
import { HANDOVER_REASONS } from '../../../trajectory/parties/parties.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/handovers`. */
export const OfferHandoverDto = z
  .strictObject({
    offeredOn: day.optional().meta({ description: 'Today when absent.' }),
    organisationId,
    reason: z.enum(HANDOVER_REASONS),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'OfferHandover',
    examples: [{ offeredOn: '2019-11-04', organisationId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60', reason: 'expertise' }],
  });
export type OfferHandoverDto = z.output<typeof OfferHandoverDto>;
