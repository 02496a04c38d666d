import type { Day } from '../kernel/days.js';
import { assertNever } from '../kernel/decider.js';
import type { AbsenceId, AgreementId, ServiceId, SubjectId, TeamId } from '../kernel/ids.js';
import type { PublicText } from '../kernel/public-text.js';
import type {
  AbsenceRecorded,
  EducationAgreementSigned,
  MemberJoined,
  MemberLeft,
  OrganisationEvent,
  OrganisationRegistered,
  ServiceOffered,
  StandInNamed,
  TeamRole,
} from './organisation.events.js';

/** Somebody in a team, from the first to the last day; `until` null: still. */
export type Membership = Readonly<{ role: TeamRole; since: Day; until: Day | null }>;

export type Team = Readonly<{ name: PublicText; members: ReadonlyMap<SubjectId, Membership> }>;

/** An organisation: what it offers, what was agreed with it, and who works there. */
export type Organisation = Readonly<{
  registered: (OrganisationRegistered['data'] & Readonly<{ on: Day }>) | null;
  services: ReadonlyMap<ServiceId, Omit<ServiceOffered['data'], 'serviceId'>>;
  agreements: ReadonlyMap<AgreementId, Omit<EducationAgreementSigned['data'], 'agreementId'>>;
  teams: ReadonlyMap<TeamId, Team>;
  absences: ReadonlyMap<AbsenceId, Omit<AbsenceRecorded['data'], 'absenceId'>>;
  /** In the order in which they were named; of two on one day the later one counts. */
  standIns: readonly StandInNamed['data'][];
  closingDays: ReadonlySet<Day>;
}>;

export const noOrganisation: Organisation = {
  registered: null,
  services: new Map(),
  agreements: new Map(),
  teams: new Map(),
  absences: new Map(),
  standIns: [],
  closingDays: new Set(),
};

/** Folds one event into the organisation. Total: what is told of an unknown team or agreement leaves it as it is. */
export function evolve(state: Organisation, event: OrganisationEvent): Organisation {
  switch (event.type) {
    case 'OrganisationRegistered':
      return { ...state, registered: { on: event.occurredOn, ...event.data } };
    case 'ServiceOffered': {
      const { serviceId, ...service } = event.data;
      return { ...state, services: new Map(state.services).set(serviceId, service) };
    }
    case 'EducationAgreementSigned':
    case 'EducationAgreementAmended':
      return agreed(state, event.data);
    case 'TeamFormed':
      return { ...state, teams: new Map(state.teams).set(event.data.teamId, { name: event.data.name, members: new Map() }) };
    case 'MemberJoined':
      return joined(state, event);
    case 'MemberLeft':
      return left(state, event);
    case 'AbsenceRecorded': {
      const { absenceId, ...absence } = event.data;
      return { ...state, absences: new Map(state.absences).set(absenceId, absence) };
    }
    case 'StandInNamed':
      return { ...state, standIns: [...state.standIns, event.data] };
    case 'ClosingDaySet':
      return { ...state, closingDays: new Set(state.closingDays).add(event.data.closedOn) };
    default:
      return assertNever(event);
  }
}

function agreed(state: Organisation, { agreementId, ...terms }: EducationAgreementSigned['data']): Organisation {
  return { ...state, agreements: new Map(state.agreements).set(agreementId, terms) };
}

function joined(state: Organisation, { occurredOn, data: { teamId, subject, role } }: MemberJoined): Organisation {
  return withMember(state, { teamId, subject }, { role, since: occurredOn, until: null });
}

function left(state: Organisation, { occurredOn, data }: MemberLeft): Organisation {
  const membership = state.teams.get(data.teamId)?.members.get(data.subject);
  return membership ? withMember(state, data, { ...membership, until: occurredOn }) : state;
}

type Who = Readonly<{ teamId: TeamId; subject: SubjectId }>;

function withMember(state: Organisation, { teamId, subject }: Who, membership: Membership): Organisation {
  const team = state.teams.get(teamId);
  if (!team) return state;

  const members = new Map(team.members).set(subject, membership);
  return { ...state, teams: new Map(state.teams).set(teamId, { ...team, members }) };
}
