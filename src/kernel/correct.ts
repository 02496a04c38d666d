import { admit } from './admit.js';
import { canonicalJson } from './canonical-json.js';
import type { CorrectionReason, CorrectionRequester, EventCorrected, Replacement } from './corrected.events.js';
import type { Day, Instant } from './days.js';
import type { Judges } from './decider.js';
import type { History, InHistory } from './history.js';
import type { EventId } from './ids.js';
import type { DomainEvent, Meta, Occurred, Refusal, Seal } from './messages.js';
import { refused, type CannotCorrect, type Outcome } from './outcome.js';

/**
 * One wish to replace, void or restore an event. `seal` refers to the words that go to the vault with the correction.
 * A replacement is whole: its day or instant and all its data. Its words are those of the form that it replaces (`kept`,
 * the default), those of this correction (`given`), or gone (`none`). `type` may be named, to be held against the event's own.
 */
export type Correction = Readonly<{
  corrects: EventId;
  reason: CorrectionReason;
  requestedBy: CorrectionRequester;
  seal?: Seal;
}> &
  (
    | Readonly<{ kind: 'void' | 'restore' }>
    | Readonly<{
        kind: 'replace';
        replacement: Readonly<{
          type?: string;
          occurredOn?: Day;
          occurredAt?: Instant;
          data: unknown;
          sealed?: 'kept' | 'given' | 'none';
        }>;
      }>
  );

/**
 * Several corrections and late facts of one stream, for one append: what one command appended, or a late job before
 * another, often cannot be mended one by one. Late facts are whole events; the ids that they create come from `meta.newId`.
 */
export type CorrectEvents<E extends DomainEvent> = Readonly<{
  corrections: readonly Correction[];
  late: readonly E[];
  meta: Meta;
}>;

/**
 * What comes of corrections and late facts, judged together. The corrections, dated today, come first, then the late facts.
 *
 * Errors: `no-such-event`, `not-correctable`, `first-cannot-be-voided`, `type-must-stay`, `not-of-its-type`, `ids-must-stay`,
 * none of which an override lets pass; then those of `admit`.
 */
export function correct<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  history: History<E>,
  { corrections, late, meta }: CorrectEvents<E>,
): Outcome<E, R> {
  const checked = [
    ...corrections.map((correction) => checkedCorrection(judges, history, { correction, today: meta.today })),
    ...late.map((fact) => checkedLate(judges, fact)),
  ];

  const wrong = checked.find((result) => 'cannot' in result);
  if (wrong) return refused(wrong.cannot);
  return admit(judges, history, { added: checked.flatMap((result) => ('event' in result ? [result.event] : [])), meta });
}

/** The ledger follows from facts, and what is final has had its effect outside the log. */
function isBeyondCorrection<S, E extends DomainEvent, R extends Refusal, Rules>(
  { ledger, final }: Judges<S, E, R, Rules>,
  type: string,
): boolean {
  return ledger.has(type) || (final?.has(type) ?? false);
}

type Replace = Extract<Correction, { kind: 'replace' }>;
type Cannot = Readonly<{ cannot: CannotCorrect }>;
type Checked<E> = Cannot | Readonly<{ event: E | EventCorrected }>;

const cannot = (refusal: CannotCorrect): Cannot => ({ cannot: refusal });

function checkedCorrection<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  history: History<E>,
  { correction, today }: Readonly<{ correction: Correction; today: Day }>,
): Checked<E> {
  const eventId = correction.corrects;
  const original = history.find((event) => event.eventId === eventId);
  if (!original) return cannot({ code: 'no-such-event', eventId });
  if (original.type === 'EventCorrected' || isBeyondCorrection(judges, original.type))
    return cannot({ code: 'not-correctable', eventId, type: original.type });
  if (correction.kind === 'void' && original.version === 1) return cannot({ code: 'first-cannot-be-voided', eventId });

  const { seal, kind, reason, requestedBy } = correction;
  const event = { type: 'EventCorrected', occurredOn: today, ...(seal && { seal }) } as const;
  const why = { corrects: eventId, reason, requestedBy };
  if (kind !== 'replace') return { event: { ...event, data: { kind, ...why } } };

  const replaced = replacementFor(judges, original as InHistory<E>, correction);
  return 'cannot' in replaced ? replaced : { event: { ...event, data: { kind, ...why, replacement: replaced } } };
}

