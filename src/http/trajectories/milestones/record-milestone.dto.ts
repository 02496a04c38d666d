import { z } from 'zod';
import { code, day, eventId, positive } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/milestones`. */
export const RecordMilestoneDto = z
  .strictObject({
    milestone: code<'milestone'>().meta({
      description: 'One of the milestones of the programme.',
      examples: ['half-a-year-at-work'],
    }),
    reachedOn: day,
    policyVersion: positive,
    because: z.array(eventId).min(1).max(20).meta({ description: 'The facts that the policy went by.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordMilestone',
    examples: [
      {
        milestone: 'half-a-year-at-work',
        reachedOn: '2020-05-04',
        policyVersion: 1,
        because: ['6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60'],
      },
    ],
  });
export type RecordMilestoneDto = z.output<typeof RecordMilestoneDto>;
