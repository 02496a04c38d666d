import type { EventCorrected } from '../../kernel/corrected.events.js';
import { effective, withAppended, type Effective, type History } from '../../kernel/history.js';
import type { Instant } from '../../kernel/days.js';
import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { WrittenEvent } from '../event-bytes.js';
import type { PersonVault, Words } from '../ports/person-vault.js';
import { refuse, type Refused } from '../refusals.js';
import type { StreamKind } from '../streams/stream-kind.js';
import type { Decided } from './decide-on.js';

type Stream = Readonly<{ of: StreamKind; tenant: TenantId; streamId: StreamId }>;
type Corrected = Readonly<{ eventId: EventId; type: string; data: unknown }>;

/** Whether some of these events correct one that brings, or could bring, a BSN. */
export function correctsIdentity(
  { of }: Pick<Stream, 'of'>,
  stored: readonly Corrected[],
  events: readonly Corrected[],
): boolean {
  const types = new Map(stored.map(({ eventId, type }) => [eventId, type]));
  return events.some((event) => {
    if (event.type !== 'EventCorrected') return false;
    return of.identityTypes.has(types.get((event as unknown as EventCorrected).data.corrects) ?? '');
  });
}

/** The BSN among the words of an event that brings one. Errors: `bsn-missing` when it is not there. */
export function bsnIn(words: Words | undefined): string | Refused {
  const bsn = words?.['bsn'];
  return typeof bsn === 'string' ? bsn : refuse({ code: 'bsn-missing' });
}

/**
 * The BSNs that count after these events and whose words lie in the vault already: a correction claims them anew, also one that it
 * brings back, so that everything that was claimed before it can be given up.
 *
 * Shape: none where the words were destroyed; what these events bring themselves is not among them.
 * Errors: `bsn-missing` when an event would count as bringing a BSN by words that hold none.
 */
export async function standingBsns(
  vault: PersonVault,
  { of, tenant, streamId }: Stream,
  { stored, decided, now }: Readonly<{ stored: readonly WrittenEvent[]; decided: Decided; now: Instant }>,
): Promise<Readonly<{ kind: 'standing'; bsns: readonly string[] }> | Refused> {
  const history = historyOf(of.vocabulary, stored) as unknown as History<DomainEvent>;
  const after = effective(withAppended(history, decided.events, now)) as unknown as Effective<DomainEvent>[];
  const parts = after.flatMap((event) =>
    of.bringsBsn(event) && event.sealed ? [{ streamId, eventId: event.sealedUnder, sealed: event.sealed }] : [],
  );

  const opened = await vault.open(tenant, parts);
  const bsns = [...opened.values()].map(bsnIn);
  const missing = bsns.find((bsn) => typeof bsn !== 'string');
  return missing ?? { kind: 'standing', bsns: bsns as readonly string[] };
}
