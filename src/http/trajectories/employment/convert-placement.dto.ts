import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PLACEMENT_KINDS } from '../../../programme/terms.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/placements/{placementId}/conversion`. */
export const ConvertPlacementDto = z
  .strictObject({
    convertedOn: day.optional().meta({ description: 'The first day of the new kind; today when absent.' }),
    kind: z.enum(PLACEMENT_KINDS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ConvertPlacement', examples: [{ convertedOn: '2020-01-06', kind: 'job' }] });
export type ConvertPlacementDto = z.output<typeof ConvertPlacementDto>;
