import { z } from 'zod';
import { day, employerId } from '../../../kernel/fields.events.js';
import { DISMISSAL_SOURCES } from '../../../trajectory/dismissal/dismissal.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/dismissals/revisions`. */
export const ReviseDismissalDto = z
  .strictObject({
    revisedOn: day.optional().meta({ description: 'Today when absent.' }),
    dismissalOn: day.meta({ description: 'The first day without the job.' }),
    source: z.enum(DISMISSAL_SOURCES),
    employerId: employerId.nullable().default(null).meta({ description: 'Who dismisses.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ReviseDismissal', examples: [{ revisedOn: '2019-11-01', dismissalOn: '2020-03-01', source: 'employer' }] });
export type ReviseDismissalDto = z.output<typeof ReviseDismissalDto>;
