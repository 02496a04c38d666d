import { z } from 'zod';
import { day, placementId, subject } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/aftercare-contacts`. */
export const AssignAftercareContactDto = z
  .strictObject({
    assignedOn: day.optional().meta({ description: 'Today when absent.' }),
    placementId,
    subject: subject.meta({ description: 'Who asks under that name, an opaque id.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'AssignAftercareContact',
    examples: [{ assignedOn: '2020-01-06', placementId: 'a051c2b3-8e5f-5d60-8172-5f60718293a4', subject: 'worker-7' }],
  });
export type AssignAftercareContactDto = z.output<typeof AssignAftercareContactDto>;
