import type { Refusal } from '../kernel/messages.js';

/** What the application itself refuses, before or beside the decision; facts as members. */
export type ApplicationRefusal =
  | Readonly<{ code: 'not-permitted'; role: string; wanted: string }>
  /** Also what another tenant's stream is to the outside. */
  | Readonly<{ code: 'not-found'; what: string }>
  | Readonly<{ code: 'not-yet-known'; knownAt: string }>
  | Readonly<{ code: 'idempotency-key-reused' }>
  | Readonly<{ code: 'too-many-commands' }>
  | Readonly<{ code: 'stale-version'; expectedVersion: number; actualVersion: number }>
  | Readonly<{ code: 'lost-the-race'; attempts: number }>
  | Readonly<{ code: 'already-known'; candidateId?: string }>
  | Readonly<{ code: 'bsn-missing' }>
  | Readonly<{ code: 'reference-taken' }>
  | Readonly<{ code: 'no-such-reference'; field: string; id: string }>
  | Readonly<{ code: 'previous-of-another'; previousTrajectoryId: string }>
  | Readonly<{ code: 'no-rules-in-force'; ruleset: string; on: string }>
  | Readonly<{ code: 'already-handed-over'; trajectoryId: string }>
  | Readonly<{ code: 'workplace-of-another-employer'; workplaceId: string; employerId: string }>
  | Readonly<{ code: 'workplace-withdrawn'; withdrawnOn: string }>
  | Readonly<{ code: 'merges-into-itself' }>
  | Readonly<{ code: 'duplicates-remain'; candidateIds: readonly string[] }>
  | Readonly<{ code: 'survivor-merged'; survivorId: string; mergedInto: string }>
  | Readonly<{ code: 'subject-erased' }>
  | Readonly<{ code: 'not-yet-projected'; projection: string }>
  | Readonly<{ code: 'span-too-long'; from: string; until: string; days: number }>
  | Readonly<{ code: 'store-closed' }>;

/** A decision that was not made: a value, never thrown. */
export type Refused<R extends Refusal = Refusal> = Readonly<{ kind: 'refused'; refused: R }>;

export const refuse = <R extends Refusal>(refused: R): Refused<R> => ({ kind: 'refused', refused });
