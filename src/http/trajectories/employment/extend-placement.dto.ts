import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/placements/{placementId}/extensions`. */
export const ExtendPlacementDto = z
  .strictObject({
    extendedOn: day.optional().meta({ description: 'Today when absent.' }),
    until: day.nullable().meta({ description: 'The new last day as agreed, null when there is none any more.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ExtendPlacement', examples: [{ extendedOn: '2020-04-20', until: '2020-11-03' }] });
export type ExtendPlacementDto = z.output<typeof ExtendPlacementDto>;
