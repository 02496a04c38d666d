import type { EventCorrected } from './corrected.events.js';
import type { Day } from './days.js';
import type { EventId } from './ids.js';
import type { DomainEvent, Refusal, Waived } from './messages.js';

/** An event that has its id and is to be appended. */
export type Identified<E> = E & Readonly<{ eventId: EventId }>;

/** What is planned is a day in `data`; nothing has happened yet on a day to come. Never waived. */
export type OccursInFuture = Readonly<{ code: 'occurs-in-future'; occurredOn: Day; today: Day }>;

/**
 * Something later in the history could no longer stand: which event, and the code with which it would be refused.
 * Whoever may not read that event gets the codes alone.
 */
export type BreaksLater = Readonly<{ code: 'breaks-later'; eventId: EventId; type: string; occurredOn: Day; refusal: string }>;

/** Why a correction or a late fact is no correction of this stream; never waived. */
export type CannotCorrect =
  | Readonly<{ code: 'no-such-event'; eventId: EventId }>
  /** The ledger and corrections themselves follow; they are not corrected. */
  | Readonly<{ code: 'not-correctable'; eventId: EventId | null; type: string }>
  /** What should not exist is closed as entered in error. */
  | Readonly<{ code: 'first-cannot-be-voided'; eventId: EventId }>
  | Readonly<{ code: 'type-must-stay'; eventId: EventId; type: string }>
  /** `ids` names the members of `data` that may not change. */
  | Readonly<{ code: 'ids-must-stay'; eventId: EventId; ids: readonly string[] }>
  /** The data do not fit the type; `at` names the members at fault as far as the schema tells. */
  | Readonly<{ code: 'not-of-its-type'; eventId: EventId | null; type: string | null; at: readonly string[] }>;

/** Every way in which the kernel or a stream's own judges refuse. */
export type Refused<R extends Refusal = never> = R | OccursInFuture | BreaksLater | CannotCorrect;

/**
 * What came of a command: the events to append, in order, with the refusals that were waived; or one refusal.
 * A command that finds nothing to do is accepted without events, and nothing is appended.
 */
export type Outcome<E extends DomainEvent, R extends Refusal> =
  | Readonly<{ kind: 'accepted'; events: readonly Identified<E | EventCorrected>[]; overrides: readonly Waived[] }>
  | Readonly<{ kind: 'refused'; refusal: Refused<R> }>;

/** Answers with one refusal. */
export const refused = <R>(refusal: R): Readonly<{ kind: 'refused'; refusal: R }> => ({ kind: 'refused', refusal });
