import type { Name } from '../../kernel/ids.js';
import type { Asked, Reaction } from '../../reactions/reaction.js';
import type { CommandFlow } from '../commands/command-flow.js';
import type { EventStore, StoredEvent } from '../ports/event-store.js';
import type { LookRows } from '../ports/look-rows.js';
import type { Aside, Cause, Holding, ReactionStore, StoredCommand } from '../ports/reactions.js';
import { Looking } from './looking.js';
import { InDoubt, NoAnswer } from './no-answer.js';
import { reactTo } from './react-to.js';
import { sendAsked } from './send-asked.js';
import { StreamsRead } from './streams-read.js';

/** What reacting works with; all of it ports. */
export type Reacting = Readonly<{
  store: EventStore;
  reactions: ReactionStore;
  rows: LookRows;
  flow: Pick<CommandFlow, 'run'>;
  name: Name;
}>;

/** How many of what is to be done again is taken at once. */
const AT_ONCE = 100;

type Found = Readonly<{ asked: readonly Asked[] }> | Readonly<{ aside: Aside }>;

/**
 * Does for one reaction what its events ask: what is to be sent is stored before the first is sent, and the outcome of each beside
 * it, so that wherever a process dies, the next one sends what nothing is known of, and nothing else.
 */
export class Reactor {
  constructor(
    private readonly around: Reacting,
    private readonly reaction: Reaction,
  ) {}

  /**
   * Answers one event, or puts it aside; one that is met again is not asked twice.
   *
   * Errors: throws `Fenced`, and what a port throws that cannot work now; the event then comes again.
   */
  async take(holding: Holding, event: StoredEvent): Promise<void> {
    const { reactions } = this.around;
    const cause = causeOf(event);
    const stored = await reactions.commandsOf(this.reaction.name, event.eventId);
    if (stored.length > 0) return this.send(holding, stored);
    if (await reactions.isAside(this.reaction.name, cause))
      return reactions.setAside(holding, cause, { why: 'behind', because: 'an earlier event of its stream' });

    const found = await this.ask(event);
    if ('aside' in found) return reactions.setAside(holding, cause, found.aside);
    await this.act(holding, cause, found.asked);
  }

  /** Sends what was stored and never settled, and takes again what is aside and may be taken again. Errors: as `take`. */
  async takeAgain(holding: Holding): Promise<void> {
    const { reactions } = this.around;
    for (;;) {
      const unsettled = await reactions.unsettled(this.reaction.name, AT_ONCE);
      if (unsettled.length === 0) break;
      await this.send(holding, unsettled);
    }
    for (let hasTaken = true; hasTaken;) {
      hasTaken = false;
      for (const cause of await reactions.toTakeAgain(this.reaction.name, AT_ONCE))
        hasTaken = (await this.retake(holding, cause)) || hasTaken;
    }
  }

  private async retake(holding: Holding, cause: Cause): Promise<boolean> {
    const found = await this.ask(await this.eventOf(cause));
    if ('aside' in found) {
      await this.around.reactions.setAside(holding, cause, found.aside);
      return false;
    }
    await this.around.reactions.store(holding, cause, found.asked);
    await this.send(holding, await this.around.reactions.commandsOf(this.reaction.name, cause.eventId));
    return true;
  }

  private async act(holding: Holding, cause: Cause, asked: readonly Asked[]): Promise<void> {
    if (asked.length === 0) return;

    await this.around.reactions.store(holding, cause, asked);
    await this.send(holding, await this.around.reactions.commandsOf(this.reaction.name, cause.eventId));
  }

  private async ask(event: StoredEvent): Promise<Found> {
    const { store, rows } = this.around;
    const [end, stream] = await Promise.all([store.lastPosition(), store.readStream(event.tenant, event.streamId)]);
    const streams = new StreamsRead(store, event.tenant);
    try {
      const look = new Looking({ rows, streams, tenant: event.tenant, end });
      return { asked: await reactTo(this.reaction, { event, stream }, look) };
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      return { aside: asideFor(error) };
    }
  }

  /** One after the other, those that answer a refusal too. */
  private async send(holding: Holding, commands: readonly StoredCommand[]): Promise<void> {
    const { flow, name, reactions } = this.around;
    for (const command of commands.filter(({ settled }) => settled === null)) {
      const cause = await this.eventOf(command.cause);
      const sent = await sendAsked({ flow, name, reaction: this.reaction }, command, cause);
      await reactions.settle(holding, command, { settled: sent.settled, answer: sent.answer });
      if (sent.answer) await this.send(holding, await reactions.commandsOf(this.reaction.name, cause.eventId));
    }
  }

  private async eventOf({ tenant, streamId, eventId }: Cause): Promise<StoredEvent> {
    const stream = await this.around.store.readStream(tenant, streamId);
    const event = stream.find((one) => one.eventId === eventId);
    if (!event) throw new Error(`${eventId} is not in ${streamId}`);
    return event;
  }
}

const causeOf = ({ tenant, streamId, eventId, position }: StoredEvent): Cause => ({ tenant, streamId, eventId, position });

function asideFor(error: unknown): Aside {
  if (error instanceof InDoubt) return { why: 'look', because: `${error.projection} ${error.streams.join(' ')}` };
  return { why: 'fault', because: error instanceof Error ? error.name : 'unknown' };
}
