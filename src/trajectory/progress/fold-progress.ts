import { added, changed, type Folds, type Trajectory } from '../trajectory.js';
import type { progressVocabulary } from './progress.events.js';

const asItWas = (state: Trajectory): Trajectory => state;

/** The last step counts, with the one before it. */
export const foldProgress: Folds<keyof typeof progressVocabulary> = {
  AssessmentRecorded: asItWas,
  ParticipationStepChanged: (state, { occurredOn, data: { step } }) => ({
    ...state,
    participation: { step, from: state.participation?.step ?? null, since: occurredOn },
  }),
  StagnationFlagged: asItWas,
  LiteracyActionAgreed: (state, { data: { literacyActionId } }) => ({
    ...state,
    literacyActions: added(state.literacyActions, literacyActionId, { completedOn: null }),
  }),
  LiteracyActionCompleted: (state, { occurredOn, data: { literacyActionId } }) => ({
    ...state,
    literacyActions: changed(state.literacyActions, literacyActionId, ({ completedOn }) => ({
      completedOn: completedOn ?? occurredOn,
    })),
  }),
  IncomeEffectDiscussed: asItWas,
};
