import type { Offers } from '../../kernel/decider.js';
import type { Command, Seal } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NotBegun } from '../under-way.js';

type NoteAdded = TrajectoryEventOf<'NoteAdded'>;

/** Adds a note; the seal holds its words. */
export type AddNote = Command<'AddNote', Omit<NoteAdded['data'], 'noteId'>> & { seal: Seal };

export type CannotAddNote = NotBegun;

/** Proposes exactly one `NoteAdded`. */
export function addNote(command: Dated<AddNote>): [NoteAdded] {
  return [fact('NoteAdded', command, { noteId: command.meta.newId('note'), ...command.data })];
}

/** What `next-steps` may try: a note for the own organisation. */
export function offerNotes(_: Trajectory): Offers<AddNote, CannotAddNote> {
  return { subjects: [{ visibility: 'internal' }], none: 'not-started' };
}

/** A note may be added at any time since the beginning. Errors: `before-start`; `not-started`. Source: R-22, docs/rules.md. */
export function judgeNote(event: NoteAdded, state: Trajectory): CannotAddNote | undefined {
  return judgeBegun(event, state);
}
