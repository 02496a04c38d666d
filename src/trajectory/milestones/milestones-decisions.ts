import { type CannotRecordMilestone, judgeMilestone, recordMilestone, type RecordMilestone } from './record-milestone.js';
import {
  type CannotWithdrawMilestone,
  judgeMilestoneWithdrawal,
  offerMilestoneWithdrawals,
  withdrawMilestone,
  type WithdrawMilestone,
} from './withdraw-milestone.js';

export type MilestonesCommand = RecordMilestone | WithdrawMilestone;
export type MilestonesRefusal = CannotRecordMilestone | CannotWithdrawMilestone;

/** How it is decided about what people are told of milestones; what may be told the programme says, so the decider offers it. */
export const milestonesDecisions = {
  propose: {
    RecordMilestone: recordMilestone,
    WithdrawMilestone: withdrawMilestone,
  },
  offers: {
    WithdrawMilestone: offerMilestoneWithdrawals,
  },
  judge: {
    MilestoneReached: judgeMilestone,
    MilestoneWithdrawn: judgeMilestoneWithdrawal,
  },
  /** What was told stays told. */
  judgedOnce: ['MilestoneReached', 'MilestoneWithdrawn'],
} as const;
