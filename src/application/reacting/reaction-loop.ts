import { randomUUID } from 'node:crypto';
import type { Reaction } from '../../reactions/reaction.js';
import type { Position, StoredEvent, Subscription } from '../ports/event-store.js';
import { Fenced, unlessFenced } from '../ports/fenced.js';
import { FAILING_AFTER, type Loop, type Parked } from '../ports/loops.js';
import type { Holding } from '../ports/reactions.js';
import { Every } from '../time/every.js';
import { hears } from './react-to.js';
import { Reactor, type Reacting } from './reactor.js';

/** How many events are taken at once. */
const BATCH = 100;

/** How often the reaction is taken, or kept, and what may be taken again is looked for; milliseconds of real time. */
const BEAT = 2_000;

/** How many of what is aside are told. */
const TOLD = 1_000;

type Around = Reacting & Readonly<{ onError?: (error: unknown) => void; beat?: number }>;

/**
 * Keeps one reaction level with the log, in one process at a time. Another process that runs it too waits until this one has not
 * been heard of for a while, and takes over from the checkpoint; what it then sends again has the same ids.
 */
export class ReactionLoop implements Loop {
  readonly name: string;
  stopped = true;
  private readonly reactor: Reactor;
  private readonly holder = randomUUID();
  private heart: Every | null = null;
  private holding: Holding | null = null;
  private position: Position | null = null;
  private subscription: Subscription | null = null;
  /** Whether what may be taken again is still to be looked for, and whether that is under way: until both are over, nothing is passed. */
  private owing = false;
  private retaking = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly around: Around,
    private readonly reaction: Reaction,
  ) {
    this.name = `reaction-${reaction.name}`;
    this.reactor = new Reactor(around, reaction);
  }

  /** Resolves when it has been tried to take the reaction; while another process has it, that is tried again and again. */
  async start(): Promise<void> {
    this.stopped = false;
    await this.take().catch((error: unknown) => {
      this.stopped = true;
      throw error;
    });
    this.heart = new Every(this.around.beat ?? BEAT, () => this.beat(), this.around.onError ?? nothing);
    this.heart.start();
  }

  get failing(): boolean {
    return (this.subscription?.failures ?? 0) >= FAILING_AFTER;
  }

  /** That of the reaction, also where another process acts for it. */
  passed(): Promise<Position | null> {
    if (!this.holding) return this.around.reactions.reached(this.reaction.name);
    return Promise.resolve(this.owing || this.retaking ? null : this.position);
  }

  async parked(): Promise<readonly Parked[]> {
    const parked = await this.around.reactions.parked(this.reaction.name, TOLD);
    return parked.map(({ eventId, because }) => ({ loop: this.name, what: eventId, because }));
  }

  /** Takes again at once what may be, and looks for new events. */
  wake(): void {
    this.subscription?.wake();
    if (!this.holding) return;
    this.owing = true;
    if (!this.retaking) void this.retake();
  }

  /** Resolves when nothing is being sent and nothing will be, until it is started again. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.heart?.stop();
    const { holding } = this;
    await this.giveWay();
    if (holding) await this.around.reactions.release(holding);
  }

  /** Keeps the reaction, whatever it is busy with: a long turn is no reason for another process to take over. */
  private async beat(): Promise<void> {
    if (!this.holding) return this.take();
    try {
      await this.around.reactions.moveTo(this.holding, this.position);
      this.wake();
    } catch (error) {
      this.failed(error);
    }
  }

  private async retake(): Promise<void> {
    this.retaking = true;
    try {
      while (this.owing) {
        this.owing = false;
        await this.inTurn((holding) => this.reactor.takeAgain(holding));
      }
    } catch (error) {
      this.owing = true; // the next beat does it
      this.failed(error);
    } finally {
      this.retaking = false;
    }
  }

  private async take(): Promise<void> {
    const taken = await this.around.reactions.take(this.reaction.name, this.holder);
    if (!taken) return;
    if (this.stopped) return this.around.reactions.release(taken.holding);

    if (!(await unlessFenced(this.around.reactions.forgiveFaults(taken.holding)))) return;
    this.holding = taken.holding;
    this.position = taken.position;
    this.wake();
    this.subscription = this.around.store.subscribe({
      name: this.name,
      after: taken.position,
      batch: BATCH,
      handle: (events) => this.handle(events),
      onError: (error) => this.failed(error),
    });
  }

  private async handle(events: readonly StoredEvent[]): Promise<void> {
    const { position } = events[events.length - 1];
    const heard = events.filter((event) => hears(this.reaction, event, this.around.name));
    await this.inTurn(async (holding) => {
      for (const event of heard) await this.reactor.take(holding, event);
      if (heard.length > 0) await this.around.reactions.moveTo(holding, position);
      this.position = position;
    });
  }

  /** New events and what is taken again go one after the other, so that what waits behind another stays behind it. */
  private inTurn(work: (holding: Holding) => Promise<void>): Promise<void> {
    const mine = this.turn.then(() => (this.holding ? work(this.holding) : undefined));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private failed(error: unknown): void {
    if (error instanceof Fenced) void this.giveWay();
    else this.around.onError?.(error);
  }

  /** Another process acts now, or this one ends. What was not done is in the log, after the checkpoint. */
  private async giveWay(): Promise<void> {
    const { subscription } = this;
    this.holding = null;
    this.subscription = null;
    this.owing = false;
    await subscription?.stop();
    await this.turn;
  }
}

function nothing(): void {}
