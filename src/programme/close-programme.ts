import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import type { Programme } from './programme.js';
import type { ProgrammeClosed } from './programme.events.js';

/** Closes a programme from a day on: nobody is offered it or starts in it any more; who is under way goes on. */
export type CloseProgramme = Command<'CloseProgramme', ProgrammeClosed['data']>;

export type ProgrammeIsClosed = { code: 'programme-closed'; closedOn: Day };
/** Why a programme takes nothing: it was never published, or it is closed. */
export type ProgrammeNotOpen = ProgrammeIsClosed | { code: 'programme-not-published' };
export type CannotCloseProgramme = ProgrammeNotOpen;

/** Proposes exactly one `ProgrammeClosed`. */
export function closeProgramme({ on, data }: CloseProgramme & { on: Day }): [ProgrammeClosed] {
  return [{ type: 'ProgrammeClosed', occurredOn: on, data }];
}

/** What `next-steps` may try: to close it, without a successor. */
export function offerClosing(state: Programme): Offers<CloseProgramme, CannotCloseProgramme> {
  return { subjects: isOpen(state) ? [{ successorId: null }] : [], none: whyNotOpen(state) };
}

/** Whether a programme takes what is new. */
export const isOpen = ({ published, closed }: Programme): boolean => published.length > 0 && closed === null;

/** The code to show where it does not. */
export const whyNotOpen = ({ closed }: Programme): ProgrammeNotOpen['code'] =>
  closed ? 'programme-closed' : 'programme-not-published';

/** A programme that was published is closed once. Errors: `programme-not-published`; `programme-closed`. Source: R-316, docs/rules.md. */
export function judgeClosing(_: ProgrammeClosed, state: Programme): CannotCloseProgramme | undefined {
  return judgeOpen(state);
}

/** Only a programme that was published takes what is new, up to the day before its closing. Errors: `programme-not-published`; `programme-closed`. Source: R-316, docs/rules.md. */
export function judgeOpen(state: Programme): ProgrammeNotOpen | undefined {
  return state.published.length === 0 ? { code: 'programme-not-published' } : judgeNotClosed(state);
}

/** From the day of the closing on nothing is published any more. Errors: `programme-closed`. Source: R-316, docs/rules.md. */
export function judgeNotClosed({ closed }: Programme): ProgrammeIsClosed | undefined {
  return closed ? { code: 'programme-closed', closedOn: closed.on } : undefined;
}
