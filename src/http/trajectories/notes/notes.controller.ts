import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../../application/commands/wish.js';
import { trajectoryId } from '../../../kernel/fields.events.js';
import type { TrajectoryId } from '../../../kernel/ids.js';
import type { AddNote } from '../../../trajectory/notes/add-note.js';
import { Appends } from '../../openapi/described.js';
import { Commands, type Outcome } from '../../requests/commands.js';
import { CurrentOrigin } from '../../requests/origin.js';
import { wished } from '../../requests/wished.js';
import { AddNoteDto } from './add-note.dto.js';

/** What does not fit a code. */
@ApiTags('trajectories')
@Controller('trajectories/:trajectoryId')
export class NotesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Adds a note; its words are sealed. */
  @Appends('notes', { summary: 'Add a note', creates: 'note' })
  add(
    @Param('trajectoryId', { schema: trajectoryId }) id: TrajectoryId,
    @Body({ schema: AddNoteDto }) { writtenOn: on, words, ...data }: AddNoteDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send({ category: 'trajectory', id }, origin, wished<AddNote>({ type: 'AddNote', on, data, words }));
  }
}
