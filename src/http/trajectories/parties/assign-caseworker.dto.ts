import { z } from 'zod';
import { day, subject } from '../../../kernel/fields.events.js';
import { ASSIGNMENT_REASONS } from '../../../trajectory/parties/parties.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/caseworkers`. */
export const AssignCaseworkerDto = z
  .strictObject({
    assignedOn: day.optional().meta({ description: 'Today when absent.' }),
    subject: subject.meta({ description: 'The subject of the caseworker, as tokens have it.' }),
    reason: z.enum(ASSIGNMENT_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'AssignCaseworker', examples: [{ assignedOn: '2019-10-04', subject: 'worker-7', reason: 'first-caseworker' }] });
export type AssignCaseworkerDto = z.output<typeof AssignCaseworkerDto>;
