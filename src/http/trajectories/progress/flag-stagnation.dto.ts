import { z } from 'zod';
import { day, positive } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/stagnations`. */
export const FlagStagnationDto = z
  .strictObject({
    flaggedOn: day.optional().meta({ description: 'Today when absent.' }),
    since: day.meta({ description: 'The day of the last contact.' }),
    weeks: z.int().min(1).max(520).meta({ description: 'After how many weeks without contact the policy warns.' }),
    policyVersion: positive,
    words: NoteWords.optional(),
  })
  .meta({ id: 'FlagStagnation', examples: [{ flaggedOn: '2020-01-31', since: '2019-12-06', weeks: 8, policyVersion: 1 }] });
export type FlagStagnationDto = z.output<typeof FlagStagnationDto>;
