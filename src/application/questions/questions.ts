import { Query } from '@nestjs/cqrs';
import type { Day, Instant } from '../../kernel/days.js';
import type {
  AgreementId,
  CandidateId,
  EmployerId,
  EventId,
  PlacementId,
  ProgrammeId,
  StreamId,
  TrajectoryId,
} from '../../kernel/ids.js';
import type { TrajectoryRow } from '../../read-models/trajectories/trajectories.projection.js';
import type { NamedPerson } from '../name-key.js';
import type { Position, StoredEvent } from '../ports/event-store.js';
import type { FollowUpFilter, FollowUpLine, TrajectoryFilter } from '../ports/read-models.js';
import type { Identity } from '../ports/identity.js';
import type { ParkedReaction } from '../ports/reactions.js';
import type { Words } from '../ports/person-vault.js';
import type { FeedPlace, PagePlace } from '../ports/tokens.js';
import type { Refused } from '../refusals.js';

/** One page of a list in its one order; `next` is where the next begins, null on the last; `stale`: part of it is parked, so older than the log. */
export type Page<Row> = Readonly<{ rows: readonly Row[]; next: PagePlace | null; stale: boolean }>;

/** Which page, and how fresh it must be: at least `minPosition`, the position that a command answered. */
export type Paging = Readonly<{ after: PagePlace | null; limit: number; minPosition: Position | null }>;

/** The two clocks of a replay: as it was known at an instant, as it was on a day. Absent: now, with all corrections. */
export type Replay = Readonly<{ knownAt?: Instant; validOn?: Day }>;

/** A stream folded from its history; `knownAt` names the instant that the answer holds for, `version` the last event that counted. */
export type StateAnswer = Readonly<{ knownAt: Instant; validOn: Day | null; version: number; state: unknown }>;

/** One line of a timeline: an effective event, with words for people and what can be told without opening the vault. */
export type TimelineAnswer = Readonly<{
  streamId: StreamId;
  eventId: string;
  version: number;
  type: string;
  occurredOn: Day;
  recordedAt: Instant;
  line: Readonly<{ nl: string; en: string }>;
  data: unknown;
  actor: Readonly<{ role: string; organisation: string }>;
  sealed: boolean;
  correctedBy: string | null;
}>;

/** A programme with the versions of it that count, the oldest first; slug and title are those of the last. */
export type ProgrammeAnswer = Readonly<{
  id: ProgrammeId;
  slug: string;
  title: string;
  versions: readonly Readonly<{ version: number; publishedOn: Day; validFrom: Day }>[];
}>;

/** What an employer pledged, as it was last amended, and which placements count for it now. */
export type EmployerAgreementAnswer = Readonly<{
  agreementId: AgreementId;
  signedOn: Day;
  pledgedPlaces: number;
  sector: string;
  terms: readonly string[];
  credited: readonly Readonly<{
    placementId: PlacementId;
    trajectoryId: TrajectoryId;
    creditedOn: Day;
    policyVersion: string;
  }>[];
}>;

/** What may be asked on the QueryBus, and what it answers. Every one is answered for the tenant of who asks, and refused as *not found* elsewhere. */
export class TimelineOf extends Query<Page<TimelineAnswer> | Refused> {
  constructor(
    readonly identity: Identity,
    readonly streamId: StreamId,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** The stored events of one stream, as they stand in the log, from a version on. */
export class EventsOf extends Query<readonly StoredEvent[] | Refused> {
  constructor(
    readonly identity: Identity,
    readonly streamId: StreamId,
    readonly page: Readonly<{ after: number; limit: number }>,
  ) {
    super();
  }
}

/** A stream's state by replay, on two clocks. Errors: `not-found`, `not-yet-known`. */
export class StateOf extends Query<StateAnswer | Refused> {
  constructor(
    readonly identity: Identity,
    readonly streamId: StreamId,
    readonly replay: Replay,
  ) {
    super();
  }
}

/**
 * A stream now, with the words that the reader may see, opened from the vault by event id; with `only`, those of that event.
 * Errors: `not-found`; `not-permitted` when `only` names an event whose words this reader may not open.
 */
export class StreamWithWords extends Query<(StateAnswer & Readonly<{ words: Readonly<Record<string, Words>> }>) | Refused> {
  constructor(
    readonly identity: Identity,
    readonly streamId: StreamId,
    readonly only: EventId | null = null,
  ) {
    super();
  }
}

/** What may be done in a trajectory on which days, and why the rest may not. */
export class NextStepsOf extends Query<Readonly<{ steps: unknown }> | Refused> {
  constructor(
    readonly identity: Identity,
    readonly streamId: StreamId,
    readonly span: Readonly<{ from?: Day; until?: Day }>,
  ) {
    super();
  }
}

/** The tenant's log in order, after a place that a reader kept. Errors: `not-found` for a place that is not in the log. */
export class FeedAfter extends Query<readonly StoredEvent[] | Refused> {
  constructor(
    readonly identity: Identity,
    readonly after: FeedPlace | null,
    readonly limit: number,
  ) {
    super();
  }
}

/** A page of follow-ups as they stand at `asOf`: what stands open shows now only (P9). */
export type FollowUpsAnswer = Page<FollowUpLine> & Readonly<{ asOf: Instant }>;

/** The tenant's follow-ups, by due instant. */
export class FollowUpsOf extends Query<FollowUpsAnswer | Refused> {
  constructor(
    readonly identity: Identity,
    readonly filter: FollowUpFilter,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** The tenant's trajectories, by the day on which they began. */
export class TrajectoriesOf extends Query<Page<TrajectoryRow> | Refused> {
  constructor(
    readonly identity: Identity,
    readonly filter: TrajectoryFilter,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** The tenant's programmes, or those of the country, which everybody may read; by slug, all of them at once. */
export class ProgrammesOf extends Query<readonly ProgrammeAnswer[] | Refused> {
  constructor(
    readonly identity: Identity,
    readonly of: 'tenant' | 'country' = 'tenant',
  ) {
    super();
  }
}

/** What reactions have put aside, the oldest first. */
export class ParkedReactionsOf extends Query<Page<ParkedReaction> | Refused> {
  constructor(
    readonly identity: Identity,
    readonly paging: Paging,
  ) {
    super();
  }
}

/** What an employer pledged, in the order of signing. Errors: `not-found`. */
export class EmployerAgreementsOf extends Query<readonly EmployerAgreementAnswer[] | Refused> {
  constructor(
    readonly identity: Identity,
    readonly employerId: EmployerId,
  ) {
    super();
  }
}

/** By what somebody is looked for; it stands in no address, log or answer. */
export type CandidateSought = Readonly<{ bsn: string }> | NamedPerson;

/** The candidates whom a BSN, or a surname with a birth date, names now. Shape: their ids, in the order of their text. */
export class CandidatesFound extends Query<readonly CandidateId[] | Refused> {
  constructor(
    readonly identity: Identity,
    readonly sought: CandidateSought,
  ) {
    super();
  }
}
