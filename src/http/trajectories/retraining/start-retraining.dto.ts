import { z } from 'zod';
import { day, organisationId } from '../../../kernel/fields.events.js';
import { RETRAINING_KINDS } from '../../../trajectory/retraining/retraining.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/retrainings`. */
export const StartRetrainingDto = z
  .strictObject({
    startedOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(RETRAINING_KINDS),
    organisationId: organisationId.nullable().default(null).meta({ description: 'Who teaches.' }),
    words: NoteWords.optional(),
  })
  .meta({ id: 'StartRetraining', examples: [{ startedOn: '2019-11-18', kind: 'reskilling' }] });
export type StartRetrainingDto = z.output<typeof StartRetrainingDto>;
