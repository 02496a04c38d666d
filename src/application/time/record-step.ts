import { dueAt } from '../../kernel/days.js';
import { stateOf, type History } from '../../kernel/history.js';
import { ownIdOf, streamIdOf, type Name } from '../../kernel/ids.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { shelfOf } from '../../programme/shelf.js';
import { trajectoryDecider } from '../../trajectory/decider.js';
import type { LetMatchFall } from '../../trajectory/match/let-match-fall.js';
import type { Trajectory } from '../../trajectory/trajectory.js';
import { trajectoryVocabulary, type TrajectoryEvent } from '../../trajectory/trajectory.events.js';
import { workplaceDecider } from '../../workplace/decider.js';
import { workplaceVocabulary, type WorkplaceEvent } from '../../workplace/workplace.events.js';
import type { CommandFlow } from '../commands/command-flow.js';
import type { DeciderWish } from '../commands/wish.js';
import { engineOf } from '../engine-identity.js';
import { NotNow } from '../not-now.js';
import type { EventStore } from '../ports/event-store.js';
import { idOfStep, jobIdOf, type DueStep, type FollowUpStep, type LapseStep } from '../ports/follow-ups.js';
import { KINDS } from '../streams/kinds.js';
import { StepRefused, type StepRecorder } from './follow-up-worker.js';

/** What the stream says when there is nothing left to do for a step; anything else is for a person to look at. */
const NOTHING_LEFT: ReadonlySet<string> = new Set([
  'already-fell-due',
  'follow-up-done',
  'follow-up-cancelled',
  'follow-up-moved',
  'no-such-match',
  'match-fell',
  'already-placed',
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

  async isOpen(due: DueStep): Promise<boolean> {
    const stored = await this.store.readStream(due.tenant, due.streamId);
    const trajectory = stateOf(FOLD, historyOf(trajectoryVocabulary, stored) as History<TrajectoryEvent>);
    if (due.step !== 'lapse') return isToCome(due, trajectory);
    return isWaiting(due, trajectory) && (await this.hasLapsed(due));
  }

  /** Errors: throws `StepRefused` with the code of the refusal, and what passes by itself: `NotNow`, and what the store throws. */
  async record(due: DueStep): Promise<void> {
    if (due.step === 'lapse' && !(await this.hasLapsed(due))) return;

    const { tenant, streamId, version, step } = due;
    const outcome = await this.flow.run(KINDS.trajectory, {
      id: ownIdOf(streamId),
      origin: {
        kind: 'engine',
        identity: engineOf(tenant),
        commandId: this.name<'command'>(['step', idOfStep(due), version, step]),
        causationId: null,
        correlationId: null,
      },
      wish: wishOf(due),
    });
    if (outcome.kind !== 'refused') return;

    const { code } = outcome.refused;
    if (NOTHING_LEFT.has(code)) return;
    throw code === 'lost-the-race' ? new NotNow(`${jobIdOf(due)}: ${code}`) : new StepRefused(code);
  }

  /** Whether the place is still reserved for the match and for no later day: what the trajectory cannot say. */
  private async hasLapsed({ tenant, workplaceId, matchId, at }: LapseStep): Promise<boolean> {
    const stored = await this.store.readStream(tenant, streamIdOf('workplace', workplaceId));
    const { held } = stateOf(workplaceDecider, historyOf(workplaceVocabulary, stored) as unknown as History<WorkplaceEvent>);
    return held?.matchId === matchId && held.lapsesOn !== null && dueAt(held.lapsesOn) <= at;
  }
}

function isToCome({ followUpId, version, step }: FollowUpStep, { followUps }: Trajectory): boolean {
  const followUp = followUps.get(followUpId);
  return followUp !== undefined && followUp.ended === null && followUp.version === version && followUp.steps <= step;
}

function isWaiting({ matchId }: LapseStep, { matches }: Trajectory): boolean {
  const match = matches.get(matchId);
  return match !== undefined && match.fellOn === null && match.placementId === null;
}

function wishOf(due: DueStep): DeciderWish {
  if (due.step === 'lapse') {
    const data: LetMatchFall['data'] = { matchId: due.matchId, by: 'municipality', reason: 'reservation-lapsed' };
    return { kind: 'command', type: 'LetMatchFall', data };
  }
  const { followUpId, version, step } = due;
  return { kind: 'command', type: 'RecordFallDue', data: { followUpId, version, step } };
}
