import type pg from 'pg';
import type { Poison } from '../../read-models/projection.js';
import type { StreamKey } from './table.js';

/** A stream that one projection could not fold: at which event, and the name of the fault; never what the event holds. */
export type ParkedStream = StreamKey & Readonly<{ eventId: string; fault: string }>;

/** The streams of one projection that stand still until a fix; their rows are those from before it and are told as stale. */
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

  /**
   * Says within the transaction that writes the rows which of these streams are parked now; the others of them are not, or no longer.
   * `since` stays while it is the same event.
   */
  async set(
    client: pg.ClientBase,
    { streams, parked }: Readonly<{ streams: readonly StreamKey[]; parked: readonly (Poison & { stream: StreamKey })[] }>,
  ): Promise<void> {
    await client.query(
      `delete from read.parked_stream p using unnest($2::text[], $3::text[]) s (tenant, stream_id)
       where p.projection = $1 and p.tenant = s.tenant and p.stream_id = s.stream_id and p.event_id <> all ($4::uuid[])`,
      [this.projection, ...columnsOf(streams), parked.map(({ eventId }) => eventId)],
    );
    if (parked.length === 0) return;
    await client.query(
      `insert into read.parked_stream (projection, tenant, stream_id, event_id, fault)
       select $1, * from unnest($2::text[], $3::text[], $4::uuid[], $5::text[])
       on conflict (projection, tenant, stream_id) do update set fault = excluded.fault`,
      [
        this.projection,
        ...columnsOf(parked.map(({ stream }) => stream)),
        parked.map(({ eventId }) => eventId),
        parked.map(({ fault }) => fault),
      ],
    );
  }
}

const columnsOf = (streams: readonly StreamKey[]): [tenants: string[], streamIds: string[]] => [
  streams.map(({ tenant }) => tenant),
  streams.map(({ streamId }) => streamId),
];
