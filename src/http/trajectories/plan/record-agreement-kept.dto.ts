import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/agreements/{agreementId}/keeping`. */
export const RecordAgreementKeptDto = z
  .strictObject({
    keptOn: day.optional().meta({ description: 'Today when absent.' }),

    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordAgreementKept', examples: [{ keptOn: '2020-01-20' }] });
export type RecordAgreementKeptDto = z.output<typeof RecordAgreementKeptDto>;
