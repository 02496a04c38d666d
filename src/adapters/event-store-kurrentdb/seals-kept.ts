import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import type { Seal } from './seal.js';

type Row = Readonly<{ position: Position }> & Omit<Seal, 'n'> & Readonly<{ n: string }>;

/** An event with the seal that stands in the log. */
export type SealedAt = Readonly<{ position: Position; seal: Seal }>;

const ALL = 'select count(*)::integer as count, max(position) as level from kurrentdb.seal';

const AT = `select position, tenant, n, stream, version, event_id as "eventId", encode(tenant_hash, 'hex') as "tenantHash", sealed_at as "sealedAt"
  from kurrentdb.seal where position = any($1)`;

/**
 * Holds the copy of the seals in PostgreSQL, from which streams are read, against the streams of seals: up to where it reached at the
 * beginning it has each seal, and no other.
 */
export class SealsKept {
  private found = 0;

  private constructor(
    private readonly database: Pick<pg.ClientBase, 'query'>,
    private readonly count: number,
    private readonly level: Position | null,
  ) {}

  static async in(database: Pick<pg.ClientBase, 'query'>): Promise<SealsKept> {
    const { rows } = await database.query<{ count: number; level: Position | null }>(ALL);
    return new SealsKept(database, rows[0].count, rows[0].level);
  }

  /** The first of these that the copy says otherwise or lacks; undefined when there is none. */
  async otherIn(sealed: readonly SealedAt[]): Promise<SealedAt | undefined> {
    const due = sealed.filter(({ position }) => this.level !== null && position <= this.level);
    if (due.length === 0) return undefined;
    const { rows } = await this.database.query<Row>(AT, [due.map(({ position }) => position)]);
    this.found += rows.length;
    const kept = new Map(rows.map((row) => [row.position, row]));
    return due.find(({ position, seal }) => !saysTheSame(kept.get(position), seal));
  }

  /** How many the copy has of which the log knows nothing, once all of the log was seen. */
  get more(): number {
    return this.count - this.found;
  }
}

const MEMBERS = ['tenant', 'stream', 'version', 'eventId', 'tenantHash', 'sealedAt'] as const;

const saysTheSame = (row: Row | undefined, seal: Seal): boolean =>
  row !== undefined && Number(row.n) === seal.n && MEMBERS.every((name) => row[name] === seal[name]);
