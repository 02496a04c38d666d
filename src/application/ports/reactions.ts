import type { EventId, MatchId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Asked } from '../../reactions/reaction.js';
import type { Position } from './event-store.js';

/** The right to act for one reaction; whoever takes it later makes this one worthless. */
export type Holding = Readonly<{ reaction: string; holder: string; epoch: string }>;

/** The event that is answered. */
export type Cause = Readonly<{ tenant: TenantId; streamId: StreamId; eventId: EventId; position: Position }>;

/** What came of a command: done, nothing left to do, answered by another command, or for a person to look at. */
export type Settled = Readonly<{ kind: 'done' }> | Readonly<{ kind: 'nothing-left' | 'answered' | 'parked'; code: string }>;

/** A command as stored before it was sent. `answers` is the number of the one whose refusal it answers. */
export type StoredCommand = Readonly<{ cause: Cause; n: number; asked: Asked; answers: number | null; settled: Settled | null }>;

/**
 * Why an event is put aside. `look`: a row that it asks about is in doubt, until some stream of a projection is repaired.
 * `fault`: its stream cannot be folded or the reaction failed on it; tried again at each start and when somebody asks.
 * `behind`: an earlier event of its own stream is put aside.
 */
export type Aside = Readonly<{ why: 'look' | 'fault' | 'behind'; because: string }>;

/** Something that is put aside: a whole event, or the commands of one that were refused. */
export type ParkedReaction = Readonly<{
  reaction: string;
  eventId: EventId;
  /** That of the command; -1 for an event. */
  n: number;
  streamId: StreamId;
  why: Aside['why'] | 'refused';
  because: string;
  /** The type of the command that was refused, null for an event. */
  command: string | null;
  /** Of which stream it was asked; null for an event, and where the command would begin one. */
  askedOf: StreamId | null;
  /** About which match; null where about none. */
  matchId: MatchId | null;
  /** An instant of real time. */
  since: string;
}>;

/**
 * What reactions remember, reaction by reaction. Whatever is written under a holding is written only while nobody took it over.
 *
 * Errors: what takes a holding throws `Fenced` when another process has it now.
 */
export interface ReactionStore {
  /** Takes the reaction when nobody holds it; null while another does. Errors: throws for one that no migration has begun. */
  take(reaction: string, holder: string): Promise<Readonly<{ holding: Holding; position: Position | null }> | null>;
  /** Keeps it, and says how far it has come; it never goes back. */
  moveTo(holding: Holding, position: Position | null): Promise<void>;
  release(holding: Holding): Promise<void>;
  /** How far the reaction has come, whoever acts for it. */
  reached(reaction: string): Promise<Position | null>;

  commandsOf(reaction: string, eventId: EventId): Promise<readonly StoredCommand[]>;
  /** Those that nothing is known of yet, by position and number, at most so many. */
  unsettled(reaction: string, limit: number): Promise<readonly StoredCommand[]>;
  /** Stores what an event asks, numbered in this order, in one write; an event that was aside no longer is. */
  store(holding: Holding, cause: Cause, asked: readonly Asked[]): Promise<void>;
  /** Stores what came of one command, and with it the command that answers. */
  settle(
    holding: Holding,
    command: Pick<StoredCommand, 'cause' | 'n'>,
    outcome: Readonly<{ settled: Settled; answer?: Asked }>,
  ): Promise<void>;

  /** Puts an event aside, or says anew why it is. */
  setAside(holding: Holding, cause: Cause, aside: Aside): Promise<void>;
  /** Whether this event, or an earlier one of its stream, is aside. */
  isAside(reaction: string, cause: Cause): Promise<boolean>;
  /** The first event aside of each stream that may be taken again, those tried least first, at most so many. */
  toTakeAgain(reaction: string, limit: number): Promise<readonly Cause[]>;
  /** Faults may be mended by a release: all of them are to be taken again. */
  forgiveFaults(holding: Holding): Promise<void>;

  /** What is aside of one reaction, of all tenants, the oldest first, at most so many. */
  parked(reaction: string, limit: number): Promise<readonly ParkedReaction[]>;
}

/** What is aside, for people of one tenant. */
export interface ParkedReactions {
  /** The oldest first, at most so many, after a place in that order. */
  list(tenant: TenantId, page: Readonly<{ after: ParkedPlace | null; limit: number }>): Promise<readonly ParkedReaction[]>;
  /** Lets an event that is aside, or the commands of it that were refused, be tried again; false when there are none. */
  tryAgain(tenant: TenantId, reaction: string, eventId: EventId): Promise<boolean>;
}

/** Where a list of what is aside goes on. */
export type ParkedPlace = Pick<ParkedReaction, 'since' | 'reaction' | 'eventId' | 'n'>;