function replacementFor<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  original: InHistory<E>,
  { replacement: wish, seal }: Replace,
): Replacement | Cannot {
  const { eventId, type } = original;
  if (wish.type !== undefined && wish.type !== type) return cannot({ code: 'type-must-stay', eventId, type });

  const fitted = fittedData(judges, type, wish.data);
  const at = [...frameFaults(original, wish, seal), ...('at' in fitted ? fitted.at : [])];
  if ('at' in fitted || at.length > 0) return cannot({ code: 'not-of-its-type', eventId, type, at });

  const ids = movedIds(judges, original, fitted.data);
  if (ids.length > 0) return cannot({ code: 'ids-must-stay', eventId, ids });

  const { occurredOn, occurredAt, sealed = 'kept' } = wish;
  const { schemaVersion } = judges.vocabulary[type as E['type']];
  const occurred = occurredOn === undefined ? { occurredAt } : { occurredOn };
  return { type, schemaVersion, ...occurred, data: fitted.data as Replacement['data'], sealed };
}

/** What happened on a day stays a matter of days, and words that are said to be given must come along. */
function frameFaults(original: Occurred, wish: Replace['replacement'], seal: Seal | undefined): string[] {
  const [own, other] =
    original.occurredOn === undefined ? (['occurredAt', 'occurredOn'] as const) : (['occurredOn', 'occurredAt'] as const);
  return [
    ...(wish[own] === undefined ? [own] : []),
    ...(wish[other] === undefined ? [] : [other]),
    ...(wish.sealed === 'given' && !seal ? ['sealed'] : []),
  ];
}

/** The members of `data` that must stay and would not; compared with the original, whose ids every correction kept. */
function movedIds<S, E extends DomainEvent, R extends Refusal, Rules>(
  judges: Judges<S, E, R, Rules>,
  original: InHistory<E>,
  data: unknown,
): string[] {
  const ids: readonly string[] = judges.keeps[original.type as E['type']] ?? [];
  const member = (of: unknown, name: string): string => canonicalJson((of as Record<string, unknown>)[name] ?? null);
  return ids.filter((name) => member(data, name) !== member(original.data, name));
}

function checkedLate<S, E extends DomainEvent, R extends Refusal, Rules>(judges: Judges<S, E, R, Rules>, fact: E): Checked<E> {
  const { type } = fact;
  if (isBeyondCorrection(judges, type)) return cannot({ code: 'not-correctable', eventId: null, type });

  const fitted = fittedData(judges, type, fact.data);
  return 'at' in fitted
    ? cannot({
        code: 'not-of-its-type',
        eventId: null,
        type: Object.hasOwn(judges.vocabulary, type) ? type : null,
        at: fitted.at,
      })
    : { event: { ...fact, data: fitted.data } };
}

/** The data as their type's schema reads them, or where they do not fit. */
function fittedData<S, E extends DomainEvent, R extends Refusal, Rules>(
  { vocabulary }: Judges<S, E, R, Rules>,
  type: string,
  data: unknown,
): Readonly<{ data: unknown }> | Readonly<{ at: readonly string[] }> {
  if (!Object.hasOwn(vocabulary, type)) return { at: ['type'] };
  try {
    return { data: vocabulary[type as E['type']].data.parse(data) };
  } catch (misfit) {
    const { issues = [] } = misfit as { issues?: readonly Readonly<{ path: readonly PropertyKey[] }>[] };
    return { at: issues.length > 0 ? issues.map(({ path }) => ['data', ...path.map(String)].join('.')) : ['data'] };
  }
}
