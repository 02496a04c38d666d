import type { Shown } from '../projection.js';
import type { HeardAs } from './gather.js';
import { endedBefore, endedBy, isTold, runs, withFact, type Gathered } from './held.js';

/** What lasts in a trajectory besides its placements. */
export const lastingTrajectoryFacts = {
  GoalSet: withGoal,
  GoalChanged: withGoal,
  ProgrammeVersionMigrated: (held, event) => {
    const goal = held.find((fact) => fact.fact === 'goal' && fact.validTo === null)?.code;
    const successor = event.data.goals.find(({ was }) => was === goal)?.is;
    return successor ? withGoalCalled(successor, held, event) : held;
  },
  RetrainingStarted: (held, event) => {
    const { retrainingId: aboutId, kind: code } = event.data;
    return isTold(held, { fact: 'retraining', aboutId }) ? held : withFact(held, event, { fact: 'retraining', code, aboutId });
  },
  RetrainingCompleted: (held, event) => {
    const { retrainingId: aboutId, qualified } = event.data;
    const after = withFact(held, event, {
      fact: 'retraining-completed',
      code: qualified ? 'qualified' : 'not-qualified',
      aboutId,
    });
    return endedBy(after, { fact: 'retraining', aboutId }, event.occurredOn);
  },
  RetrainingDropped: (held, event) => {
    const { retrainingId: aboutId, reason: code } = event.data;
    const after = withFact(held, event, { fact: 'retraining-dropped', code, aboutId });
    return endedBy(after, { fact: 'retraining', aboutId }, event.occurredOn);
  },
  MilestoneReached: (held, event) => {
    const which = { fact: 'milestone-told', code: event.data.milestone } as const;
    return runs(held, which) ? held : withFact(held, event, { ...which });
  },
  MilestoneWithdrawn: (held, { occurredOn, data }) =>
    endedBefore(held, { fact: 'milestone-told', code: data.milestone }, occurredOn),
  CandidateReturned: (held, event) => {
    const which = told(event);
    return runs(held, which) ? held : withFact(held, event, { ...which });
  },
  ReturnWithdrawn: (held, event) => endedBefore(held, told(event), event.occurredOn),
  TrajectoryClosed: (held, event) =>
    runs(held, CLOSED) ? held : withFact(held, event, { fact: 'closed', code: event.data.result }),
  TrajectoryReopened: (held, { occurredOn }) => endedBefore(held, CLOSED, occurredOn),
} as const satisfies Partial<HeardAs>;

const CLOSED = { fact: 'closed' } as const;

/** The last goal counts, from its own day on. */
function withGoal(held: Gathered, event: Shown<'GoalSet' | 'GoalChanged'>): Gathered {
  return withGoalCalled(event.data.goal, held, event);
}

function withGoalCalled(code: string, held: Gathered, event: Shown): Gathered {
  const before = endedBefore(held, { fact: 'goal' }, event.occurredOn);
  return withFact(before, event, { fact: 'goal', code });
}

/** A return is told by the benefit with which somebody came back, and the day of it. */
const told = ({ data: { benefitEventId: aboutId, returnedOn } }: Shown<'CandidateReturned' | 'ReturnWithdrawn'>) =>
  ({ fact: 'return-told', aboutId, code: returnedOn }) as const;
