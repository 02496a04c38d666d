import type { EventCorrected } from './corrected.events.js';
import { dayOf, type Day, type Instant } from './days.js';
import type { Fold } from './decider.js';
import type { EventId } from './ids.js';
import type { DomainEvent, Envelope, Occurred } from './messages.js';

/** An event with its place in a stream; every recorded event is one. */
export type InHistory<E> = E & Pick<Envelope, 'eventId' | 'version' | 'recordedAt' | 'sealedAt' | 'sealed'>;

/** A stream's events in version order, corrections among them. */
export type History<E> = readonly InHistory<E | EventCorrected>[];

/**
 * An event as it counts: with its own id and version, and with the day and data of the last correction.
 * Its words lie in the vault under `sealedUnder`, with the digest in `sealed`.
 * `correctedBy` is the correction that gave it its present form, also where that restored the original.
 */
export type Effective<E> = InHistory<E> & Readonly<{ sealedUnder: EventId; correctedBy?: EventId }>;

/** What was known at an instant (by the seal, inclusive), and what was so on a day (inclusive). */
export type Cut = Readonly<{ knownAt?: Instant; validOn?: Day }>;

type AnyEvent = Occurred & Readonly<{ type: string; data: unknown }>;

/** The Amsterdam day on which something happened, whether its event names a day or an instant. */
export const occurredDay = (event: Occurred): Day => event.occurredOn ?? dayOf(event.occurredAt);

/**
 * The history as it counts: corrections applied, in the order (day, version), version 1 always first.
 * What was sealed after `knownAt`, or is not sealed yet, is left out, corrections too; what occurred after `validOn`
 * is left out, version 1 apart. Before version 1 was known the answer is empty.
 *
 * Shape: the ledger's events are among them, at their days.
 */
export function effective<H extends InHistory<AnyEvent>>(
  history: readonly H[],
  { knownAt, validOn }: Cut = {},
): Effective<Exclude<H, { type: 'EventCorrected' }>>[] {
  const forms = new Map<EventId, Form>();
  for (const event of history) {
    if (knownAt !== undefined && !isKnownAt(event, knownAt)) continue;
    if (isCorrection(event)) applyTo(forms, event);
    else forms.set(event.eventId, originalForm(event));
  }

  const standing = [...forms.values()].flatMap(({ voided, shown }) => (voided ? [] : [shown]));
  const valid =
    validOn === undefined ? standing : standing.filter((event) => event.version === 1 || occurredDay(event) <= validOn);
  return valid.sort(inOrder) as Effective<Exclude<H, { type: 'EventCorrected' }>>[];
}

/** The effective history without the ledger: what deciders and states fold. */
export function facts<E extends DomainEvent>(split: Split<E>, history: History<E>, cut?: Cut): Effective<E>[] {
  return factsAndLedger(split, history, cut)[0];
}

/** The follow-up events, in version order. */
export function ledgerOf<E extends DomainEvent>(split: Split<E>, history: History<E>, cut?: Cut): Effective<E>[] {
  return factsAndLedger(split, history, cut)[1];
}

/** The facts in their order, and the ledger in version order. */
export function factsAndLedger<E extends DomainEvent>(
  { ledger }: Split<E>,
  history: History<E>,
  cut?: Cut,
): [facts: Effective<E>[], ledger: Effective<E>[]] {
  // Inside the kernel the type of the events is not known, so that TypeScript cannot take corrections out of it.
  const events = effective(history as readonly InHistory<AnyEvent>[], cut) as unknown as Effective<E>[];
  const isLedger = ({ type }: Effective<E>): boolean => ledger.has(type);
  return [events.filter((event) => !isLedger(event)), events.filter(isLedger).sort(byVersion)];
}

/** Where a stream stands: its facts folded in their order, then its ledger. */
export function stateOf<S, E extends DomainEvent>(fold: Fold<S, E>, history: History<E>, cut?: Cut): S {
  return foldOver(fold, fold.initial, factsAndLedger(fold, history, cut).flat());
}

/** The state after some more events. */
export function foldOver<S, E extends DomainEvent>(fold: Pick<Fold<S, E>, 'evolve'>, from: S, events: readonly E[]): S {
  return events.reduce((state, event) => fold.evolve(state, event), from);
}

/** The history as it will be when these events are appended; their seals are still to come. */
export function withAppended<E extends DomainEvent>(history: History<E>, events: Added<E>, now: Instant): History<E> {
  return [...history, ...asAppended(history, events, now)];
}

/** Only what is appended, with its place in the history. */
export function asAppended<E extends DomainEvent>(history: History<E>, events: Added<E>, now: Instant): History<E> {
  const last = history.at(-1)?.version ?? 0;
  return events.map((event, at) => ({ ...event, version: last + 1 + at, recordedAt: now, sealed: null }));
}

type Added<E> = readonly ((E | EventCorrected) & Readonly<{ eventId: EventId }>)[];
type Split<E extends DomainEvent> = Pick<Fold<never, E>, 'ledger'>;
type Shown = Effective<AnyEvent>;
type Form = { original: Shown; shown: Shown; voided: boolean };
type Correction = InHistory<EventCorrected>;

const isKnownAt = ({ sealedAt }: { sealedAt?: Instant }, knownAt: Instant): boolean =>
  sealedAt !== undefined && sealedAt <= knownAt;

const isCorrection = (event: { type: string }): event is Correction => event.type === 'EventCorrected';

function originalForm(event: InHistory<AnyEvent>): Form {
  const original = { ...event, sealedUnder: event.eventId };
  return { original, shown: original, voided: false };
}

function applyTo(forms: Map<EventId, Form>, correction: Correction): void {
  const form = forms.get(correction.data.corrects);
  if (form) forms.set(correction.data.corrects, formAfter(form, correction));
}

function formAfter({ original, shown }: Form, { eventId: correctedBy, data, sealed }: Correction): Form {
  switch (data.kind) {
    case 'void':
      return { original, shown, voided: true };
    case 'restore':
      return { original, shown: { ...original, correctedBy }, voided: false };
    case 'replace': {
      const { occurredOn, occurredAt, data: newData, sealed: where } = data.replacement;
      const occurred = occurredOn === undefined ? { occurredAt } : { occurredOn };
      const words = {
        kept: { sealed: shown.sealed, sealedUnder: shown.sealedUnder },
        given: { sealed, sealedUnder: correctedBy },
        none: { sealed: null, sealedUnder: correctedBy },
      }[where];
      return { original, shown: { ...original, ...occurred, data: newData, ...words, correctedBy } as Shown, voided: false };
    }
  }
}

const byVersion = (one: { version: number }, other: { version: number }): number => one.version - other.version;

function inOrder(one: Shown, other: Shown): number {
  if (one.version === 1 || other.version === 1) return byVersion(one, other);

  const [day, otherDay] = [occurredDay(one), occurredDay(other)];
  return day === otherDay ? byVersion(one, other) : day < otherDay ? -1 : 1;
}
