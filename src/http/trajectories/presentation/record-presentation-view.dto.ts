import { z } from 'zod';
import { day, employerId } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/presentations/{presentationId}/views`. */
export const RecordPresentationViewDto = z
  .strictObject({
    viewedOn: day.optional().meta({ description: 'Today when absent.' }),
    employerId: employerId.meta({ description: 'Who looked.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordPresentationView',
    examples: [{ viewedOn: '2020-04-02', employerId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60' }],
  });
export type RecordPresentationViewDto = z.output<typeof RecordPresentationViewDto>;
