import { correctedVocabulary, type EventCorrected } from '../../kernel/corrected.events.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { DomainEvent, Sealed } from '../../kernel/messages.js';
import type { Identified } from '../../kernel/outcome.js';
import type { KeyClaims } from '../ports/claims.js';
import type { NewEvent } from '../ports/event-store.js';
import { SubjectErased, type PersonVault, type Words } from '../ports/person-vault.js';
import { refuse, type Refused } from '../refusals.js';
import type { StreamKind } from '../streams/stream-kind.js';
import type { Decided } from './decide-on.js';
import { bsnIn } from './identities.js';

type Stream = Readonly<{ of: StreamKind; tenant: TenantId; streamId: StreamId; ownId: string }>;
type Deciding = Stream & Readonly<{ decision: string; expectedVersion: number; standing: readonly string[] }>;

/**
 * Claims the BSNs that these events bring, and those that stand and are claimed anew, before anything is appended; the append will
 * name how many there must be.
 *
 * Errors: `bsn-missing` when one of these events should bring a BSN, and does not; `already-known` when somebody else holds one, and
 * then what this decision claimed is given back.
 */
export async function claimed(
  keys: KeyClaims,
  { of, tenant, streamId, ownId, decision, expectedVersion, standing }: Deciding,
  { events, words }: Decided,
): Promise<Readonly<{ kind: 'claimed'; keys: number }> | Refused> {
  const brought = events.filter((event) => of.bringsBsn(asItCounts(event)) && !keepsItsWords(event));
  const bsns = brought.map((event) => bsnIn(wordsOf(event, words)));
  const missing = bsns.find((bsn) => typeof bsn !== 'string');
  if (missing) return missing;

  const values = new Set([...standing, ...(bsns as string[])]);
  for (const value of values) {
    const claim = await keys.claim({ tenant, kind: 'bsn', value, holder: ownId, decision, streamId, expectedVersion });
    if (claim.kind === 'claimed') continue;
    await keys.release(tenant, decision);
    return refuse({ code: 'already-known', candidateId: claim.holder });
  }
  return { kind: 'claimed', keys: values.size };
}

/**
 * The events as the store takes them; their words are committed to the vault before this resolves.
 *
 * Errors: `subject-erased` when the key of whose words they are was destroyed.
 */
export async function sealed(
  vault: PersonVault,
  stream: Stream,
  { events, words }: Decided,
): Promise<Readonly<{ kind: 'sealed'; events: readonly NewEvent[] }> | Refused> {
  const sealOf = async (event: Identified<DomainEvent>): Promise<NewEvent> => {
    const { eventId, type, occurredOn, data } = event;
    const schemaVersion = schemaVersionOf(stream.of, type);
    return { eventId, type, schemaVersion, occurredOn, data, sealed: await sealOne(vault, stream, { event, words }) };
  };
  try {
    return { kind: 'sealed', events: await Promise.all(events.map(sealOf)) };
  } catch (error) {
    if (error instanceof SubjectErased) return refuse({ code: 'subject-erased' });
    throw error;
  }
}

async function sealOne(
  vault: PersonVault,
  { tenant, streamId }: Stream,
  { event, words }: { event: Identified<DomainEvent>; words: Decided['words'] },
): Promise<Sealed | null> {
  const spoken = wordsOf(event, words);
  if (!event.seal || !spoken) return null;
  return vault.seal({ tenant, streamId, eventId: event.eventId, subject: event.seal.subject, words: spoken });
}

const wordsOf = ({ seal }: DomainEvent, words: Decided['words']): Words | undefined => seal && words.get(seal.words);

/** What it keeps lies in the vault, and is among what stands. */
const keepsItsWords = (event: DomainEvent): boolean =>
  event.type === 'EventCorrected' &&
  (event as EventCorrected).data.kind === 'replace' &&
  ((event as EventCorrected).data as Readonly<{ replacement: Readonly<{ sealed: string }> }>).replacement.sealed === 'kept';

/** A replacement claims what the event that it stands for would have claimed. */
function asItCounts(event: DomainEvent): DomainEvent {
  if (event.type !== 'EventCorrected') return event;

  const { data } = event as EventCorrected;
  return data.kind === 'replace' ? { ...event, type: data.replacement.type, data: data.replacement.data } : event;
}

function schemaVersionOf({ vocabulary, category }: StreamKind, type: string): number {
  const known = { ...vocabulary, ...correctedVocabulary }[type];
  if (!known) throw new Error(`${type} is not in the vocabulary of ${category}`);
  return known.schemaVersion;
}
