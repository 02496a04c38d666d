import { dayFrom } from '../../src/kernel/days.js';
import type { CandidateId, EmployerId, InvitationId, MeetingId, ProgrammeId, SeriesId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { meetingDecider, type MeetingCommand } from '../../src/meeting/decider.js';
import type { LooksAtSeries } from '../../src/meeting/standstill.js';
import type { MeetingEvent, Party } from '../../src/meeting/meeting.events.js';
import { specFor } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { commandTeller, eventTeller } from '../harness/tellers.js';

/** The Meedoenplein of Thursday 3 October 2019. */
export const october: MeetingId = testId('meeting', 'october');
export const anna: CandidateId = testId('candidate', 'anna');
export const bram: CandidateId = testId('candidate', 'bram');
export const bakery: EmployerId = testId('employer', 'bakery');
export const garage: EmployerId = testId('employer', 'garage');

export const candidate = (candidateId: CandidateId): Party => ({ kind: 'candidate', candidateId });
export const employer = (employerId: EmployerId): Party => ({ kind: 'employer', employerId });

/** The invitation of this candidate or employer. */
export const invitationOf = (party: CandidateId | EmployerId): InvitationId => testId('invitation', party);

const event = eventTeller<MeetingEvent>();
const command = commandTeller<MeetingCommand>();

const meeting = {
  programmeId: testId<'programme'>('programme', 'meedoen-werkt') satisfies ProgrammeId,
  seriesId: null,
  title: 'Meedoenplein oktober' as PublicText,
  place: 'Stadhuis' as PublicText,
  heldOn: dayFrom('2019-10-03'),
  startsAt: null,
  capacity: 60,
};
const invitation = { invitationId: invitationOf(anna), invitee: candidate(anna), channel: 'letter' } as const;
const answer = { invitationId: invitationOf(anna), accepted: true };
const attendance = { party: candidate(anna), attendance: 'attended' } as const;
const yes = { by: 'candidate', candidateId: anna, employerId: bakery, interested: true } as const;
const cancellation = { reason: 'public-health' } as const;

/** What is recorded about the meeting. */
export const scheduled = event('MeetingScheduled', meeting);
export const invited = event('InvitationSent', invitation);
export const answered = event('InvitationAnswered', answer);
export const walkedIn = event('WalkInRegistered', { party: candidate(anna) });
export const attended = event('AttendanceRecorded', attendance);
export const interest = event('MeetingInterestExpressed', yes);
export const held = event('MeetingHeld', {});
export const cancelled = event('MeetingCancelled', cancellation);

/** What may be asked of the meeting. */
export const schedule = command('ScheduleMeeting', meeting);
export const invite = command('SendInvitation', { invitee: candidate(anna), channel: 'letter' });
export const answerInvitation = command('AnswerInvitation', answer);
export const walkIn = command('RegisterWalkIn', { party: candidate(anna) });
export const recordAttendance = command('RecordAttendance', attendance);
export const expressInterest = command('ExpressMeetingInterest', yes);
export const recordHeld = command('RecordMeetingHeld', {});
export const cancel = command('CancelMeeting', cancellation);

/** A series that stands still on some days: these are whole months. */
export const plein: SeriesId = testId('series', 'plein');
const looksAtPlein: LooksAtSeries = ({ seriesId, heldOn }) => {
  if (heldOn.startsWith('2020-03')) return { code: 'series-suspended', seriesId, heldOn, suspendedFrom: dayFrom('2020-03-01') };
  if (heldOn >= '2021-01-01') return { code: 'series-over', seriesId, heldOn, lastOn: dayFrom('2020-12-31') };
};

/** Stories of meetings. */
export const given = specFor(meetingDecider(looksAtPlein));

/** The October meeting with Anna and the bakery invited. */
export const bothInvited: readonly MeetingEvent[] = [
  scheduled({ on: '2019-09-02' }),
  invited({ on: '2019-09-05' }),
  invited({ on: '2019-09-05', invitationId: invitationOf(bakery), invitee: employer(bakery) }),
];

/** The October meeting at which Anna and the bakery were. */
export const bothThere: readonly MeetingEvent[] = [
  ...bothInvited,
  attended({ on: '2019-10-03' }),
  attended({ on: '2019-10-03', party: employer(bakery) }),
];
