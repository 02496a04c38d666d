import { z } from 'zod';
import { code, day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/new-jobs`. */
export const RecordNewJobDto = z
  .strictObject({
    foundOn: day.optional().meta({ description: 'Today when absent.' }),
    sectorFrom: code<'sector'>()
      .nullable()
      .default(null)
      .meta({ description: 'Where somebody works until then, null when nowhere.' }),
    sectorTo: code<'sector'>(),
    startsOn: day,
    words: NoteWords.optional(),
  })
  .meta({
    id: 'RecordNewJob',
    examples: [{ foundOn: '2020-02-10', sectorFrom: 'retail', sectorTo: 'care', startsOn: '2020-03-01' }],
  });
export type RecordNewJobDto = z.output<typeof RecordNewJobDto>;
