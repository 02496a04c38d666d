import { z } from 'zod';
import { code, day, organisationId } from '../../../kernel/fields.events.js';
import { PARTY_ROLES } from '../../../trajectory/parties/parties.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/parties`. */
export const AddPartyDto = z
  .strictObject({
    joinedOn: day.optional().meta({ description: 'Today when absent.' }),
    organisationId,
    role: z.enum(PARTY_ROLES),
    legalBasis: code<'legal-basis'>().meta({ description: 'The ground on which it may know of this trajectory.' }),
    words: NoteWords.optional(),
  })
  .meta({
    id: 'AddParty',
    examples: [
      {
        joinedOn: '2019-10-07',
        organisationId: '6c1d8e7f-4a1b-5f2c-8d3e-1b2c3d4e5f60',
        role: 'school',
        legalBasis: 'public-task',
      },
    ],
  });
export type AddPartyDto = z.output<typeof AddPartyDto>;
