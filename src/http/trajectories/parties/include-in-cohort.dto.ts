import { z } from 'zod';
import { cohortId, day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/cohorts`. */
export const IncludeInCohortDto = z
  .strictObject({
    includedOn: day.optional().meta({ description: 'Today when absent.' }),
    cohortId,
    words: NoteWords.optional(),
  })
  .meta({ id: 'IncludeInCohort', examples: [{ includedOn: '2019-10-04', cohortId: '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f' }] });
export type IncludeInCohortDto = z.output<typeof IncludeInCohortDto>;
