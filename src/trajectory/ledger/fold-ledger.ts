import { added, changed, type FollowUp, type Folds, type Trajectory } from '../trajectory.js';
import type { FollowUpId } from '../../kernel/ids.js';
import type { ledgerVocabulary } from './ledger.events.js';

/** A move starts the steps anew; what is done or cancelled stays so. */
export const foldLedger: Folds<keyof typeof ledgerVocabulary> = {
  FollowUpPlanned: (state, { data: { followUpId, version, ruleId, cause, with: side, dueOn } }) => ({
    ...state,
    followUps: added(state.followUps, followUpId, { ruleId, cause, with: side, dueOn, version, steps: 0, ended: null }),
  }),
  FollowUpMoved: (state, { data: { followUpId, version, dueOn } }) =>
    withFollowUp(state, followUpId, (followUp) => ({ ...followUp, version, dueOn, steps: 0 })),
  FollowUpFellDue: (state, { data: { followUpId, step } }) =>
    withFollowUp(state, followUpId, (followUp) => ({ ...followUp, steps: Math.max(followUp.steps, step + 1) })),
  FollowUpDone: (state, { data: { followUpId } }) =>
    withFollowUp(state, followUpId, (followUp) => ({ ...followUp, ended: followUp.ended ?? 'done' })),
  FollowUpCancelled: (state, { data: { followUpId } }) =>
    withFollowUp(state, followUpId, (followUp) => ({ ...followUp, ended: followUp.ended ?? 'cancelled' })),
};

function withFollowUp(state: Trajectory, id: FollowUpId, change: (followUp: FollowUp) => FollowUp): Trajectory {
  return { ...state, followUps: changed(state.followUps, id, change) };
}
