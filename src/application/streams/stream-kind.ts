import type { Day } from '../../kernel/days.js';
import type { Decider } from '../../kernel/decider.js';
import type { History } from '../../kernel/history.js';
import type { Category, CommandId, Name, TenantId } from '../../kernel/ids.js';
import type { DomainEvent, Meta, Refusal } from '../../kernel/messages.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import type { EventStore } from '../ports/event-store.js';
import type { Refused } from '../refusals.js';

/** A decider of any kind of stream; its own types live in its own room. */
export type AnyDecider = Decider<any, any, any, Refusal, any>;

/** The same decider without its types: what an event log holds is told apart by its category at run time only. */
export const anyDecider = (decider: Pick<AnyDecider, 'vocabulary' | 'ledger'>): AnyDecider => decider as AnyDecider;

/** How other streams are looked into, which only grow. */
export type Look = Pick<EventStore, 'readStream' | 'readAll'>;

/** Where a kind of stream may look beside its own history: other streams of the tenant. */
export type Around = Readonly<{ store: Look; tenant: TenantId; name: Name }>;

/** What one decision needs: the decider with the rules at hand, and the follow-ups that a history asks for. */
export type Prepared = Readonly<{
  decider: AnyDecider;
  planFollowUps(history: History<DomainEvent>, meta: Meta): readonly DomainEvent[];
}>;

/** What the id of a new stream follows from: the command's id, and its data as sent and as completed. */
export type Begins = Readonly<{ commandId: CommandId; data: unknown; completed: unknown; around: Around }>;

/** A command by its type, or a late fact or a replacement by that of its event; `was`: the data of the event that it replaces. */
export type WishedFact = Readonly<{ type: string; on: Day; data: unknown; was?: unknown }>;

/** What is wished, one by one. */
export type Wished = Readonly<{ ownId: string; history: History<DomainEvent>; facts: readonly WishedFact[] }>;

/** Why nothing is taken any more but these commands. */
export type Standstill = Readonly<{ refused: Refusal; butFor: ReadonlySet<string> }>;

/** How the application deals with one kind of stream; what may happen in it is in the decider. */
export type StreamKind = Readonly<{
  category: Category;
  vocabulary: Vocabulary;
  /** The id of a stream that is named by what it is about, the same for the same cause; null where the command that begins it names it. */
  idFor: ((begins: Begins) => string) | null;
  /** The command's data with what only other streams know, such as which round a return is. */
  complete(data: unknown, around: Around): Promise<Readonly<{ kind: 'completed'; data: unknown }> | Refused>;
  /** `data` is what is wished: the data of a command, or the corrections and late facts; null where nothing is. */
  prepare(history: History<DomainEvent>, data: unknown, around: Around): Promise<Prepared>;
  /** What other streams have against all that could be wished of it, but for some commands, as the log has them by now. */
  standstill(history: History<DomainEvent>, around: Around): Promise<Standstill | undefined>;
  /** What other streams have against it, as the log has them by now; asked before each decision, and never of a repeat. */
  hindrance(wished: Wished, around: Around): Promise<Refused | undefined>;
  /** What takes effect again by corrections besides the facts that stand again, such as a merge whose undoing is voided. */
  revived(before: History<DomainEvent>, after: History<DomainEvent>): readonly WishedFact[];
  /** By event type: which member of its data names what it made. */
  makes: Readonly<Record<string, string | undefined>>;
  /** Whose words its events seal. */
  subjectOf(history: History<DomainEvent>, data: unknown, ownId: string): string;
  /** The events that may bring a BSN. */
  identityTypes: ReadonlySet<string>;
  /** Whether an event, as it counts, brings a BSN among its words, which is then claimed for this stream's subject. */
  bringsBsn(event: DomainEvent): boolean;
}>;
