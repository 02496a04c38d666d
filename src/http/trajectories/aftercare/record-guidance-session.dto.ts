import { z } from 'zod';
import { day, organisationId, placementId } from '../../../kernel/fields.events.js';
import { GUIDANCE_KINDS } from '../../../trajectory/aftercare/aftercare.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/guidance-sessions`. */
export const RecordGuidanceSessionDto = z
  .strictObject({
    heldOn: day.optional().meta({ description: 'The day of the session; today when absent.' }),
    kind: z.enum(GUIDANCE_KINDS),
    placementId: placementId.nullable().default(null).meta({ description: 'Where; guidance on the job names it.' }),
    organisationId: organisationId
      .nullable()
      .default(null)
      .meta({ description: 'Who guided; the municipality itself when absent.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordGuidanceSession',
    examples: [{ heldOn: '2020-01-20', kind: 'on-the-job', placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4' }],
  });
export type RecordGuidanceSessionDto = z.output<typeof RecordGuidanceSessionDto>;
