import type pg from 'pg';
import { eventIn } from '../../application/event-bytes.js';
import type { CopyableLog, EventMark, LoggedEvent, LogPlace } from '../../application/ports/copying.js';
import type { Position } from '../../application/ports/event-store.js';
import type { Instant } from '../../kernel/days.js';
import { byteaArray, textArray, uuidArray } from './binary-array.js';
import { positionOf, rowOf } from './positions.js';

/** The name of the log in PostgreSQL among the marks. */
export const POSTGRESQL_LOG = 'postgresql';

/** How many events an append may have at most. */
const MOST_EVENTS = 100;

const AFTER = `select e.position, e.stream, e.command_id, e.bytes, e.hash, e.tenant_number, e.tenant_hash, store.instant_text(e.sealed_at) as sealed_at, e.decision
  from store.es_event e where e.position > $1 order by e.position limit $2`;

type Row = Readonly<{
  position: string;
  stream: string;
  command_id: string;
  bytes: Buffer;
  hash: Buffer;
  tenant_number: string;
  tenant_hash: Buffer;
  sealed_at: Instant;
  decision: string | null;
}>;

/** The log in PostgreSQL as the copier reads and fills it. As positions have no gaps, they count the events. */
export class PostgresCopyableLog implements CopyableLog {
  readonly name = POSTGRESQL_LOG;

  constructor(private readonly copier: Pick<pg.Pool, 'query'>) {}

  /** A database is one store's from its migration on. */
  begin(): Promise<void> {
    return Promise.resolve();
  }

  async count(): Promise<number> {
    return Number(await this.end());
  }

  async last(): Promise<EventMark | null> {
    const [row] = await this.rows(Number(await this.end()) - 1, 1);
    if (!row) return null;
    const { streamId, version } = eventIn(row.bytes);
    return { streamId, version, hash: row.hash };
  }

  async placeOf({ streamId, version, hash }: EventMark): Promise<LogPlace | null> {
    const { rows } = await this.copier.query<Pick<Row, 'position' | 'hash'>>(
      'select position, hash from store.es_event where stream = $1 and version = $2',
      [streamId, version],
    );
    if (!rows[0]?.hash.equals(hash)) return null;
    return { position: positionOf(rows[0].position), events: Number(rows[0].position) };
  }

  async after(position: Position | null, limit: number): Promise<readonly LoggedEvent[]> {
    const rows = await this.rows(position === null ? 0 : rowOf(position), limit + MOST_EVENTS);
    return rows.slice(0, wholeWithin(rows, limit)).map(loggedEvent);
  }

  /** One call, one commit. Errors: PostgreSQL's, when the events do not follow from what is there. */
  async take(events: readonly LoggedEvent[]): Promise<void> {
    await this.copier.query('select store.copy_in($1::bytea[], $2::bytea[], $3::bytea[], $4::text[], $5::uuid[])', [
      byteaArray(events.map(({ bytes }) => bytes)),
      byteaArray(events.map(({ hash }) => hash)),
      byteaArray(events.map(({ seal }) => seal.hash)),
      textArray(events.map(({ seal }) => seal.at)),
      uuidArray(events.map(({ decision }) => decision)),
    ]);
  }

  settled(): Promise<void> {
    return Promise.resolve(); // the seal is made in the append itself
  }

  private async end(): Promise<string> {
    const { rows } = await this.copier.query<{ last: string }>('select coalesce(max(position), 0) as last from store.es_event');
    return rows[0].last;
  }

  private async rows(after: number, limit: number): Promise<readonly Row[]> {
    return (await this.copier.query<Row>({ name: 'logged-after', text: AFTER, values: [after, limit] })).rows;
  }
}

/** How many of these rows make whole appends, at least so many unless there are fewer. */
function wholeWithin(rows: readonly Row[], limit: number): number {
  let count = Math.min(limit, rows.length);
  const isOfSame = (row: Row, other: Row): boolean => row.stream === other.stream && row.command_id === other.command_id;
  while (count > 0 && count < rows.length && isOfSame(rows[count - 1], rows[count])) count += 1;
  return count;
}

function loggedEvent({ position, bytes, hash, tenant_number, tenant_hash, sealed_at, decision }: Row): LoggedEvent {
  const seal = { n: Number(tenant_number), hash: tenant_hash, at: sealed_at };
  return { position: positionOf(position), bytes, hash, seal, decision };
}
