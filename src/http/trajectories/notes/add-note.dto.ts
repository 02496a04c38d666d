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
  .meta({ id: 'AddNote' });
export type AddNoteDto = z.output<typeof AddNoteDto>;
