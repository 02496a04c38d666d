declare const brand: unique symbol;

/** A UUID in lower case that names one kind of thing; the brand exists at compile time only. */
export type Id<N extends string> = string & { readonly [brand]: N };

export type EventId = Id<'event'>;
export type CommandId = Id<'command'>;
export type CorrelationId = Id<'correlation'>;
export type CandidateId = Id<'candidate'>;
export type TrajectoryId = Id<'trajectory'>;
export type EmployerId = Id<'employer'>;
export type WorkplaceId = Id<'workplace'>;
export type SeriesId = Id<'series'>;
export type MeetingId = Id<'meeting'>;
export type ProgrammeId = Id<'programme'>;
export type RulesetId = Id<'ruleset'>;
export type MatchId = Id<'match'>;
export type PlanId = Id<'plan'>;
export type PlacementId = Id<'placement'>;
export type FollowUpId = Id<'follow-up'>;
export type InvitationId = Id<'invitation'>;
export type NoteId = Id<'note'>;
export type InstrumentId = Id<'instrument'>;
export type MeasurementId = Id<'measurement'>;
export type OrganisationId = Id<'organisation'>;
export type AgreementId = Id<'agreement'>;
export type ServiceId = Id<'service'>;
export type TeamId = Id<'team'>;
export type AbsenceId = Id<'absence'>;
export type CohortId = Id<'cohort'>;
export type HandoverId = Id<'handover'>;
export type IntakeId = Id<'intake'>;
export type LiteracyActionId = Id<'literacy-action'>;
export type PresentationId = Id<'presentation'>;
export type ReferralId = Id<'referral'>;
export type RetrainingId = Id<'retraining'>;
export type SupportRequestId = Id<'support-request'>;
export type RiskId = Id<'risk'>;
export type DocumentId = Id<'document'>;

/** Who asks, as the identity provider names them: an opaque id, never a name, an address or a number of a person. */
export type SubjectId = string & { readonly [brand]: 'subject' };

/** The kinds of stream; the first part of every stream id. */
export const CATEGORIES = [
  'candidate',
  'trajectory',
  'employer',
  'workplace',
  'series',
  'meeting',
  'organisation',
  'programme',
  'ruleset',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** `<category>-<uuid>`; the tenant is in the envelope, never in the id. */
export type StreamId = `${Category}-${string}`;

/** The body that keeps the log, as a slug: `[a-z][a-z0-9-]{0,31}`. */
export type TenantId = string & { readonly [brand]: 'tenant' };

export const streamIdOf = (category: Category, id: string): StreamId => `${category}-${id}`;
export const categoryOf = (streamId: StreamId): Category => streamId.slice(0, streamId.indexOf('-')) as Category;
export const ownIdOf = <N extends string>(streamId: StreamId): Id<N> => streamId.slice(streamId.indexOf('-') + 1) as Id<N>;

/**
 * What a stored id is made of; the UUIDv5 of its RFC 8785 bytes is the id, so the same cause gives the same id.
 * Source: core.md section 6, kept in docs/decisions/.
 */
export type IdName =
  | readonly ['command', tenant: string, client: string, key: string]
  | readonly ['id', command: string, label: string, index: number]
  | readonly ['id', command: string, stream: string, label: string, index: number]
  | readonly ['slug', tenant: string, slug: string]
  | readonly ['reaction', event: string, reaction: string, n: number]
  | readonly ['step', followUpOrMatch: string, version: number, step: 0 | 1 | 2 | 'lapse']
  | readonly ['round', candidate: string, programme: string, round: number]
  | readonly ['match', trajectory: string, meeting: string, employer: string];

/** Makes ids; pure, and given to the core from outside because hashing is no business of it. */
export type Name = <N extends string>(name: IdName) => Id<N>;
