import type pg from 'pg';
import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import type { Instant } from '../../kernel/days.js';
import type { StreamId, TenantId } from '../../kernel/ids.js';
import type { SealedEvent, SealedUpTo, TenantEnd } from './sealing.js';

/** What a seal adds to an event. */
export type SealOf = Readonly<Pick<StoredEvent, 'tenantHash' | 'sealedAt'>>;

/** Which events: of one tenant, or of whichever. */
export type OfTenant = Readonly<{ tenant?: TenantId; events: readonly Pick<StoredEvent, 'streamId' | 'version'>[] }>;

/** How far the table reaches: the place of its last event, null while it is empty. */
export type Level = SealedUpTo & Readonly<{ position: Position | null }>;

/**
 * Up to `level` every event stands in the table, so where it is `known` what stands at the place that was asked for, the tenant's
 * neighbour stands at `position`, and just short of it the event at `shortOf`; null where there is none.
 */
export type Beside = Readonly<{ level: Position | null; known: boolean; position: Position | null; shortOf: Position | null }>;

/** The table does not reach to where it was left: it was emptied, and is filled from the beginning by whoever asks where it stands. */
export class SealsEmptied extends Error {
  override readonly name = 'SealsEmptied';
}

/** The ends of all tenants, each found by its own look into the index, with the last place of all; one statement, so of one moment. */
const LEVEL = `
with recursive known (tenant) as (
  select min(s.tenant) from kurrentdb.seal s
  union all
  select (select min(s.tenant) from kurrentdb.seal s where s.tenant > k.tenant) from known k where k.tenant is not null
), last as (
  select s.position, s.sealed_at from kurrentdb.seal s order by s.position desc limit 1
)
select k.tenant, e.n, encode(e.tenant_hash, 'hex') as tenant_hash, l.position, l.sealed_at
from known k cross join last l
cross join lateral (select s.n, s.tenant_hash from kurrentdb.seal s where s.tenant = k.tenant order by s.n desc limit 1) e`;

const ADD = 'select kurrentdb.add_seals($1, $2, $3, $4, $5, $6, $7, $8, $9) as added';

const OF_TENANT = 'select place, tenant_hash, sealed_at from kurrentdb.seals_of($1, $2, $3)';

const OF_ANY = `select w.place::integer, encode(s.tenant_hash, 'hex') as tenant_hash, s.sealed_at
  from unnest($1::text[], $2::integer[]) with ordinality w (stream, version, place)
  join kurrentdb.seal s on s.stream = w.stream and s.version = w.version`;

/** $3 is 1 for the next event of a tenant, -1 for the one before; without a place, its first or last. */
const BESIDE = `select l.level, $2::text is null or f.n is not null as known, s.position, case when $3 = 1
    then (select max(o.position) from kurrentdb.seal o where o.position < s.position)
    else (select min(o.position) from kurrentdb.seal o where o.position > s.position) end as short_of
  from (select max(position) as level from kurrentdb.seal) l
  left join kurrentdb.seal f on f.position = $2 and f.tenant = $1
  left join kurrentdb.seal s on s.tenant = $1 and s.n = case
    when $2::text is not null then f.n + $3 when $3 = 1 then 1
    else (select e.n from kurrentdb.seal e where e.tenant = $1 order by e.n desc limit 1) end`;

type LevelRow = Readonly<{ tenant: TenantId; n: string; tenant_hash: string; position: Position; sealed_at: Instant }>;
type SealRow = Readonly<{ place: number; tenant_hash: string; sealed_at: Instant }>;

/** The seals as PostgreSQL keeps them for reads; what writes it is `SealedTail`, in the order of the log. */
export class Seals {
  constructor(private readonly pools: Readonly<{ reader: pg.Pool; writer: pg.Pool }>) {}

  async level(): Promise<Level> {
    const { rows } = await this.pools.writer.query<LevelRow>(LEVEL);
    const ends = rows.map(({ tenant, n, tenant_hash }): [TenantId, TenantEnd] => [
      tenant,
      { n: Number(n), tenantHash: tenant_hash },
    ]);
    return { position: rows[0]?.position ?? null, sealedAt: rows[0]?.sealed_at ?? null, tenants: new Map(ends) };
  }

  /**
   * Adds what follows one place in the log; what others have added meanwhile stays as it is.
   * Errors: throws `SealsEmptied`.
   */
  async add(after: Position | null, sealed: readonly SealedEvent[]): Promise<void> {
    const seals = sealed.map(({ seal }) => seal);
    const columns = [
      sealed.map(({ event }) => event.position),
      seals.map(({ tenant }) => tenant),
      seals.map(({ n }) => n),
      seals.map(({ stream }) => stream),
      seals.map(({ version }) => version),
      seals.map(({ eventId }) => eventId),
      seals.map(({ tenantHash }) => tenantHash),
      seals.map(({ sealedAt }) => sealedAt),
    ];
    const { rows } = await this.pools.writer.query<{ added: boolean }>(ADD, [after, ...columns]);
    if (!rows[0].added) throw new SealsEmptied('the table of seals was emptied while it was filled');
  }

  /** The seal of each event in the order of the events; undefined where there is none yet. */
  async of({ tenant, events }: OfTenant): Promise<readonly (SealOf | undefined)[]> {
    if (events.length === 0) return [];
    const keys: [StreamId[], number[]] = [events.map(({ streamId }) => streamId), events.map(({ version }) => version)];
    const { rows } = await (tenant === undefined
      ? this.pools.writer.query<SealRow>(OF_ANY, keys)
      : this.pools.reader.query<SealRow>(OF_TENANT, [tenant, ...keys]));
    const found = new Map(rows.map((row) => [row.place - 1, { tenantHash: row.tenant_hash, sealedAt: row.sealed_at }]));
    return events.map((_, at) => found.get(at));
  }

  /** What the table says of where a tenant's next event stands, or the one before. */
  async beside(tenant: TenantId, { after, backwards }: Readonly<{ after?: Position; backwards: boolean }>): Promise<Beside> {
    const { rows } = await this.pools.writer.query<Omit<Beside, 'shortOf'> & Readonly<{ short_of: Position | null }>>(BESIDE, [
      tenant,
      after ?? null,
      backwards ? -1 : 1,
    ]);
    const { short_of: shortOf, ...beside } = rows[0];
    return { ...beside, shortOf };
  }
}
