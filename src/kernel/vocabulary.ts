import { correctedVocabulary, type EventCorrected } from './corrected.events.js';
import type { DomainEvent, Envelope, Occurred, Recorded } from './messages.js';

/**
 * One event type: the shape of its data today, and how older data become that.
 * `upcasts[n]` makes data of schema version n + 1 out of data of version n; it is pure, and there is one for each older version.
 */
export type EventType<D> = Readonly<{
  schemaVersion: number;
  /** Throws for what does not fit. */
  data: Readonly<{ parse(value: unknown): D }>;
  upcasts: Readonly<Record<number, (data: unknown) => unknown>>;
}>;

/** The event types of one kind of stream by name. */
export type Vocabulary = Readonly<Record<string, EventType<unknown>>>;

/** The events of a vocabulary, as a union told apart by `type`. */
export type EventOf<V extends Vocabulary> = {
  [T in keyof V & string]: V[T] extends EventType<infer D> ? DomainEvent<T, D> : never;
}[keyof V & string];

/** An event as it was stored, in the shape of its own day. */
export type StoredShape = Envelope & Occurred & Readonly<{ type: string; data: unknown }>;

/** Code and log do not fit: the log holds a type or a version that this vocabulary cannot read. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor(
    readonly type: string,
    readonly schemaVersion: number,
  ) {
    super(`no shape known for ${type}, schema version ${schemaVersion}`);
  }
}

/**
 * The event in the shape of today; a correction with its replacement in the shape of today too.
 * What was stored is not changed, nor checked again.
 *
 * Errors: throws UnknownEvent for a type that is not in the vocabulary and a version that it has no step for.
 */
export function upcast<V extends Vocabulary>(vocabulary: V, stored: StoredShape): Recorded<EventOf<V> | EventCorrected> {
  const known: Vocabulary = { ...vocabulary, ...correctedVocabulary };
  const current = shaped(known, stored);

  const event = isCorrection(current) ? withReplacement(known, current) : current;
  return event as unknown as Recorded<EventOf<V> | EventCorrected>;
}

/** All events of a stream in the shape of today, in the order in which they came: what the kernel calls a history. */
export function historyOf<V extends Vocabulary>(
  vocabulary: V,
  stored: readonly StoredShape[],
): Recorded<EventOf<V> | EventCorrected>[] {
  return stored.map((event) => upcast(vocabulary, event));
}

type Shaped = Readonly<{ type: string; schemaVersion: number; data: unknown }>;

function shaped<T extends Shaped>(vocabulary: Vocabulary, { ...event }: T): T {
  const type = Object.hasOwn(vocabulary, event.type) ? vocabulary[event.type] : undefined;
  if (!type || event.schemaVersion > type.schemaVersion) throw new UnknownEvent(event.type, event.schemaVersion);

  let { data } = event;
  for (let version = event.schemaVersion; version < type.schemaVersion; version++) {
    const step = type.upcasts[version];
    if (!step) throw new UnknownEvent(event.type, version);
    data = step(data);
  }
  return { ...event, schemaVersion: type.schemaVersion, data };
}

const isCorrection = (event: StoredShape): event is StoredShape & EventCorrected => event.type === 'EventCorrected';

function withReplacement(vocabulary: Vocabulary, event: StoredShape & EventCorrected): StoredShape {
  if (event.data.kind !== 'replace') return event;
  return { ...event, data: { ...event.data, replacement: shaped(vocabulary, event.data.replacement) } };
}
