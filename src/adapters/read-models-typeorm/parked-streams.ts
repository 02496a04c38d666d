import type pg from 'pg';
import type { StreamKey } from './table.js';

/** A stream that one projection could not fold: at which event, and the name of the fault; never what the event holds. */
export type ParkedStream = StreamKey & Readonly<{ eventId: string; fault: string }>;

/** The streams of one projection that stand still until a fix; their rows stay as they were and are told as stale. */
export class ParkedStreams {
  constructor(
    private readonly pool: pg.Pool,
    private readonly projection: string,
  ) {}

  async all(): Promise<readonly ParkedStream[]> {
    const { rows } = await this.pool.query<ParkedStream>(
      `select tenant, stream_id as "streamId", event_id as "eventId", fault from read.parked_stream
       where projection = $1 order by since, stream_id`,
      [this.projection],
    );
    return rows;
  }

  /** Within the transaction that writes the rows. A stream that is parked already keeps the event at which it was. */
  async set(
    client: pg.ClientBase,
    change: Readonly<{
      parked: readonly Readonly<{ stream: StreamKey; eventId: string; fault: string }>[];
      repaired: readonly StreamKey[];
    }>,
  ): Promise<void> {
    await client.query(
      `delete from read.parked_stream p using unnest($2::text[], $3::text[]) s (tenant, stream_id)
       where p.projection = $1 and p.tenant = s.tenant and p.stream_id = s.stream_id`,
      [this.projection, change.repaired.map(({ tenant }) => tenant), change.repaired.map(({ streamId }) => streamId)],
    );
    for (const { stream, eventId, fault } of change.parked)
      await client.query(
        `insert into read.parked_stream (projection, tenant, stream_id, event_id, fault) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [this.projection, stream.tenant, stream.streamId, eventId, fault],
      );
  }
}
