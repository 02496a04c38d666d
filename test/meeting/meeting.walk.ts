import { addDays, dayFrom, type Day } from '../../src/kernel/days.js';
import type { Effective } from '../../src/kernel/history.js';
import type { CandidateId, EmployerId, InvitationId, ProgrammeId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { meetingDecider, type MeetingCommand, type MeetingRefusal } from '../../src/meeting/decider.js';
import type { Meeting } from '../../src/meeting/meeting.js';
import { ATTENDANCES, CANCELLATIONS, CHANNELS, SIDES, type MeetingEvent, type Party } from '../../src/meeting/meeting.events.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import type { Walkable } from '../harness/walk.js';

type Of<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;
const decider = meetingDecider(() => undefined);
type Facts = readonly Effective<MeetingEvent>[];

const begins = dayFrom('2019-10-01');
const candidates = [1, 2].map((nth): CandidateId => testId('candidate', nth));
const employers = [1, 2].map((nth): EmployerId => testId('employer', nth));

const anybody = (dice: Dice, kind: Party['kind'] = dice.pick(SIDES)): Party =>
  kind === 'candidate' ? { kind, candidateId: dice.pick(candidates) } : { kind, employerId: dice.pick(employers) };

const heldOnIn = (facts: Facts): Day | undefined =>
  facts.flatMap((fact) => (fact.type === 'MeetingScheduled' ? [fact.data.heldOn] : [])).at(-1);

/** An invitation of this meeting, or now and then one that it does not know. */
function anInvitation(dice: Dice, facts: Facts): InvitationId {
  const ids = facts.flatMap((fact) => (fact.type === 'InvitationSent' ? [fact.data.invitationId] : []));
  return ids.length === 0 || dice.percent(10) ? testId('invitation', 'unknown') : dice.pick(ids);
}

const meeting = (dice: Dice) => ({
  programmeId: testId<'programme'>('programme') satisfies ProgrammeId,
  seriesId: null,
  title: 'Meedoenplein' as PublicText,
  place: 'Stadhuis' as PublicText,
  heldOn: addDays(begins, dice.between(2, 5)),
  startsAt: null,
  capacity: dice.percent(50) ? null : dice.between(1, 60),
});
const interest = (dice: Dice) => ({
  by: dice.pick(SIDES),
  candidateId: dice.pick(candidates),
  employerId: dice.pick(employers),
  interested: dice.percent(70),
});
const attendance = (dice: Dice) =>
  ({ party: anybody(dice), attendance: dice.percent(60) ? 'attended' : dice.pick(ATTENDANCES) }) as const;
const answer = (dice: Dice, facts: Facts) => ({ invitationId: anInvitation(dice, facts), accepted: dice.percent(50) });

const PAYLOADS: { [T in MeetingCommand['type']]: (dice: Dice, facts: Facts) => Of<MeetingCommand, T>['data'] } = {
  ScheduleMeeting: meeting,
  SendInvitation: (dice) => ({ invitee: anybody(dice), channel: dice.pick(CHANNELS) }),
  AnswerInvitation: answer,
  RegisterWalkIn: (dice) => ({ party: anybody(dice) }),
  RecordAttendance: attendance,
  ExpressMeetingInterest: interest,
  RecordMeetingHeld: () => ({}),
  CancelMeeting: (dice) => ({ reason: dice.pick(CANCELLATIONS) }),
};

const DATA: { [T in MeetingEvent['type']]: (dice: Dice, facts: Facts) => Of<MeetingEvent, T>['data'] } = {
  MeetingScheduled: meeting,
  InvitationSent: (dice, facts) => ({
    invitationId: anInvitation(dice, facts),
    invitee: anybody(dice),
    channel: dice.pick(CHANNELS),
  }),
  InvitationAnswered: answer,
  WalkInRegistered: PAYLOADS.RegisterWalkIn,
  AttendanceRecorded: attendance,
  MeetingInterestExpressed: interest,
  MeetingHeld: () => ({}),
  MeetingCancelled: PAYLOADS.CancelMeeting,
};

const LATE = [
  'InvitationSent',
  'InvitationAnswered',
  'WalkInRegistered',
  'AttendanceRecorded',
  'MeetingInterestExpressed',
] as const;

/** A sample stands for anybody of its side, and for either answer; the rest of it is what it is about. */
function payload(
  type: MeetingCommand['type'],
  dice: Dice,
  { subject, facts }: { subject?: MeetingCommand['data']; facts: Facts },
) {
  if (!subject || type === 'ScheduleMeeting') return PAYLOADS[type](dice, facts);
  if ('invitee' in subject) return { ...subject, invitee: anybody(dice, subject.invitee.kind) };
  if ('attendance' in subject) return { ...subject, attendance: attendance(dice).attendance };
  if ('party' in subject) return { party: anybody(dice, subject.party.kind) };
  if ('interested' in subject) return { ...subject, interested: dice.percent(70) };
  return subject;
}

function subjectOf(type: MeetingCommand['type'], data: MeetingCommand['data']): string {
  if ('invitee' in data) return data.invitee.kind;
  if ('attendance' in data) return JSON.stringify(data.party);
  if ('party' in data) return data.party.kind;
  if ('invitationId' in data) return data.invitationId;
  return 'interested' in data ? `${data.by} ${data.candidateId} ${data.employerId}` : type;
}

function late(
  on: Day,
  dice: Dice,
  { facts, meta }: Parameters<Walkable<Meeting, MeetingEvent, MeetingCommand, MeetingRefusal, undefined>['late']>[2],
) {
  const type = dice.pick(LATE);
  const heldOn = heldOnIn(facts);
  const occurredOn = heldOn && heldOn <= meta.today && dice.percent(70) ? heldOn : on;
  const data = DATA[type](dice, facts);
  return {
    type,
    occurredOn,
    data: type === 'InvitationSent' ? { ...data, invitationId: meta.newId('invitation') } : data,
  } as MeetingEvent;
}

/** What chance needs to hold a meeting: all of it within some days, as it happens on one. */
export const meetingWalk: Walkable<Meeting, MeetingEvent, MeetingCommand, MeetingRefusal, undefined> = {
  decider,
  begins,
  paceDays: 2,
  payload: (type, dice, from) => payload(type, dice, from) as MeetingCommand['data'],
  subjectOf,
  // The invitation itself stays, whoever it went to.
  replacement: (event, dice) =>
    event.type === 'InvitationSent'
      ? { ...event.data, invitee: anybody(dice) }
      : event.type === 'MeetingScheduled' && dice.percent(80)
        ? { ...event.data, capacity: dice.between(1, 60) }
        : DATA[event.type](dice, []),
  late,
};

const { CancelMeeting: _, ...otherOffers } = decider.offers;

/** Meetings that nobody wishes to cancel, so that they come to their day. */
export const undisturbedWalk: typeof meetingWalk = {
  ...meetingWalk,
  decider: { ...decider, offers: otherOffers as typeof decider.offers },
};
