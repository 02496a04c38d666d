import type { CommandId, StreamId, TenantId } from '../../kernel/ids.js';

/** One use of an `Idempotency-Key`: `body` is the canonical JSON text of what was sent. */
export type CommandClaim = Readonly<{
  tenant: TenantId;
  client: string;
  commandId: CommandId;
  subject: string;
  method: string;
  path: string;
  body: string;
  streamId: StreamId;
}>;

export interface CommandClaims {
  /** `new` the first time, `same` for the same request again, `different` for another one under the same key, `too-many` above the day's limit. */
  claim(claim: CommandClaim): Promise<'new' | 'same' | 'different' | 'too-many'>;
  /** Removes claims older than 30 days of real time and destroys keys that no claim names; answers how many claims. */
  sweep(): Promise<number>;
}

/** One decision's claim on a key that may have one holder in a tenant: a BSN (hashed by the adapter) or an external reference. */
export type KeyClaim = Readonly<{
  tenant: TenantId;
  kind: 'bsn' | 'reference';
  /** In the clear; the adapter stores a keyed hash of it. */
  value: string;
  holder: string;
  decision: string;
  streamId: StreamId;
  expectedVersion: number;
}>;

/** The ways in which claims end; how it is known whether their event is stored is the log's affair. */
export interface KeyClaimsLetGo {
  /** Takes back the claims of one decision, unless an event of that decision is stored. */
  release(tenant: TenantId, decision: string): Promise<number>;
  /**
   * Takes away what the stored events of a stream before this version (`before` is the expected version of an append) had claimed:
   * that append corrected one of them, and claimed anew what counts. May be repeated; answers how many.
   */
  giveUp(tenant: TenantId, of: Readonly<{ kind: KeyClaim['kind']; streamId: StreamId; before: number }>): Promise<number>;
  /** Removes claims without an event that are older than 10 minutes of real time. */
  sweep(): Promise<number>;
}

export interface KeyClaims extends KeyClaimsLetGo {
  /** Commits the claim before its event is appended. `held` names who has the key already. */
  claim(claim: KeyClaim): Promise<{ kind: 'claimed' } | { kind: 'held'; holder: string }>;
  /** Who holds a key now. */
  holderOf(tenant: TenantId, kind: KeyClaim['kind'], value: string): Promise<string | null>;
}
