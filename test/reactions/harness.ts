import type { EventCorrected } from '../../src/kernel/corrected.events.js';
import { historyOf, type Vocabulary } from '../../src/kernel/vocabulary.js';
import { stateOf, type History } from '../../src/kernel/history.js';
import { categoryOf, type StreamId, type TrajectoryId, type WorkplaceId } from '../../src/kernel/ids.js';
import type { DomainEvent } from '../../src/kernel/messages.js';
import type { Look } from '../../src/reactions/look.js';
import type { Asked, Hearing, Reaction } from '../../src/reactions/reaction.js';
import { noWorkplace, type Workplace } from '../../src/workplace/workplace.js';
import { nothingYet, type Trajectory } from '../../src/trajectory/trajectory.js';
import type { AnyEvent } from '../../src/read-models/vocabularies.js';
import type { AnyDecider } from '../../src/application/streams/stream-kind.js';
import { storedOn } from '../read-models/stored.js';

/** What a look sees in a story; nothing is there unless told. Each trajectory and workplace stands as told under its id. */
export type Sight = Readonly<
  { [Q in Exclude<keyof Look, 'trajectoryOf' | 'workplaceOf'>]?: Awaited<ReturnType<Look[Q]>> } & {
    trajectories?: ReadonlyMap<TrajectoryId, Trajectory>;
    workplaces?: ReadonlyMap<WorkplaceId, Workplace>;
  }
>;

const sees = (sight: Sight): Look => ({
  roundsOf: () => Promise.resolve(sight.roundsOf ?? []),
  mutualInterestsOf: () => Promise.resolve(sight.mutualInterestsOf ?? []),
  trajectoryOf: (trajectoryId) => Promise.resolve(sight.trajectories?.get(trajectoryId) ?? nothingYet),
  trajectoriesFor: () => Promise.resolve(sight.trajectoriesFor ?? []),
  placesNamedIn: () => Promise.resolve(sight.placesNamedIn ?? []),
  workplaceOf: (workplaceId) => Promise.resolve(sight.workplaces?.get(workplaceId) ?? noWorkplace),
  beginningsOf: () => Promise.resolve(sight.beginningsOf ?? []),
  definitionOf: () => Promise.resolve(sight.definitionOf),
});

/** Stories of one reaction: what the last of these events of a stream asks, as other streams then look. */
export const storiesOf =
  (reaction: Reaction, { streamId, decider }: Readonly<{ streamId: StreamId; decider: AnyDecider }>) =>
  async (events: readonly (AnyEvent | EventCorrected)[], sight: Sight = {}): Promise<readonly Asked[]> => {
    const history = historyOf<Vocabulary>(decider.vocabulary, storedOn(streamId, events));
    const last = history[history.length - 1];
    const hears = reaction.hears as Readonly<Record<string, Hearing<DomainEvent, unknown>>>;
    const hearing = hears[categoryOf(streamId)];
    if (!hearing.events.includes(last.type)) throw new Error(`${reaction.name} does not hear ${last.type}`);

    const state: unknown = stateOf(decider, history as unknown as History<DomainEvent>);
    return hearing.react(last, state, sees(sight));
  };
