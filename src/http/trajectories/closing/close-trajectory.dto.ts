import { z } from 'zod';
import { code, day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/closure`. */
export const CloseTrajectoryDto = z
  .strictObject({
    closedOn: day.optional().meta({ description: 'Today when absent.' }),
    result: code<'result'>().meta({ description: 'One of the results of the programme.', examples: ['paid-work'] }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'CloseTrajectory', examples: [{ closedOn: '2020-06-30', result: 'paid-work' }] });
export type CloseTrajectoryDto = z.output<typeof CloseTrajectoryDto>;
