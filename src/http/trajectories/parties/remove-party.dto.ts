import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { LEAVING_REASONS } from '../../../trajectory/parties/parties.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/parties/{organisationId}/leaving`. */
export const RemovePartyDto = z
  .strictObject({
    leftOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(LEAVING_REASONS),
    words: NoteWords.optional(),
  })
  .meta({ id: 'RemoveParty', examples: [{ leftOn: '2020-01-31', reason: 'task-done' }] });
export type RemovePartyDto = z.output<typeof RemovePartyDto>;
