import type { Day, Instant } from './days.js';
import type { CommandId, CorrelationId, EventId, Id, IdName, StreamId, TenantId } from './ids.js';

/** What somebody may be; `system` is the engine itself (a worker or a reaction), never a person. */
export const ROLES = [
  'caseworker',
  'account-manager',
  'supervisor',
  'auditor',
  'archivist',
  'administrator',
  'researcher',
  'party-member',
  'integration',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who did it: opaque ids only, never a name. */
export type Actor = Readonly<{ subject: string; role: Role; organisation: string; onBehalfOf: string | null }>;

/** Words about a person on their way to the vault: the core passes this reference on and never sees the words. */
export type WordsRef = Id<'words'>;

/** Whose words these are (a candidate or an employer's contact), and where the application finds them. */
export type Seal = Readonly<{ subject: string; words: WordsRef }>;

/** What the vault holds of an event: whose it is, and the SHA-256 of the ciphertext in lower-case hex. */
export type Sealed = Readonly<{ subject: string; digest: string }>;

/** A refusal that somebody with the right let pass, for one event. */
export type Waived = Readonly<{ eventId: EventId; code: string }>;

/** What the envelope says of that: also why, as the one who overrode gave it. */
export type Override = Waived & Readonly<{ reason: OverrideReason }>;

/** When it was so: a calendar day in Amsterdam, or an instant. Exactly one of the two. */
export type Occurred =
  Readonly<{ occurredOn: Day; occurredAt?: undefined }> | Readonly<{ occurredAt: Instant; occurredOn?: undefined }>;

/** What every event has before it is recorded; a union of these is a stream's vocabulary. */
export type DomainEvent<T extends string = string, D = unknown, O extends Occurred = Extract<Occurred, { occurredOn: Day }>> = O &
  Readonly<{ type: T; data: D; seal?: Seal }>;

/** What the record adds to an event; nulls are stored as nulls. */
export type Envelope = Readonly<{
  eventId: EventId;
  streamId: StreamId;
  version: number;
  schemaVersion: number;
  recordedAt: Instant;
  /** Absent only on a store whose sealer has not reached it; then the event is not yet known at any `knownAt`. */
  sealedAt?: Instant;
  actor: Actor;
  commandId: CommandId;
  correlationId: CorrelationId;
  causationId: EventId | null;
  tenant: TenantId;
  sealed: Sealed | null;
  overrides: readonly Override[];
}>;

/** An event as recorded: whose words it seals has become what the vault holds. */
export type Recorded<E> = E extends unknown ? Omit<E, 'seal'> & Envelope : never;

/** A wish. `on` is the one place where its day stands; absent means today. */
export type Command<T extends string = string, D = unknown> = Readonly<{ type: T; on?: Day; data: D; seal?: Seal; meta: Meta }>;

/** Why a supervisor lets a refused command through: a code, with an optional sealed note. */
export type OverrideReason = string;

/** Time and ids, which come in with the command. */
export type Meta = Readonly<{
  today: Day;
  now: Instant;
  override?: OverrideReason;
  /** The n-th new id with this label; pure and repeatable. */
  newId<N extends string>(label: N, index?: number): Id<N>;
  /** The id that a name stands for; pure and repeatable. */
  idOf<N extends string>(name: IdName): Id<N>;
}>;

/** A refusal is a value with the facts of the case. */
export type Refusal = Readonly<{ code: string }>;
