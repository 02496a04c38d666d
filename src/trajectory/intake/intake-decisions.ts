import { agreeFollowUp, type AgreeFollowUp, type CannotAgreeFollowUp, judgeFollowUp, offerFollowUps } from './agree-follow-up.js';
import { type CannotRecordIntake, judgeIntake, offerTalks, recordIntake, type RecordIntake } from './record-intake.js';
import {
  type CannotRecordMissedIntake,
  judgeMissedIntake,
  offerMissedIntakes,
  recordMissedIntake,
  type RecordMissedIntake,
} from './record-missed-intake.js';
import {
  type CannotScheduleIntake,
  judgeScheduling,
  offerIntakes,
  scheduleIntake,
  type ScheduleIntake,
} from './schedule-intake.js';

export type IntakeCommand = ScheduleIntake | RecordMissedIntake | RecordIntake | AgreeFollowUp;
export type IntakeRefusal = CannotScheduleIntake | CannotRecordMissedIntake | CannotRecordIntake | CannotAgreeFollowUp;

/** How it is decided about talks to get to know somebody; the goals stand beside it. */
export const intakeDecisions = {
  propose: {
    ScheduleIntake: scheduleIntake,
    RecordMissedIntake: recordMissedIntake,
    RecordIntake: recordIntake,
    AgreeFollowUp: agreeFollowUp,
  },
  offers: {
    ScheduleIntake: offerIntakes,
    RecordMissedIntake: offerMissedIntakes,
    RecordIntake: offerTalks,
    AgreeFollowUp: offerFollowUps,
  },
  judge: {
    IntakeScheduled: judgeScheduling,
    IntakeMissed: judgeMissedIntake,
    IntakeHeld: judgeIntake,
    FollowUpAgreed: judgeFollowUp,
  },
  /** What was missed stays missed. */
  judgedOnce: ['IntakeMissed'],
  keeps: {
    IntakeScheduled: ['intakeId'],
  },
} as const;
