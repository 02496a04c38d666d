import type { Category, StreamId } from '../kernel/ids.js';
import { categoryOf } from '../kernel/ids.js';
import { opensWords, type Opening } from './words-permissions.js';
import type { Identity } from './ports/identity.js';
import type { Words } from './ports/person-vault.js';

/** An event as far as it decides who may open its words; `actor` is who recorded it. */
export type SealedEvent = Readonly<{ type: string; data: unknown; actor: Readonly<{ subject: string; organisation: string }> }>;

/** What this reader may open of the words of an event that counts, in a stream: all of them, some fields, or nothing. */
export function openingOf(identity: Identity, streamId: StreamId, { type, data, actor }: SealedEvent): Opening {
  const isOwn = actor.subject === identity.subject && actor.organisation === identity.organisation;
  return opensWords(identity.role, {
    category: categoryOf(streamId) satisfies Category,
    visibility: visibilityOf(type, data),
    isOwn,
  });
}

/** These words without what the reader may not open; nothing when that leaves nothing. */
export function opened(words: Words, opening: Opening): Words | undefined {
  if (opening === 'all') return words;

  const fields = Object.entries(words).filter(([name]) => opening.includes(name));
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** A note says who may read it; other words of an event go by the kind of its stream. */
function visibilityOf(type: string, data: unknown): string | null {
  return type === 'NoteAdded' ? String((data as Readonly<{ visibility?: unknown }>).visibility) : null;
}
