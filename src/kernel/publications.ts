import type { EventCorrected } from './corrected.events.js';
import { facts, type Effective, type History } from './history.js';
import type { DomainEvent } from './messages.js';

/**
 * A content that a stream of publications brought.
 * `version` is that of the event that brought it: of the publication, or of the correction that replaced it; so a number
 * that somebody carries names the same content for ever.
 * `standsAt` is its place among those that count now: the version of the publication. Null: it was replaced or voided since.
 */
export type Publication<D> = Readonly<{ version: number; standsAt: number | null; data: D }>;

/** Every content that was ever published in a stream, in the order in which they were recorded; also what no longer counts. */
export function publicationsIn<E extends DomainEvent>(history: History<E>): readonly Publication<E['data']>[] {
  const places = new Map(facts(NO_LEDGER, history).map((event) => [broughtAt(event, history), event.version]));

  return history.flatMap((event) => {
    const data = contentOf(event);
    return data === undefined ? [] : [{ version: event.version, standsAt: places.get(event.version) ?? null, data }];
  });
}

/** Of what stands, what holds on a day: valid since latest, of two from the same day the later publication. Source: R-402, docs/rules.md. */
export function inForce<V extends Readonly<{ standsAt: number | null; validFrom: string }>>(
  versions: readonly V[],
  on: V['validFrom'],
): V | undefined {
  const standing = versions.filter(({ standsAt, validFrom }) => standsAt !== null && validFrom <= on);
  return standing
    .toSorted((a, b) => (a.validFrom === b.validFrom ? a.standsAt! - b.standsAt! : a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
}

const NO_LEDGER = { ledger: new Set<never>() };

/** The version under which the content of an event that counts was stored: what was restored is the original again. */
function broughtAt<E extends DomainEvent>({ version, correctedBy }: Effective<E>, history: History<E>): number {
  const correction = history.find(({ eventId }) => eventId === correctedBy);
  return correction && contentOf(correction) !== undefined ? correction.version : version;
}

/** What an event published: its own data, those of a replacement, or nothing. */
function contentOf<E extends DomainEvent>(event: History<E>[number]): E['data'] | undefined {
  if (event.type !== 'EventCorrected') return event.data;

  const { data } = event as EventCorrected;
  return data.kind === 'replace' ? data.replacement.data : undefined;
}
