import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { CandidateId, EmployerId, InvitationId } from '../kernel/ids.js';
import type {
  Attendance,
  Cancellation,
  MeetingEvent,
  MeetingInterestExpressed,
  MeetingScheduled,
  Party,
} from './meeting.events.js';

/** The candidate's or employer's own id; names one party at a meeting. */
export type PartyId = CandidateId | EmployerId;

/** Who may be there. `invitationId` null: walked in. `accepted` and `attendance` null: nobody has told yet. */
export type Guest = Readonly<{
  party: Party;
  invitationId: InvitationId | null;
  accepted: boolean | null;
  attendance: Attendance | null;
}>;

/** What two who met said of each other; null: nothing yet. */
export type Interest = Readonly<{ candidate: boolean | null; employer: boolean | null }>;

/** A meeting: who was asked, who came, and who wants to go on with whom. */
export type Meeting = Readonly<{
  scheduled: (MeetingScheduled['data'] & Readonly<{ on: Day }>) | null;
  guests: ReadonlyMap<PartyId, Guest>;
  invitations: ReadonlyMap<InvitationId, PartyId>;
  /** By candidate, then by employer: what a change copies stays small, also where each of 40 spoke with each of 12. */
  interests: ReadonlyMap<CandidateId, ReadonlyMap<EmployerId, Interest>>;
  held: boolean;
  cancelled: Readonly<{ on: Day; reason: Cancellation }> | null;
}>;

export const noMeeting: Meeting = {
  scheduled: null,
  guests: new Map(),
  invitations: new Map(),
  interests: new Map(),
  held: false,
  cancelled: null,
};

export const partyIdOf = (party: Party): PartyId => (party.kind === 'candidate' ? party.candidateId : party.employerId);

/** Folds one event into the meeting. Total: an answer to, or attendance of, somebody unknown leaves it as it is. */
export function evolve(state: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'MeetingScheduled':
      return { ...state, scheduled: { on: event.occurredOn, ...event.data } };
    case 'InvitationSent':
      return invited(state, event.data.invitee, event.data.invitationId);
    case 'InvitationAnswered':
      return withGuest(state, state.invitations.get(event.data.invitationId), { accepted: event.data.accepted });
    case 'WalkInRegistered':
      return arrived(state, { party: event.data.party, invitationId: null, accepted: null, attendance: null });
    case 'AttendanceRecorded':
      return withGuest(state, partyIdOf(event.data.party), { attendance: event.data.attendance });
    case 'MeetingInterestExpressed':
      return withInterest(state, event.data);
    case 'MeetingHeld':
      return { ...state, held: true };
    case 'MeetingCancelled':
      return { ...state, cancelled: { on: event.occurredOn, reason: event.data.reason } };
    default:
      return assertNever(event);
  }
}

function invited(state: Meeting, party: Party, invitationId: InvitationId): Meeting {
  const invitations = new Map(state.invitations).set(invitationId, partyIdOf(party));
  return arrived({ ...state, invitations }, { party, invitationId, accepted: null, attendance: null });
}

/** Whoever is on the list already stays there as first entered. */
function arrived(state: Meeting, guest: Guest): Meeting {
  const id = partyIdOf(guest.party);
  return state.guests.has(id) ? state : { ...state, guests: new Map(state.guests).set(id, guest) };
}

function withGuest(state: Meeting, id: PartyId | undefined, change: Partial<Guest>): Meeting {
  const guest = id && state.guests.get(id);
  return guest ? { ...state, guests: new Map(state.guests).set(id, { ...guest, ...change }) } : state;
}

function withInterest(state: Meeting, said: MeetingInterestExpressed['data']): Meeting {
  const { by, candidateId, employerId, interested } = said;
  const interest = { ...interestOf(state, candidateId, employerId), [by]: interested };
  const withEmployers = new Map(state.interests.get(candidateId)).set(employerId, interest);
  return { ...state, interests: new Map(state.interests).set(candidateId, withEmployers) };
}

/** What these two said of each other so far. */
export function interestOf({ interests }: Meeting, candidateId: CandidateId, employerId: EmployerId): Interest {
  return interests.get(candidateId)?.get(employerId) ?? { candidate: null, employer: null };
}

/**
 * The pairs of whom both said yes: a match is proposed for these, and for no others.
 *
 * Shape: each pair once, in the order in which the candidates, and within one the employers, were first spoken of.
 * Source: R-309, docs/rules.md.
 */
export function mutualInterests({ interests }: Meeting): { candidateId: CandidateId; employerId: EmployerId }[] {
  return [...interests].flatMap(([candidateId, employers]) =>
    [...employers]
      .filter(([, { candidate, employer }]) => candidate === true && employer === true)
      .map(([employerId]) => ({ candidateId, employerId })),
  );
}
