import type { Day, Instant } from '../../kernel/days.js';
import type { CandidateId, EmployerId, EventId, ProgrammeId, StreamId, TenantId } from '../../kernel/ids.js';

/** What happens on a day, and has happened ever after. */
export const HAPPENED = [
  'offered',
  'answered',
  'started',
  'intake-held',
  'follow-up-agreed',
  'match-proposed',
  'match-made',
  'match-fell',
  'talk-held',
  'plan-agreed',
  'contract-signed',
  'new-job',
  'retraining-completed',
  'retraining-dropped',
] as const;

/** What holds from a day until another, both included. */
export const LASTING = [
  'goal',
  'placement',
  'retraining',
  'milestone-told',
  'return-told',
  'closed',
  'benefit',
  'target-group',
  'countability',
  'merged',
] as const;

/** What figures are made of; docs/words.md has the Dutch word of each. */
export type FactName = (typeof HAPPENED)[number] | (typeof LASTING)[number];

/**
 * A fact on the first clock. `code` says which: of a `placement` its kind, of a `goal` the goal, of `closed` the result.
 * `aboutId`: the match, placement, retraining or benefit that it is about; of `merged` the candidate who goes on.
 *
 * Units: days of Amsterdam, both included; `validTo` null: no end is known, and what happened keeps having happened.
 */
export type Held = Readonly<{
  fact: FactName;
  code: string | null;
  /** The event that says so; that of the beginning where there is an end too. */
  eventId: EventId;
  aboutId: string | null;
  employerId: EmployerId | null;
  /** Of an offer and a start only, as `round`. */
  programmeVersion: number | null;
  round: number | null;
  validFrom: Day;
  validTo: Day | null;
}>;

/** Whose stream it is, and of a trajectory in which programme. */
export type Whose = Readonly<{ candidateId: CandidateId; programmeId: ProgrammeId | null }>;

/**
 * A fact on both clocks, for one stretch of knowing: as long as it was known to be just so.
 * A correction ends it and begins another; `n` counts the rows of a stream in the order in which they came to be known.
 *
 * Units: instants of the seal, `knownFrom` included and `knownTo` not; null: it is still known so.
 */
export type FactRow = Held &
  Whose &
  Readonly<{ tenant: TenantId; streamId: StreamId; n: number; knownFrom: Instant; knownTo: Instant | null }>;
