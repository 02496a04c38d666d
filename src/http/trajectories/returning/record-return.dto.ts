import { z } from 'zod';
import { code, day, eventId, positive } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/returns`. */
export const RecordReturnDto = z
  .strictObject({
    benefitEventId: eventId.meta({ description: 'The fact of the candidate by which somebody came back.' }),
    returnedOn: day,
    daysSinceExit: z.int().min(0).max(36_525),
    policy: z.strictObject({ id: code<'return-policy'>(), version: positive }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordReturn',
    examples: [
      {
        benefitEventId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        returnedOn: '2020-09-01',
        daysSinceExit: 183,
        policy: { id: 'return-within-a-year', version: 1 },
      },
    ],
  });
export type RecordReturnDto = z.output<typeof RecordReturnDto>;
