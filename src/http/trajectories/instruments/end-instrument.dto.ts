import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { NoteWords } from '../../requests/words.dto.js';
import { INSTRUMENT_END_REASONS } from '../../../trajectory/instruments/instruments.events.js';

/** Body of `POST /trajectories/{trajectoryId}/instruments/{instrumentId}/end`. */
export const EndInstrumentDto = z
  .strictObject({
    endedOn: day.optional().meta({ description: 'The last day of the instrument; today when absent.' }),
    reason: z.enum(INSTRUMENT_END_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'EndInstrument', examples: [{ endedOn: '2020-05-03', reason: 'placement-ended' }] });
export type EndInstrumentDto = z.output<typeof EndInstrumentDto>;
