import type { EventCorrected } from '../../kernel/corrected.events.js';
import type { WrittenEvent } from '../event-bytes.js';
import { refuse, type Refused } from '../refusals.js';
import { openingOf, type SealedEvent } from '../words-opened.js';
import type { Way } from './way.js';

/** Whoever may not open the words of an event, in any form that it had, does not correct it. Source: R-24, docs/rules.md. */
export function closedWordsTouched(
  { origin: { identity }, wish, streamId }: Way,
  stored: readonly WrittenEvent[],
): Refused | undefined {
  if (wish.kind === 'command') return;

  const named = new Set<string>(wish.corrections.map(({ corrects }) => corrects));
  const forms = stored.filter(({ eventId }) => named.has(eventId)).flatMap((event) => sealedForms(event, stored));
  const closed = forms.some((form) => openingOf(identity, streamId, form) !== 'all');
  if (closed) return refuse({ code: 'not-permitted', role: identity.role, wanted: 'CorrectEvents' });
}

/** Every form of an event for which words were ever sealed; whoever replaced it, it stays of who recorded it. None: it has no words. */
function sealedForms(event: WrittenEvent, stored: readonly WrittenEvent[]): SealedEvent[] {
  const corrections = stored.flatMap(({ type, data, sealed }) =>
    type === 'EventCorrected' ? [{ sealed, ...(data as EventCorrected['data']) }] : [],
  );
  const own = corrections.filter(({ corrects }) => corrects === event.eventId);
  if ([event, ...own].every(({ sealed }) => sealed === null)) return [];

  const replaced = own.flatMap((correction) => (correction.kind === 'replace' ? [correction.replacement.data] : []));
  return [event, ...replaced.map((data) => ({ ...event, data }))];
}
