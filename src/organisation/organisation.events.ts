import { z } from 'zod';
import { absenceId, agreementId, code, day, positive, publicText, serviceId, subject, teamId } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';

/** What an organisation is. WSP: the *werkgeversservicepunt* of a region. */
export const ORGANISATION_KINDS = [
  'municipality',
  'uwv',
  'wsp',
  'school',
  'union',
  'sheltered-work-company',
  'provider',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What somebody does in a team. */
export const TEAM_ROLES = ['caseworker', 'account-manager', 'job-coach', 'supervisor', 'administrative', 'other'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What was agreed with a school or an umbrella of schools, whole, as it is from then on. Null: not told, or without end. */
const education = {
  agreementId,
  subjects: z.array(code<'education-subject'>()).min(1).max(20).readonly(),
  places: positive.nullable(),
  from: day,
  until: day.nullable(),
};

/** Somebody of the organisation, some days: first and last included. Null: no end is known. */
const days = { from: day, until: day.nullable() };

/** Everything that is recorded about an organisation and those who work there; its people are opaque subjects, never names. */
export const organisationVocabulary = {
  OrganisationRegistered: {
    schemaVersion: 1,
    data: z.strictObject({ kind: z.enum(ORGANISATION_KINDS), name: publicText }),
    upcasts: {},
  },
  /** `service` in the codes of the tenant. */
  ServiceOffered: {
    schemaVersion: 1,
    data: z.strictObject({ serviceId, service: code<'service'>(), name: publicText }),
    upcasts: {},
  },
  EducationAgreementSigned: { schemaVersion: 1, data: z.strictObject(education), upcasts: {} },
  EducationAgreementAmended: { schemaVersion: 1, data: z.strictObject(education), upcasts: {} },
  TeamFormed: { schemaVersion: 1, data: z.strictObject({ teamId, name: publicText }), upcasts: {} },
  MemberJoined: { schemaVersion: 1, data: z.strictObject({ teamId, subject, role: z.enum(TEAM_ROLES) }), upcasts: {} },
  /** Occurred on the last day in the team. */
  MemberLeft: { schemaVersion: 1, data: z.strictObject({ teamId, subject }), upcasts: {} },
  /** That somebody is away, and never why: it may be about health. */
  AbsenceRecorded: { schemaVersion: 1, data: z.strictObject({ absenceId, subject, ...days }), upcasts: {} },
  /** `standIn` answers for `subject` on these days. */
  StandInNamed: { schemaVersion: 1, data: z.strictObject({ subject, standIn: subject, ...days }), upcasts: {} },
  /** A day on which the organisation is closed, besides those of its calendar. */
  ClosingDaySet: { schemaVersion: 1, data: z.strictObject({ closedOn: day }), upcasts: {} },
} as const satisfies Vocabulary;

export type OrganisationEvent = EventOf<typeof organisationVocabulary>;
type Of<T extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: T }>;

export type OrganisationRegistered = Of<'OrganisationRegistered'>;
export type ServiceOffered = Of<'ServiceOffered'>;
export type EducationAgreementSigned = Of<'EducationAgreementSigned'>;
export type EducationAgreementAmended = Of<'EducationAgreementAmended'>;
export type TeamFormed = Of<'TeamFormed'>;
export type MemberJoined = Of<'MemberJoined'>;
export type MemberLeft = Of<'MemberLeft'>;
export type AbsenceRecorded = Of<'AbsenceRecorded'>;
export type StandInNamed = Of<'StandInNamed'>;
export type ClosingDaySet = Of<'ClosingDaySet'>;
