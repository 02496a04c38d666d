import { stateOf, type History } from '../../kernel/history.js';
import { ownIdOf, type Name } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { shelfOf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import type { CommandFlow } from '../commands/command-flow.js';
import { engineOf } from '../engine-identity.js';
import { NotNow } from '../not-now.js';
import type { EventStore } from '../ports/event-store.js';
import { jobIdOf, type FollowUpStep } from '../ports/follow-ups.js';
import { KINDS } from '../streams/kinds.js';
import { StepRefused, type StepRecorder } from './follow-up-worker.js';

/** What the stream says when there is nothing left to do for a step; anything else is for a person to look at. */
const NOTHING_LEFT: ReadonlySet<string> = new Set([
  'already-fell-due',
  'follow-up-done',
  'follow-up-cancelled',
  'follow-up-moved',
]);

/** Good for folding, which asks no rule. */
const FOLD = trajectoryDecider(shelfOf([], []));

/** Records steps in the trajectory's stream by the way of every command; the command id is made of the step, so twice is once. */
export class RecordsSteps implements StepRecorder {
  constructor(
    private readonly store: EventStore,
    private readonly flow: CommandFlow,
    private readonly name: Name,
  ) {}

  async isOpen({ tenant, streamId, followUpId, version, step }: FollowUpStep): Promise<boolean> {
    const stored = await this.store.readStream(tenant, streamId);
    const { followUps } = stateOf(FOLD, historyOf(trajectoryVocabulary, stored) as History<TrajectoryEvent>);
    const followUp = followUps.get(followUpId);
    return followUp !== undefined && followUp.ended === null && followUp.version === version && followUp.steps <= step;
  }

  /** Errors: throws `StepRefused` with the code of the refusal, and what passes by itself: `NotNow`, and what the store throws. */
  async record(due: FollowUpStep): Promise<void> {
    const { tenant, streamId, followUpId, version, step } = due;
    const outcome = await this.flow.run(KINDS.trajectory, {
      id: ownIdOf(streamId),
      origin: {
        kind: 'engine',
        identity: engineOf(tenant),
        commandId: this.name<'command'>(['step', followUpId, version, step]),
        causationId: null,
        correlationId: null,
      },
      wish: { kind: 'command', type: 'RecordFallDue', data: { followUpId, version, step } },
    });
    if (outcome.kind !== 'refused') return;

    const { code } = outcome.refused;
    if (NOTHING_LEFT.has(code)) return;
    throw code === 'lost-the-race' ? new NotNow(`${jobIdOf(due)}: ${code}`) : new StepRefused(code);
  }
}
