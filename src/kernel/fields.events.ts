import { z } from 'zod';
import { isDay, isInstant, type Day, type Instant, type Period } from './days.js';
import type {
  AgreementId,
  AbsenceId,
  CandidateId,
  CohortId,
  DocumentId,
  EmployerId,
  EventId,
  FollowUpId,
  HandoverId,
  Id,
  IntakeId,
  InstrumentId,
  InvitationId,
  LiteracyActionId,
  MatchId,
  MeasurementId,
  MeetingId,
  NoteId,
  OrganisationId,
  PlacementId,
  PlanId,
  PresentationId,
  ProgrammeId,
  ReferralId,
  RetrainingId,
  RiskId,
  RulesetId,
  SeriesId,
  ServiceId,
  SubjectId,
  SupportRequestId,
  TeamId,
  TrajectoryId,
  WorkplaceId,
} from './ids.js';
import { isPublicText, personTraceIn, type PublicText } from './public-text.js';

declare const brand: unique symbol;

/** A word of a vocabulary that somebody published (a rule's name, a result): lower case, `-` between its parts, at most 60 characters. */
export type Code<N extends string = string> = string & { readonly [brand]: N };

/** The address of a concept in a public vocabulary of the closed list below. */
export type ConceptUri = string & { readonly [brand]: 'concept-uri' };

/** SHA-256 of what an event says of others without naming them, in 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly [brand]: 'digest' };

/** What a text in an event may be; anything else a schema has no field for. */
export type FieldKind = 'digest' | 'id' | 'subject' | 'day' | 'instant' | 'code' | 'period' | 'public-text' | 'concept-uri';

const kinds = z.registry<{ kind: FieldKind }>();

/** Which of these fields a schema is, also behind a refinement; undefined for a text that has no place in an event. */
export const fieldKindOf = (schema: z.core.$ZodType): FieldKind | undefined => kinds.get(schema)?.kind;

