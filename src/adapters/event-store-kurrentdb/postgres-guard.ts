import pg from 'pg';
import { StoreUnavailable, type Append } from '../../application/ports/event-store.js';
import type { Guard, NotSent } from './appender.js';
import { SharedHold } from './shared-hold.js';

/** `log` is the name under which PostgreSQL keeps the mark of this log. Milliseconds are of real time. */
export type GuardOptions = Readonly<{
  writer: pg.ClientConfig;
  log: string;
  /** For how long appends join those that were let through before them. */
  shareMs: number;
  /** How many connections hold, and how many more for appends that name claims. */
  holders: number;
  claimers: number;
  connectWithinMs: number;
  onError(error: unknown): void;
}>;

const DEFAULTS = { shareMs: 50, holders: 4, claimers: 4, connectWithinMs: 5_000, onError: () => undefined };

/** Waits for whoever closes, and keeps whoever wants to close waiting, until the transaction ends. */
const SHARE_LOCK = 'select pg_advisory_xact_lock_shared(store.log_lock($1))';
const IS_CLOSED = 'select store.log_is_closed($1) as closed';
const HOLD_CLAIMS = 'select store.hold_key_claims($1, $2) as held';
const KEEP_CLAIMS = 'select store.keep_key_claims($1, $2)';

/**
 * What PostgreSQL says no to for a log on KurrentDB. Each append is sent under a shared lock, taken before the closing mark is read and
 * kept until the append's outcome is known; closing takes that lock for itself. What an append's decision claimed stays locked as long.
 * Appends that come close to each other share one lock, so that they need not each have a connection.
 *
 * A connection to PostgreSQL that breaks while an append is under way takes the lock along: the append goes on, as it cannot be called back.
 * Source, docs/rules.md.
 */
export class PostgresGuard implements Guard {
  private readonly options: GuardOptions;
  private readonly holders: pg.Pool;
  private readonly claimers: pg.Pool;
  private readonly shared: SharedHold<boolean>;

  constructor(options: Pick<GuardOptions, 'writer' | 'log'> & Partial<GuardOptions>) {
    this.options = { ...DEFAULTS, ...options };
    this.holders = this.poolOf(this.options.holders);
    this.claimers = this.poolOf(this.options.claimers);
    this.shared = new SharedHold(this.options.shareMs, async () => {
      const client = await this.begun(this.holders);
      return { value: await this.isClosed(client), end: () => ended(client, 'commit') };
    });
  }

  async holding<T>(append: Append, send: () => Promise<T>): Promise<T | NotSent> {
    const { claims } = append;
    if (claims) return this.holdingClaims({ ...claims, tenant: append.tenant }, send);
    return this.shared.during((closed): Promise<T | NotSent> => (closed ? Promise.resolve({ kind: 'closed' }) : send()));
  }

  /** Only when nothing is under way any more. */
  async close(): Promise<void> {
    await this.shared.close();
    await Promise.all([this.holders.end(), this.claimers.end()]);
  }

  private async holdingClaims<T>(
    { tenant, decision, keys }: Readonly<{ tenant: string; decision: string; keys: number }>,
    send: () => Promise<T>,
  ): Promise<T | NotSent> {
    const client = await this.begun(this.claimers);
    try {
      if (await this.isClosed(client)) return { kind: 'closed' };
      const { rows } = await this.asked<{ held: string }>(client, HOLD_CLAIMS, [tenant, decision]);
      if (Number(rows[0].held) < keys) return { kind: 'claims-missing' };

      const outcome = await send();
      // Where this is lost, whoever sweeps finds the event of the decision in the log.
      if (isStored(outcome)) await client.query(KEEP_CLAIMS, [tenant, decision]).catch(this.options.onError);
      return outcome;
    } finally {
      await ended(client, 'commit');
    }
  }

  private async begun(pool: pg.Pool): Promise<pg.PoolClient> {
    const client = await pool.connect().catch(unavailable);
    client.on('error', this.options.onError);
    try {
      await client.query('begin isolation level read committed');
      await client.query(SHARE_LOCK, [this.options.log]);
      return client;
    } catch (error) {
      await ended(client, 'rollback');
      return unavailable(error);
    }
  }

  /** A statement of its own, after the lock was taken: it sees every mark that was committed before. */
  private async isClosed(client: pg.PoolClient): Promise<boolean> {
    const { rows } = await this.asked<{ closed: boolean }>(client, IS_CLOSED, [this.options.log]);
    return rows[0].closed;
  }

  private async asked<R extends pg.QueryResultRow>(
    client: pg.PoolClient,
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<R>> {
    return client.query<R>(text, values).catch(unavailable);
  }

  private poolOf(max: number): pg.Pool {
    const { writer, connectWithinMs, onError } = this.options;
    const pool = new pg.Pool({ ...writer, max, connectionTimeoutMillis: connectWithinMs });
    pool.on('error', onError); // an idle connection that was lost; the pool makes another
    return pool;
  }
}

/** Nothing was sent yet. */
function unavailable(error: unknown): never {
  throw new StoreUnavailable('PostgreSQL beside the log cannot be asked', { cause: error });
}

const isStored = (outcome: unknown): boolean => (outcome as Readonly<{ kind?: string }> | undefined)?.kind === 'stored';

/** Ends a transaction; a connection on which that fails is not used again. */
async function ended(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  client.removeAllListeners('error');
  client.on('error', () => undefined);
  const broken = await client.query(how).then(
    () => false,
    () => true,
  );
  client.release(broken);
}
