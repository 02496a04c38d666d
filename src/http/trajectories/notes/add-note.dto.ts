import { z } from 'zod';
import { day } from '../../../kernel/fields.events.js';
import { VISIBILITIES } from '../../../trajectory/notes/notes.events.js';
import { NoteWords } from '../../requests/words.dto.js';

/** Body of `POST /trajectories/{trajectoryId}/notes`. */
export const AddNoteDto = z
  .strictObject({
    writtenOn: day.optional().meta({ description: 'Today when absent.' }),
    visibility: z.enum(VISIBILITIES),
    words: NoteWords,
  })
  .meta({
    id: 'AddNote',
    examples: [{ writtenOn: '2019-11-20', visibility: 'internal', words: { note: 'Would like to start half an hour later.' } }],
  });
export type AddNoteDto = z.output<typeof AddNoteDto>;
