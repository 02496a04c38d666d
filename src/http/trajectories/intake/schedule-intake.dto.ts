import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/intakes`. */
export const ScheduleIntakeDto = z
  .strictObject({
    scheduledOn: day.optional().meta({ description: 'Today when absent.' }),
    intakeOn: day.meta({ description: 'The day of the talk.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'ScheduleIntake', examples: [{ scheduledOn: '2019-10-04', intakeOn: '2019-10-11' }] });
export type ScheduleIntakeDto = z.output<typeof ScheduleIntakeDto>;
