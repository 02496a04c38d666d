import type { Decider } from '../kernel/decider.js';
import {
  answerInvitation,
  judgeAnswer,
  offerAnswers,
  type AnswerInvitation,
  type CannotAnswerInvitation,
} from './answer-invitation.js';
import {
  cancelMeeting,
  judgeCancellation,
  offerCancellation,
  type CancelMeeting,
  type CannotCancelMeeting,
} from './cancel-meeting.js';
import {
  expressMeetingInterest,
  judgeInterest,
  offerInterests,
  type CannotExpressMeetingInterest,
  type ExpressMeetingInterest,
} from './express-meeting-interest.js';
import { evolve, noMeeting, type Meeting } from './meeting.js';
import { meetingVocabulary, type MeetingEvent } from './meeting.events.js';
import {
  judgeAttendance,
  offerAttendances,
  recordAttendance,
  type CannotRecordAttendance,
  type RecordAttendance,
} from './record-attendance.js';
import {
  judgeHeld,
  offerHeld,
  recordMeetingHeld,
  type CannotRecordMeetingHeld,
  type RecordMeetingHeld,
} from './record-meeting-held.js';
import { judgeWalkIn, offerWalkIns, registerWalkIn, type CannotRegisterWalkIn, type RegisterWalkIn } from './register-walk-in.js';
import {
  judgeSchedule,
  offerSchedule,
  scheduleMeeting,
  type CannotScheduleMeeting,
  type ScheduleMeeting,
} from './schedule-meeting.js';
import {
  judgeInvitation,
  offerInvitations,
  sendInvitation,
  type CannotSendInvitation,
  type SendInvitation,
} from './send-invitation.js';
import type { LooksAtSeries } from './standstill.js';

export type MeetingCommand =
  | ScheduleMeeting
  | SendInvitation
  | AnswerInvitation
  | RegisterWalkIn
  | RecordAttendance
  | ExpressMeetingInterest
  | RecordMeetingHeld
  | CancelMeeting;

export type MeetingRefusal =
  | CannotScheduleMeeting
  | CannotSendInvitation
  | CannotAnswerInvitation
  | CannotRegisterWalkIn
  | CannotRecordAttendance
  | CannotExpressMeetingInterest
  | CannotRecordMeetingHeld
  | CannotCancelMeeting;

type MeetingDecider = Decider<Meeting, MeetingEvent, MeetingCommand, MeetingRefusal, undefined>;

const propose: MeetingDecider['propose'] = {
  ScheduleMeeting: scheduleMeeting,
  SendInvitation: sendInvitation,
  AnswerInvitation: answerInvitation,
  RegisterWalkIn: registerWalkIn,
  RecordAttendance: recordAttendance,
  ExpressMeetingInterest: expressMeetingInterest,
  RecordMeetingHeld: recordMeetingHeld,
  CancelMeeting: cancelMeeting,
};

const offers: MeetingDecider['offers'] = {
  ScheduleMeeting: offerSchedule,
  SendInvitation: offerInvitations,
  AnswerInvitation: offerAnswers,
  RegisterWalkIn: offerWalkIns,
  RecordAttendance: offerAttendances,
  ExpressMeetingInterest: offerInterests,
  RecordMeetingHeld: offerHeld,
  CancelMeeting: offerCancellation,
};

/** How a meeting's stream decides, by how its series stands; no ruleset bears on it. */
export const meetingDecider = (
  looksAtSeries: LooksAtSeries,
): Decider<Meeting, MeetingEvent, MeetingCommand, MeetingRefusal, undefined> => ({
  initial: noMeeting,
  evolve,
  vocabulary: meetingVocabulary,
  propose,
  offers,
  judge: {
    MeetingScheduled: judgeSchedule(looksAtSeries),
    InvitationSent: judgeInvitation,
    InvitationAnswered: judgeAnswer,
    WalkInRegistered: judgeWalkIn,
    AttendanceRecorded: judgeAttendance,
    MeetingInterestExpressed: judgeInterest,
    MeetingHeld: judgeHeld,
    MeetingCancelled: judgeCancellation,
  },
  judgedOnce: new Set(),
  ledger: new Set(),
  rulesFor: () => undefined,
  rulesOn: () => undefined,
  keeps: { InvitationSent: ['invitationId'] },
});
