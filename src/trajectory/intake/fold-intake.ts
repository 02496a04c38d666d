import type { Day } from '../../kernel/days.js';
import type { Intake } from '../around.js';
import { added, changed, type Folds } from '../trajectory.js';
import type { intakeVocabulary } from './intake.events.js';

/** The last goal counts; an intake stays known when it is over. */
export const foldIntake: Folds<keyof typeof intakeVocabulary> = {
  IntakeScheduled: (state, { data: { intakeId, intakeOn } }) => ({
    ...state,
    intakes: added(state.intakes, intakeId, { intakeOn, over: null }),
  }),
  IntakeMissed: (state, { occurredOn, data: { intakeId } }) => ({
    ...state,
    intakes: changed(state.intakes, intakeId, over('missed', occurredOn)),
  }),
  IntakeHeld: (state, { occurredOn, data: { intakeId } }) =>
    intakeId === null ? state : { ...state, intakes: changed(state.intakes, intakeId, over('held', occurredOn)) },
  FollowUpAgreed: (state) => state,
  GoalSet: (state, { data: { goal, askAgainOn } }) => ({ ...state, goal: { goal, askAgainOn } }),
  GoalChanged: (state, { data: { goal, askAgainOn } }) => ({ ...state, goal: { goal, askAgainOn } }),
};

const over =
  (how: 'held' | 'missed', on: Day) =>
  (intake: Intake): Intake => ({ ...intake, over: intake.over ?? { how, on } });
