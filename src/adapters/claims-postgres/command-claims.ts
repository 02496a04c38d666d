import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { CommandClaim, CommandClaims } from '../../application/ports/claims.js';
import type { MasterKey } from '../../application/ports/master-key.js';
import { currentHashKey, keyedHash, PERIODS, unwrapHashKey, type HashKey, type StoredHashKey } from './hash-keys.js';
import { sweepCommandClaims } from './sweep-command-claims.js';

export type CommandClaimsOptions = Readonly<{
  writer: pg.Pool;
  master: MasterKey;
  /** How many new claims a client may make on a day (Europe/Amsterdam); those that come at the same moment may exceed it together. */
  perClientAndDay: number;
}>;

/**
 * Command claims on PostgreSQL, each one row that keeps a keyed hash of the request and nothing of what it said.
 * A key is used for a month and destroyed when the last claim under it has expired; who has the database then learns nothing more.
 */
export class PostgresCommandClaims implements CommandClaims {
  private key: HashKey | null = null;

  constructor(private readonly options: CommandClaimsOptions) {}

  async claim(claim: CommandClaim): ReturnType<CommandClaims['claim']> {
    for (;;) {
      const tried = await this.tryUnder((this.key ??= await this.currentKey()), claim);
      if (tried === 'new') return tried;
      if (tried === 'other-month') {
        this.key = null;
        continue;
      }

      const earlier = await this.compare(claim);
      if (earlier !== 'absent') return earlier;
      if (tried === 'too-many') return tried;
      // It was there and is not: a sweeper took it. Again, for it is new now.
    }
  }

  async sweep(): Promise<number> {
    this.key = null;
    return sweepCommandClaims(this.options.writer);
  }

  private currentKey(): Promise<HashKey> {
    return currentHashKey(this.options.writer, this.options.master, 'command');
  }

  private async tryUnder(key: HashKey, claim: CommandClaim): Promise<'new' | 'other-month' | 'too-many' | 'there'> {
    const { tenant, client, commandId, streamId } = claim;
    const { writer, perClientAndDay } = this.options;
    const shard = parseInt(commandId.slice(-1), 16);
    const { rows } = await writer.query<{ current: boolean; within: boolean; made: boolean }>(CLAIM, [
      tenant,
      client,
      commandId,
      key.id,
      macOf(key, claim),
      streamId,
      shard,
      perClientAndDay,
    ]);
    const [{ current, within, made }] = rows;
    if (!current) return 'other-month';
    if (made) return 'new';
    return within ? 'there' : 'too-many';
  }

  /** With the claim that is there, under the key that it names. */
  private async compare(claim: CommandClaim): Promise<'same' | 'different' | 'absent'> {
    const { rows } = await this.options.writer.query<StoredHashKey & { mac: Buffer }>(
      `select c.mac, k.key_id, k.purpose, k.period, k.master, k.wrapped
       from vault.command_claim c join vault.hash_key k using (key_id) where c.tenant = $1 and c.command_id = $2`,
      [claim.tenant, claim.commandId],
    );
    if (rows.length === 0) return 'absent';
    const mac = macOf(unwrapHashKey(this.options.master, rows[0]), claim);
    return timingSafeEqual(mac, rows[0].mac) ? 'same' : 'different';
  }
}

/** One statement, so one commit: the claim and its count, if the key is this month's and the client is within its limit. */
const CLAIM = `
with key as (
  select key_id from vault.hash_key where key_id = $4 and period = ${PERIODS.command}
), today as (
  select (clock_timestamp() at time zone 'Europe/Amsterdam')::date as day
), used as (
  select coalesce(sum(claims), 0) as claims from vault.command_claim_count, today
  where tenant = $1 and client = $2 and command_claim_count.day = today.day
), made as (
  insert into vault.command_claim (tenant, command_id, key_id, mac, stream)
  select $1, $3, key_id, $5, $6 from key, used where used.claims < $8
  on conflict do nothing returning true
), counted as (
  insert into vault.command_claim_count (tenant, client, day, shard, claims)
  select $1, $2, today.day, $7, 1 from made, today
  on conflict (tenant, client, day, shard) do update set claims = command_claim_count.claims + 1
)
select exists (select from key) as current, (select claims < $8 from used) as within, exists (select from made) as made`;

function macOf(key: HashKey, { tenant, commandId, subject, method, path, body }: CommandClaim): Buffer {
  return keyedHash(key, ['command-claim', tenant, commandId, subject, method, path, body]);
}
