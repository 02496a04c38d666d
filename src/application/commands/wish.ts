import type { CorrectionReason, CorrectionRequester } from '../../kernel/corrected.events.js';
import type { Day } from '../../kernel/days.js';
import type { CommandId, Category, CorrelationId, EventId } from '../../kernel/ids.js';
import type { OverrideReason } from '../../kernel/messages.js';
import type { Identity } from '../ports/identity.js';
import type { Words } from '../ports/person-vault.js';

/** What somebody wants to happen in one stream: a command of its decider. `words` are sealed before anything is stored. */
export type DeciderWish = Readonly<{ kind: 'command'; type: string; on?: Day; data: unknown; words?: Words }>;

/** What should replace an event: its type stays, the rest is new. */
export type ReplacementWish = Readonly<{ occurredOn: Day; data: unknown; words?: Words }>;

export type CorrectionWish = Readonly<{
  corrects: EventId;
  kind: 'replace' | 'void' | 'restore';
  replacement?: ReplacementWish;
  reason: CorrectionReason;
  requestedBy: CorrectionRequester;
}>;

/** A fact that is entered together with corrections and judged together with them. */
export type LateWish = Readonly<{ type: string; occurredOn: Day; data: unknown; words?: Words }>;

/** Several corrections and late facts of one stream, in one append, judged together. */
export type CorrectionsWish = Readonly<{
  kind: 'corrections';
  corrections: readonly CorrectionWish[];
  late: readonly LateWish[];
}>;

export type Wish = DeciderWish | CorrectionsWish;

/** Who wishes it, and how a repeat is told from another wish. */
export type Origin =
  | Readonly<{
      kind: 'request';
      identity: Identity;
      /** The `Idempotency-Key`. */
      key: string;
      method: string;
      path: string;
      /** Canonical JSON of the body. */
      body: string;
      /** The version of `If-Match`, null when none was sent. */
      ifMatch: number | null;
      override: OverrideReason | null;
    }>
  /** The engine itself: a step or a reaction, which know their own command id. `correlationId` null: it starts something new. */
  | Readonly<{
      kind: 'engine';
      identity: Identity;
      commandId: CommandId;
      causationId: EventId | null;
      correlationId: CorrelationId | null;
    }>;

/** One wish on its way: to a stream that exists, or to one that it begins (`id` null: its id follows from the wish). */
export type StreamWish = Readonly<{ category: Category; id: string | null; origin: Origin; wish: Wish }>;