/** Registers the field, so that a walk over all schemas knows it, and gives it its brand. */
function field<T extends string>(kind: FieldKind, schema: z.ZodString | z.ZodISODate | z.ZodISODateTime): z.ZodType<T, T> {
  kinds.add(schema, { kind });
  return schema as unknown as z.ZodType<T, T>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const SUBJECT = /^[A-Za-z0-9][A-Za-z0-9._~:|-]{0,63}$/;
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const PERIOD = /^P(?:0|[1-9]\d{0,3})[DW]$/;
const CONCEPT = /^http:\/\/data\.europa\.eu\/esco\/(?:(?:skill|occupation)\/[0-9a-f-]{36}|isco\/C\d{1,4})$/;

const id = <N extends string>() => field<Id<N>>('id', z.string().regex(UUID, 'not a UUID in lower case'));

/** Ids, each named as the property that holds it, so that a schema reads `{ candidateId, meetingId }`. */
export const candidateId: z.ZodType<CandidateId, CandidateId> = id<'candidate'>();
export const trajectoryId: z.ZodType<TrajectoryId, TrajectoryId> = id<'trajectory'>();
export const employerId: z.ZodType<EmployerId, EmployerId> = id<'employer'>();
export const workplaceId: z.ZodType<WorkplaceId, WorkplaceId> = id<'workplace'>();
export const seriesId: z.ZodType<SeriesId, SeriesId> = id<'series'>();
export const meetingId: z.ZodType<MeetingId, MeetingId> = id<'meeting'>();
export const programmeId: z.ZodType<ProgrammeId, ProgrammeId> = id<'programme'>();
export const rulesetId: z.ZodType<RulesetId, RulesetId> = id<'ruleset'>();
export const matchId: z.ZodType<MatchId, MatchId> = id<'match'>();
export const planId: z.ZodType<PlanId, PlanId> = id<'plan'>();
export const placementId: z.ZodType<PlacementId, PlacementId> = id<'placement'>();
export const followUpId: z.ZodType<FollowUpId, FollowUpId> = id<'follow-up'>();
export const invitationId: z.ZodType<InvitationId, InvitationId> = id<'invitation'>();
export const noteId: z.ZodType<NoteId, NoteId> = id<'note'>();
export const instrumentId: z.ZodType<InstrumentId, InstrumentId> = id<'instrument'>();
export const measurementId: z.ZodType<MeasurementId, MeasurementId> = id<'measurement'>();
export const organisationId: z.ZodType<OrganisationId, OrganisationId> = id<'organisation'>();
export const agreementId: z.ZodType<AgreementId, AgreementId> = id<'agreement'>();
export const serviceId: z.ZodType<ServiceId, ServiceId> = id<'service'>();
export const teamId: z.ZodType<TeamId, TeamId> = id<'team'>();
export const absenceId: z.ZodType<AbsenceId, AbsenceId> = id<'absence'>();
export const cohortId: z.ZodType<CohortId, CohortId> = id<'cohort'>();
export const handoverId: z.ZodType<HandoverId, HandoverId> = id<'handover'>();
export const intakeId: z.ZodType<IntakeId, IntakeId> = id<'intake'>();
export const literacyActionId: z.ZodType<LiteracyActionId, LiteracyActionId> = id<'literacy-action'>();
export const presentationId: z.ZodType<PresentationId, PresentationId> = id<'presentation'>();
export const referralId: z.ZodType<ReferralId, ReferralId> = id<'referral'>();
export const retrainingId: z.ZodType<RetrainingId, RetrainingId> = id<'retraining'>();
export const supportRequestId: z.ZodType<SupportRequestId, SupportRequestId> = id<'support-request'>();
export const riskId: z.ZodType<RiskId, RiskId> = id<'risk'>();
export const documentId: z.ZodType<DocumentId, DocumentId> = id<'document'>();
export const eventId: z.ZodType<EventId, EventId> = id<'event'>();

/** Who asks, as tokens name them, at most 64 characters; no e-mail address, telephone number or BSN. */
export const subject: z.ZodType<SubjectId, SubjectId> = field<SubjectId>(
  'subject',
  z
    .string()
    .regex(SUBJECT, 'not the opaque id of somebody who may ask')
    .refine((text) => /[A-Za-z]/.test(text) || personTraceIn(text) === null, 'a number of a person'),
);

/** An Amsterdam calendar day that exists: 29 February in leap years only. */
export const day: z.ZodType<Day, Day> = field<Day>(
  'day',
  z.iso.date('not a day that exists, YYYY-MM-DD').refine(isDay, 'not a day from 1900 to 2199'),
);

/** A UTC instant with six decimals. */
export const instant: z.ZodType<Instant, Instant> = field<Instant>(
  'instant',
  z.iso
    .datetime({ precision: 6, error: 'not an instant in UTC with microseconds' })
    .refine(isInstant, 'not on a day from 1900 to 2199'),
);

/** A code of an open list, whose members a programme or ruleset names; a closed list is a `z.enum` of its own. */
export const code = <N extends string>(): z.ZodType<Code<N>, Code<N>> =>
  field<Code<N>>(
    'code',
    z
      .string()
      .max(60)
      .regex(CODE, 'not a code: lower case, digits, and - between parts')
      .refine((text) => personTraceIn(text) === null, 'holds what points at a person'),
  );

/** `P14D` or `P2W`. */
export const period: z.ZodType<Period, Period> = field<Period>(
  'period',
  z.string().regex(PERIOD, 'not a period of days or weeks, such as P14D'),
);

/** Text about no natural person, at most 200 characters. */
export const publicText: z.ZodType<PublicText, PublicText> = field<PublicText>(
  'public-text',
  z.string().refine(isPublicText, 'empty, too long, or holds what points at a person'),
);

/** A concept of ESCO (skill, occupation) or ISCO by its address; no other address may stand in an event. */
export const conceptUri: z.ZodType<ConceptUri, ConceptUri> = field<ConceptUri>(
  'concept-uri',
  z.string().regex(CONCEPT, 'not a concept of ESCO or ISCO'),
);

/** A digest by which what was counted can be counted again. */
export const digest: z.ZodType<Digest, Digest> = field<Digest>('digest', z.string().regex(DIGEST, 'not 64 hexadecimal digits'));

/** A count of things or a version: a whole number from 1. */
export const positive = z.int().min(1).max(1_000_000);
