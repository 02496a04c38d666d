import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { PARTIES } from '../../../programme/terms.js';
import { END_REASONS } from '../../../trajectory/placement/placement.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/placements/{placementId}/end`. */
export const EndPlacementDto = z
  .strictObject({
    endedOn: day.optional().meta({ description: 'The last day of the placement; today when absent.' }),
    reason: z.enum(END_REASONS),
    by: z.enum(PARTIES),
    words: NoteWords.optional(),
  })
  .meta({ id: 'EndPlacement', examples: [{ endedOn: '2020-02-14', reason: 'no-work-left', by: 'employer' }] });
export type EndPlacementDto = z.output<typeof EndPlacementDto>;
