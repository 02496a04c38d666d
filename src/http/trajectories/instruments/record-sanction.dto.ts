import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';
import { SANCTION_KINDS, SANCTION_REASONS } from '../../../trajectory/instruments/instruments.events.js';

/** Body of `POST /trajectories/{trajectoryId}/sanctions`. */
export const RecordSanctionDto = z
  .strictObject({
    imposedOn: day.optional().meta({ description: 'Today when absent.' }),
    kind: z.enum(SANCTION_KINDS),
    reason: z.enum(SANCTION_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RecordSanction', examples: [{ imposedOn: '2020-02-03', kind: 'warning', reason: 'appointment-missed' }] });
export type RecordSanctionDto = z.output<typeof RecordSanctionDto>;
