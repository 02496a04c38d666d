import type { EventCorrected } from '../../src/kernel/corrected.events.js';
import type { Fold, Judges } from '../../src/kernel/decider.js';
import { occurredDay, type Effective, type History, type InHistory } from '../../src/kernel/history.js';
import type { EventId } from '../../src/kernel/ids.js';
import type { DomainEvent, Refusal, Waived } from '../../src/kernel/messages.js';
import type { Refused } from '../../src/kernel/outcome.js';

/*
 * The kernel once more, as simply as its words can be put: everything from the beginning, nothing kept, nothing skipped.
 * What the kernel does with less work must come to the same.
 */

type Verdict<E> = Readonly<{ event: Effective<E>; code: string; refusal: Refusal }>;

/** The facts in order: for each original, its corrections are looked up among all that follow. */
export function plainFacts<E extends DomainEvent>(judges: Pick<Fold<never, E>, 'ledger'>, history: History<E>): Effective<E>[] {
  const originals = history.filter(({ type }) => type !== 'EventCorrected' && !judges.ledger.has(type)) as InHistory<E>[];
  const forms = originals.flatMap((original) => formOf(original, correctionsOf(original.eventId, history)) ?? []);
  return [...forms.filter(isFirst), ...forms.filter((form) => !isFirst(form)).sort(byDayAndVersion)];
}

/** Every fact and what its judge says of it, in order; then the ledger after all facts. */
export function plainVerdicts<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  history: History<E>,
  override = false,
): Verdict<E>[] {
  const ledger = history.filter(({ type }) => judges.ledger.has(type)) as unknown as Effective<E>[];
  const verdicts: Verdict<E>[] = [];
  let state = judges.initial;
  for (const event of [...plainFacts(judges, history), ...ledger]) {
    const [judge, insist] = [judges.judge, judges.insists ?? {}].map(
      (of) => (of as Readonly<Record<string, (event: E, before: S, rules: Rules) => R | undefined>>)[event.type],
    );
    const asked = [event, state, judges.rulesFor(event, state)] as const;
    const all = [judge(...asked), override ? insist?.(...asked) : undefined].filter((said) => said !== undefined);
    // Of what an override leaves, and else of all, the first.
    const refusal = (override ? all.find(({ code }) => judges.neverWaived?.has(code)) : undefined) ?? judge(...asked);
    if (refusal) verdicts.push({ event, code: refusal.code, refusal });
    state = judges.evolve(state, event);
  }
  return verdicts;
}

/** What `admit` must answer about the events at the end of `after`, of which none lies in the future. */
export function plainAdmission<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  { before, after, override }: { before: History<E>; after: History<E>; override: boolean },
): Readonly<{ refusal: Refused<R> }> | Readonly<{ overrides: readonly Waived[] }> {
  const own = new Set(after.slice(before.length).map((event) => (isCorrection(event) ? event.data.corrects : event.eventId)));
  const isOwn = ({ event }: { event: { eventId: EventId } }): boolean => own.has(event.eventId);
  const earlier = plainVerdicts(judges, before, override);
  const verdicts = plainVerdicts(judges, after, override);
  const mine = verdicts.filter(isOwn);
  const broken = verdicts.filter(
    ({ event, code }) =>
      !isOwn({ event }) &&
      !judges.judgedOnce.has(event.type) &&
      !judges.ledger.has(event.type) &&
      !earlier.some((one) => one.event.eventId === event.eventId && one.code === code),
  );
  const isNeverWaived = ({ code }: { code: string }): boolean => judges.neverWaived?.has(code) ?? false;
  const never = mine.find(isNeverWaived);
  if (never) return { refusal: never.refusal as R };
  const neverBroken = broken.find(isNeverWaived);
  if (neverBroken && (override || mine.length === 0)) return { refusal: breaksLater(neverBroken) };
  if (override) return { overrides: [...mine, ...broken].map(({ event, code }) => ({ eventId: event.eventId, code })) };
  if (mine.length > 0) return { refusal: mine[0].refusal as R };
  if (broken.length > 0) return { refusal: breaksLater(broken[0]) };
  return { overrides: [] };
}

const isCorrection = (event: { type: string }): event is InHistory<EventCorrected> => event.type === 'EventCorrected';
const isFirst = ({ version }: { version: number }): boolean => version === 1;

function byDayAndVersion(one: Effective<DomainEvent>, other: Effective<DomainEvent>): number {
  const key = (event: Effective<DomainEvent>): string => `${occurredDay(event)} ${String(event.version).padStart(8, '0')}`;
  return key(one) < key(other) ? -1 : 1;
}

const correctionsOf = <E extends DomainEvent>(eventId: EventId, history: History<E>): InHistory<EventCorrected>[] =>
  history.filter(isCorrection).filter(({ data }) => data.corrects === eventId);

function formOf<E extends DomainEvent>(
  original: InHistory<E>,
  corrections: readonly InHistory<EventCorrected>[],
): Effective<E> | null {
  const last = corrections.at(-1);
  const plain = { ...original, sealedUnder: original.eventId };
  if (!last) return plain;
  if (last.data.kind === 'void') return null;
  if (last.data.kind === 'restore') return { ...plain, correctedBy: last.eventId };

  const { occurredOn, data, sealed } = last.data.replacement;
  const words =
    sealed === 'given'
      ? { sealed: last.sealed, sealedUnder: last.eventId }
      : sealed === 'none'
        ? { sealed: null, sealedUnder: last.eventId }
        : wordsOf(original, corrections.slice(0, -1));
  return { ...plain, occurredOn, data, ...words, correctedBy: last.eventId };
}

/** The words of the form that it replaced; a void has none of its own, so that what stood before it counts. */
function wordsOf<E extends DomainEvent>(original: InHistory<E>, corrections: readonly InHistory<EventCorrected>[]) {
  const { sealed, sealedUnder } = formOf(
    original,
    corrections.filter(({ data }) => data.kind !== 'void'),
  )!;
  return { sealed, sealedUnder };
}

const breaksLater = <E extends DomainEvent>({ event, code }: Verdict<E>) =>
  ({
    code: 'breaks-later',
    eventId: event.eventId,
    type: event.type,
    occurredOn: occurredDay(event),
    refusal: code,
  }) as const;
