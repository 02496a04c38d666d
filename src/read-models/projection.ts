import { effective, type Cut, type Effective } from '../kernel/history.js';
import type { Instant } from '../kernel/days.js';
import { categoryOf, type Category, type EventId } from '../kernel/ids.js';
import type { Recorded } from '../kernel/messages.js';
import { historyOf, type StoredShape, type Vocabulary } from '../kernel/vocabulary.js';
import { ledgerVocabulary } from '../trajectory/ledger/ledger.events.js';
import { vocabularies, type EventName, type EventNamed } from './vocabularies.js';

/** An event as a projection meets it: corrected, in the shape of today, with its envelope. */
export type Shown<T extends EventName = EventName> = Effective<Recorded<EventNamed<T>>>;

/**
 * A question as a fold. The keys of `on` are the list of what it listens to.
 *
 * A row belongs to one stream and is made from the events of that stream alone; what spans streams is joined when asked.
 * So the rows of a stream follow from its stored events and from nothing else, not from the order of arrival, not from a clock.
 */
export type Projection<Row, T extends EventName = EventName> = Readonly<{
  /** Lower case with `-`; the name of its table, its checkpoint, and its rebuild. */
  name: string;
  /** Grows with every change of rows or fold; each version is built beside the one that is live. */
  version: number;
  /** Names the event's row within its stream. */
  key(event: Shown<T>): string;
  /** The row after the event; null removes it. Without a row it is undefined: after an override nothing may have begun it. */
  on: { readonly [K in T]: (row: Row | undefined, event: Shown<K>) => Row | null };
}>;

/**
 * A question about both clocks: its rows tell what was known when, so they follow from every form that a stream ever had.
 * Its rows too belong to one stream and are made from the events of that stream alone.
 */
export type DatedProjection<Row> = Readonly<{
  name: string;
  version: number;
  /** What it listens to; of all else it is told nothing, corrections apart. */
  hears: readonly EventName[];
  /** All rows of one stream. */
  rows(told: ToldOverTime): readonly Row[];
}>;

/** What is heard of one stream: at which instants something more was known, in their order, and what counted at each. */
export type ToldOverTime = Readonly<{ instants: readonly Instant[]; at(knownAt: Instant): readonly Shown[] }>;

/** A projection of either kind. */
export type AnyProjection<Row, T extends EventName = EventName> = Projection<Row, T> | DatedProjection<Row>;

/** The kinds of stream in which a projection hears anything; a stream of another kind never has a row in it. */
export function categoriesHeard(projection: Readonly<{ on: object } | { hears: readonly string[] }>): ReadonlySet<Category> {
  const names = 'hears' in projection ? projection.hears : Object.keys(projection.on);
  const hears = (vocabulary: Vocabulary): boolean => names.some((name) => Object.hasOwn(vocabulary, name));
  const kinds = Object.entries(vocabularies).filter(([, vocabulary]) => hears(vocabulary));
  return new Set(kinds.map(([category]) => category as Category));
}

/**
 * All rows of one stream by key, from all its stored events in version order; `cut` makes them as they were known, or valid, then.
 *
 * This is the only way in which rows are made: whenever a stream gets an event, its rows are folded anew and take the
 * place of those that were there. Live and rebuilt rows are then equal by construction, with corrections, late facts and
 * upcasts in any order; streams are short, and reading one costs less than the doubt which of two folds is right.
 *
 * Shape: facts fold in the order (day, version), then the follow-up events in version order, as states do.
 * Errors: throws UnknownEvent, and whatever a fold throws; the stream is then to be parked, visibly.
 */
export function rowsOf<Row, T extends EventName>(
  projection: Projection<Row, T>,
  stored: readonly StoredShape[],
  cut?: Cut,
): ReadonlyMap<string, Row> {
  const folds = projection.on as unknown as Folds<Row, T>;
  const rows = new Map<string, Row>();
  for (const event of shownIn(stored, cut)) {
    if (!Object.hasOwn(folds, event.type)) continue;

    const key = projection.key(event as Shown<T>);
    const row = folds[event.type](rows.get(key), event as Shown<T>);
    if (row === null) rows.delete(key);
    else rows.set(key, row);
  }
  return rows;
}

/**
 * All rows of one stream of a projection on both clocks, from all its stored events in version order.
 *
 * Errors: as those of `rowsOf`.
 */
export function datedRowsOf<Row>({ hears, rows }: DatedProjection<Row>, stored: readonly StoredShape[]): readonly Row[] {
  const names = new Set<string>(['EventCorrected', ...hears]);
  const heard = stored.filter(({ type }) => names.has(type));
  const instants = heard.flatMap(({ sealedAt }) => (sealedAt === undefined ? [] : [sealedAt]));
  const at = shownAt(heard);
  return rows({ instants: [...new Set(instants)].sort(), at: (knownAt) => at({ knownAt }) });
}

/** The event from which on a stream cannot be folded, and the name of what was thrown there; never what the event holds. */
export type Poison = Readonly<{ eventId: EventId; fault: string }>;

/**
 * The rows of one stream as far as it can be folded, and where that ends: null when all of it can.
 *
 * Shape: with a poison the rows are those from before it, so that they too follow from the stored events and from nothing else, in
 * however many batches these came. A later event, such as a correction, may make all foldable again; then nothing is poison.
 */
export function rowsUntilPoison<Row, T extends EventName>(
  projection: AnyProjection<Row, T>,
  stored: readonly StoredShape[],
): Readonly<{ rows: readonly Row[]; poison: Poison | null }> {
  let poison: Poison | null = null;
  for (let end = stored.length; ; end--) {
    try {
      return { rows: allRowsOf(projection, stored.slice(0, end)), poison };
    } catch (error) {
      poison = { eventId: stored[end - 1].eventId, fault: error instanceof Error ? error.name : 'unknown' };
    }
  }
}

function allRowsOf<Row, T extends EventName>(projection: AnyProjection<Row, T>, stored: readonly StoredShape[]): readonly Row[] {
  return 'hears' in projection ? datedRowsOf(projection, stored) : [...rowsOf(projection, stored).values()];
}

/** `on` as a table to look an event up in. */
type Folds<Row, T extends EventName> = Readonly<Record<string, (row: Row | undefined, event: Shown<T>) => Row | null>>;

/** Every event that counts of one stream, in the order in which it counts. */
export const shownIn = (stored: readonly StoredShape[], cut?: Cut): readonly Shown[] => shownAt(stored)(cut);

/** The same, for as many cuts as are wanted: the events are read once. */
export function shownAt(stored: readonly StoredShape[]): (cut?: Cut) => readonly Shown[] {
  const [first] = stored;
  if (!first) return () => [];

  const vocabulary: Vocabulary = vocabularies[categoryOf(first.streamId)];
  const history = historyOf(vocabulary, stored);
  return (cut) => {
    // What each vocabulary reads is what its own events are; that they are the members of one union is beyond the types.
    const counting = effective(history, cut) as readonly unknown[] as readonly Shown[];

    const ledger = counting.filter(isLedger).sort((one, other) => one.version - other.version);
    return [...counting.filter((event) => !isLedger(event)), ...ledger];
  };
}

const isLedger = ({ type }: Shown): boolean => Object.hasOwn(ledgerVocabulary, type);
