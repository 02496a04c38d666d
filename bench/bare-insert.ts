import pg from 'pg';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from '../src/adapters/event-store-postgres/binary-array.js';

/** One row of the log, as its writer made it: the bare insert neither orders, checks nor links. */
export type BareRow = Readonly<{
  version: number;
  eventId: string;
  commandId: string;
  tenant: string;
  streamId: string;
  type: string;
  hash: Buffer;
  bytes: Buffer;
}>;

const TABLE = `create table bare (like store.es_event including defaults); alter table bare add primary key (position)`;

const INSERT = `insert into bare (position, version, recorded_at, sealed_at, tenant_number, event_id, command_id, decision,
    tenant, stream, type, hash, tenant_hash, bytes)
  select r.position, r.version, now(), now(), r.position, r.event_id, r.command_id, null, r.tenant, r.stream, r.type, r.hash, r.hash, r.bytes
  from unnest($1::bigint[], $2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[])
    r (position, version, event_id, command_id, tenant, stream, type, hash, bytes)`;

/**
 * What the append is measured against: the same rows and columns, the primary key only, the same cap on a batch, one connection,
 * one statement and one commit a batch.
 */
export class BareInsert {
  private queue: { row: BareRow; done: () => void }[] = [];
  private running = false;
  private position = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly cap: number,
  ) {}

  static async open(superuser: pg.ClientConfig, cap: number): Promise<BareInsert> {
    const client = new pg.Client(superuser);
    await client.connect();
    await client.query(`set synchronous_commit to on; ${TABLE}`);
    return new BareInsert(client, cap);
  }

  insert(row: BareRow): Promise<void> {
    return new Promise((done) => {
      this.queue.push({ row, done });
      if (!this.running) void this.run();
    });
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.queue.splice(0, this.cap);
      await this.client.query({ name: 'bare', text: INSERT, values: this.valuesOf(batch.map(({ row }) => row)) });
      for (const { done } of batch) done();
    }
    this.running = false;
  }

  private valuesOf(rows: readonly BareRow[]): Buffer[] {
    return [
      int8Array(rows.map(() => ++this.position)),
      int4Array(rows.map(({ version }) => version)),
      uuidArray(rows.map(({ eventId }) => eventId)),
      uuidArray(rows.map(({ commandId }) => commandId)),
      textArray(rows.map(({ tenant }) => tenant)),
      textArray(rows.map(({ streamId }) => streamId)),
      textArray(rows.map(({ type }) => type)),
      byteaArray(rows.map(({ hash }) => hash)),
      byteaArray(rows.map(({ bytes }) => bytes)),
    ];
  }
}
