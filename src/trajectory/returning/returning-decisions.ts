import { type CannotRecordReturn, judgeReturn, offerReturns, recordReturn, type RecordReturn } from './record-return.js';
import {
  type CannotWithdrawReturn,
  judgeReturnWithdrawal,
  offerReturnWithdrawals,
  withdrawReturn,
  type WithdrawReturn,
} from './withdraw-return.js';

export type ReturningCommand = RecordReturn | WithdrawReturn;
export type ReturningRefusal = CannotRecordReturn | CannotWithdrawReturn;

/** How it is decided about what people are told of who came back. */
export const returningDecisions = {
  propose: {
    RecordReturn: recordReturn,
    WithdrawReturn: withdrawReturn,
  },
  offers: {
    RecordReturn: offerReturns,
    WithdrawReturn: offerReturnWithdrawals,
  },
  judge: {
    CandidateReturned: judgeReturn,
    ReturnWithdrawn: judgeReturnWithdrawal,
  },
  /** What was told stays told. */
  judgedOnce: ['CandidateReturned', 'ReturnWithdrawn'],
} as const;
