import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Sealed } from '../../kernel/messages.js';
import type { Position } from './event-store.js';
import type { NamedPerson } from '../name-key.js';

/** What is said about a person: identity and free text, field by field, in the clear. It never leaves this port but to its reader. */
export type Words = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What one event seals, and about whom. */
export type Part = Readonly<{ tenant: TenantId; streamId: StreamId; eventId: EventId; subject: string; words: Words }>;

/** Where a name was sealed, by the event that may have brought it; whether it still counts, the stream says. */
export type NameSealed = Readonly<{ streamId: StreamId; eventId: EventId; digest: string }>;

/** Where what is sealed lies: encrypted with the subject's own key, apart from the log. */
export interface PersonVault {
  /** Encrypts and commits the words of one event; its digest goes into the event. Each call seals anew. Errors: throws `SubjectErased`. */
  seal(part: Part): Promise<Sealed>;
  /**
   * The words by event id; what was destroyed with its subject is absent.
   * Errors: throws `SealBroken` when a part is lost or is not what was sealed, and then answers none of them.
   */
  open(
    tenant: TenantId,
    parts: readonly Readonly<{ streamId: StreamId; eventId: EventId; sealed: Sealed }>[],
  ): Promise<ReadonlyMap<EventId, Words>>;
  /**
   * Where somebody of this surname and birth date was sealed, compared by `nameKeyOf`. A keyed hash of the two lies beside each part
   * that holds both, is written with it and goes with it.
   */
  findNamed(tenant: TenantId, who: NamedPerson): Promise<readonly NameSealed[]>;
  /** Removes the subject's key and every part, for ever; nothing can be sealed about it again. Answers how many parts; may be repeated. */
  destroy(tenant: TenantId, subject: string): Promise<number>;
  /** Up to which event of the log erasures were carried out; null: none was looked at yet. */
  destroyedUpTo(): Promise<Position | null>;
  noteDestroyed(upTo: Position): Promise<void>;
  /** Removes parts that no event names and that are older than 7 days of real time; answers how many. */
  sweep(): Promise<number>;
}

/** The subject's key was destroyed; nothing was stored. */
export class SubjectErased extends Error {
  override readonly name = 'SubjectErased';
}

/** A part is not what was sealed for its event: it was altered, swapped, carried elsewhere or taken away. Names the event, never a word. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(
    readonly eventId: EventId,
    options?: ErrorOptions,
  ) {
    super(`what is sealed for event ${eventId} is not what was sealed`, options);
  }
}
