import type { Day } from '../kernel/days.js';
import type { Code } from '../kernel/fields.events.js';
import type { DocumentId, EventId, PlacementId, RiskId, SubjectId, SupportRequestId } from '../kernel/ids.js';

/** What a side asked for; `answered` says what became of it. */
export type SupportRequest = Readonly<{
  requestedOn: Day;
  answered: Readonly<{ how: 'given' | 'declined'; on: Day }> | null;
}>;

/** A return that was told, or is no longer. */
export type ToldReturn = Readonly<{ benefitEventId: EventId; returnedOn: Day; told: boolean }>;

/** What is known of the support at work, of how a trajectory turned out, and of its documents. */
export type Supported = Readonly<{
  /** The contact of each placement that has one. */
  aftercareContacts: ReadonlyMap<PlacementId, SubjectId>;
  supportRequests: ReadonlyMap<SupportRequestId, SupportRequest>;
  risks: ReadonlyMap<RiskId, Readonly<{ answeredOn: Day | null }>>;
  /** Those that were ever told, with whether they still are. */
  milestones: ReadonlyMap<Code<'milestone'>, boolean>;
  documents: ReadonlyMap<DocumentId, Readonly<{ withdrawnOn: Day | null }>>;
  /** By `returnKey`. */
  returns: ReadonlyMap<string, ToldReturn>;
}>;

/** What tells returns apart: the fact by which somebody came back, and the day. */
export const returnKey = ({ benefitEventId, returnedOn }: Pick<ToldReturn, 'benefitEventId' | 'returnedOn'>): string =>
  `${benefitEventId} ${returnedOn}`;

export const nothingSupported: Supported = {
  aftercareContacts: new Map(),
  supportRequests: new Map(),
  risks: new Map(),
  milestones: new Map(),
  documents: new Map(),
  returns: new Map(),
};
