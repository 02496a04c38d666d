import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Sealed } from '../../kernel/messages.js';

/** What is said about a person: identity and free text, field by field, in the clear. It never leaves this port but to its reader. */
export type Words = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Where what is sealed lies: encrypted with the subject's own key, apart from the log. */
export interface PersonVault {
  /** Encrypts and commits the words of one event; its digest goes into the event. Each call seals anew. */
  seal(
    part: Readonly<{ tenant: TenantId; streamId: StreamId; eventId: EventId; subject: string; words: Words }>,
  ): Promise<Sealed>;
  /** The words by event id; an erased or unknown part is absent. */
  open(
    tenant: TenantId,
    parts: readonly Readonly<{ streamId: StreamId; eventId: EventId; sealed: Sealed }>[],
  ): Promise<ReadonlyMap<EventId, Words>>;
  /** Removes parts that no event names and that are older than 7 days of real time; answers how many. */
  sweep(): Promise<number>;
}
