import type { Attendance, Cancellation, Channel, MeetingEvent, Side } from '../../../meeting/meeting.events.js';
import { dayInWords } from '../days-in-words.js';
import type { Line, LinesFor, WordsFor } from '../line.js';

const someone: WordsFor<Side> = {
  candidate: { nl: 'Een kandidaat', en: 'A candidate' },
  employer: { nl: 'Een werkgever', en: 'An employer' },
};

const theOther: WordsFor<Side> = {
  candidate: { nl: 'een werkgever', en: 'an employer' },
  employer: { nl: 'een kandidaat', en: 'a candidate' },
};

const channels: WordsFor<Channel> = {
  letter: { nl: 'per brief', en: 'by letter' },
  email: { nl: 'per e-mail', en: 'by e-mail' },
  telephone: { nl: 'per telefoon', en: 'by telephone' },
  'text-message': { nl: 'met een bericht', en: 'by text message' },
  'in-person': { nl: 'persoonlijk', en: 'in person' },
};

const attendances: WordsFor<Attendance> = {
  attended: { nl: 'was er', en: 'was there' },
  'no-show': { nl: 'kwam niet', en: 'did not come' },
  excused: { nl: 'kwam niet, met bericht', en: 'did not come, and had said so' },
};

const cancellations: WordsFor<Cancellation> = {
  'public-health': { nl: 'vanwege de volksgezondheid', en: 'because of public health' },
  'too-few-participants': { nl: 'te weinig deelnemers', en: 'too few participants' },
  'venue-unavailable': { nl: 'de zaal was niet beschikbaar', en: 'the venue was not available' },
  'organiser-unavailable': { nl: 'de organisator was verhinderd', en: 'the organiser was not available' },
  weather: { nl: 'vanwege het weer', en: 'because of the weather' },
};

const answers = (accepted: boolean): Line =>
  accepted
    ? { nl: 'Uitnodiging aangenomen', en: 'Invitation accepted' }
    : { nl: 'Uitnodiging afgeslagen', en: 'Invitation declined' };

/** How the events of a meeting are told. */
export const meetingLines: LinesFor<MeetingEvent> = {
  MeetingScheduled: ({ title, place, heldOn }) => ({
    nl: `${title} gepland op ${dayInWords(heldOn).nl}, ${place}`,
    en: `${title} scheduled for ${dayInWords(heldOn).en}, ${place}`,
  }),
  InvitationSent: ({ invitee, channel }) => ({
    nl: `${someone[invitee.kind].nl} uitgenodigd, ${channels[channel].nl}`,
    en: `${someone[invitee.kind].en} was invited ${channels[channel].en}`,
  }),
  InvitationAnswered: ({ accepted }) => answers(accepted),
  WalkInRegistered: ({ party }) => ({
    nl: `${someone[party.kind].nl} kwam binnenlopen`,
    en: `${someone[party.kind].en} walked in`,
  }),
  AttendanceRecorded: ({ party, attendance }) => ({
    nl: `${someone[party.kind].nl} ${attendances[attendance].nl}`,
    en: `${someone[party.kind].en} ${attendances[attendance].en}`,
  }),
  MeetingInterestExpressed: ({ by, interested }) => ({
    nl: `${someone[by].nl} wil ${interested ? 'verder' : 'niet verder'} praten met ${theOther[by].nl}`,
    en: `${someone[by].en} ${interested ? 'wants' : 'does not want'} to go on talking with ${theOther[by].en}`,
  }),
  MeetingHeld: () => ({ nl: 'Bijeenkomst gehouden', en: 'Meeting held' }),
  MeetingCancelled: ({ reason }) => ({
    nl: `Bijeenkomst afgelast: ${cancellations[reason].nl}`,
    en: `Meeting cancelled: ${cancellations[reason].en}`,
  }),
};
