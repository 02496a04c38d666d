import { candidateDecider } from '../../candidate/decider.js';
import { stateOf, type History } from '../../kernel/history.js';
import { categoryOf, ownIdOf, type Name } from '../../kernel/ids.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { meetingDecider } from '../../meeting/decider.js';
import { shelfOf } from '../../programme/shelf.js';
import type { Look } from '../../reactions/look.js';
import type { Asked, Hearing, Reaction, Streams } from '../../reactions/reaction.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import { workplaceDecider } from '../../workplace/decider.js';
import type { StoredEvent } from '../ports/event-store.js';
import { anyDecider, type AnyDecider } from '../streams/stream-kind.js';

/** How each kind of stream that reactions listen to folds; folding asks no rule. */
const FOLDS: Readonly<Record<keyof Streams, AnyDecider>> = {
  meeting: anyDecider(meetingDecider(() => undefined)),
  trajectory: anyDecider(trajectoryDecider(shelfOf([], []))),
  candidate: anyDecider(candidateDecider),
  workplace: anyDecider(workplaceDecider),
};

/** What a reaction does with events of any kind of stream; which one that is, is known at run time only. */
type AnyHearing = Hearing<DomainEvent, unknown>;

/** Whether the reaction listens to this event. */
export function hears(reaction: Reaction, event: StoredEvent, name: Name): boolean {
  const hearing = hearingOf(reaction, event);
  if (!hearing?.events.includes(event.type)) return false;
  return !(hearing.passesOverBeginning && isOfBeginning(event, name));
}

/** Whether an event came with the first of its stream: the id of most kinds of stream is made of the command that begins it. */
const isOfBeginning = ({ streamId, commandId }: StoredEvent, name: Name): boolean =>
  ownIdOf(streamId) === name(['id', commandId, categoryOf(streamId), 0]);

/**
 * What the reaction asks, from the event's stream as it was when the event was its last.
 *
 * Errors: throws UnknownEvent for a stream that this release cannot read, and what `look` throws.
 */
export async function reactTo(
  reaction: Reaction,
  { event, stream }: Readonly<{ event: StoredEvent; stream: readonly StoredEvent[] }>,
  look: Look,
): Promise<readonly Asked[]> {
  const hearing = hearingOf(reaction, event);
  const fold = FOLDS[categoryOf(event.streamId) as keyof Streams];
  if (!hearing) return [];

  const history = historyOf(
    fold.vocabulary,
    stream.filter(({ version }) => version <= event.version),
  );
  const state: unknown = stateOf(fold, history as unknown as History<DomainEvent>);
  return hearing.react(history[history.length - 1], state, look);
}

function hearingOf({ hears }: Reaction, { streamId }: StoredEvent): AnyHearing | undefined {
  return (hears as Readonly<Record<string, AnyHearing | undefined>>)[categoryOf(streamId)];
}
