import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/adapters/embedded-postgres/start.js';
import { migrations } from '../src/adapters/event-store-postgres/migrations.js';
import { openPostgresStore, type PostgresEventStore } from '../src/adapters/event-store-postgres/postgres-event-store.js';
import { UNDATED } from '../src/application/event-bytes.js';
import type { Append } from '../src/application/ports/event-store.js';
import type { StreamId } from '../src/kernel/ids.js';
import { migrate } from '../src/composition/migrate.js';
import { BareInsert, type BareRow } from './bare-insert.js';
import { caughtUp } from './catch-up.js';
import { openCommands, registers } from './commands.js';
import { anAppend, newStream, rateOf, SECONDS, WRITERS } from './load.js';
import { compareOnKurrentDb } from './on-kurrentdb.js';

const AIM = 0.6;
const AIMED_AT = 64;
const CAP = 256;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const STREAM_LENGTHS = [20, 1000];

const A_HASH = randomBytes(32);

/** One writer's place: short streams end and a new one begins; long ones begin long. */
type Place = { streamId: StreamId; version: number };

async function placesOf(store: PostgresEventStore, writers: number, length: number): Promise<Place[]> {
  const places = Array.from({ length: writers }, () => ({ streamId: newStream(), version: 0 }));
  if (length < 1000) return places;
  for (const place of places)
    for (; place.version < length; place.version += 100) await store.append(anAppend(place.streamId, place.version, 100));
  return places;
}

type Compared = Readonly<{ ratio: number; appends: number }>;

async function compare(bench: Bench, writers: number, length: number): Promise<Compared> {
  const { store, bare, checkpoint } = bench;
  const places = await placesOf(store, writers, length);
  const real = async (index: number): Promise<void> => {
    const place = places[index];
    if (length < 1000 && place.version >= length) Object.assign(place, { streamId: newStream(), version: 0 });
    const outcome = await store.append(anAppend(place.streamId, place.version));
    if (outcome.kind !== 'stored') throw new Error(`an append was answered ${outcome.kind}`);
    place.version = outcome.version;
  };
  const insert = (index: number): Promise<void> => bare.insert(bareRow(anAppend(places[index].streamId, places[index].version)));

  let best = { real: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    await checkpoint();
    const bareRate = await rateOf(writers, insert);
    await checkpoint();
    const realRate = await rateOf(writers, real);
    best = { real: Math.max(best.real, realRate), bare: Math.max(best.bare, bareRate) };
  }
  const ratio = best.real / best.bare;
  const figures = [writers, length, Math.round(best.bare), Math.round(best.real), ratio.toFixed(2)];
  console.log(figures.map((figure) => String(figure).padStart(9)).join(''));
  return { ratio, appends: best.real };
}

/** What any client would do to insert the same event: write it as JSON. It checks, orders and links nothing. */
function bareRow({
  tenant,
  streamId,
  expectedVersion: version,
  commandId,
  correlationId,
  causationId,
  actor,
  events,
}: Append): BareRow {
  const [{ eventId, type, schemaVersion, occurredOn, data }] = events;
  const fields = [
    tenant,
    streamId,
    version,
    eventId,
    type,
    schemaVersion,
    occurredOn,
    UNDATED,
    actor,
    commandId,
    correlationId,
    causationId,
    data,
    null,
    [],
  ];
  return { version, eventId, commandId, tenant, streamId, type, hash: A_HASH, bytes: Buffer.from(JSON.stringify(fields)) };
}

/** Commands a second through the application, beside the appends that the log alone takes from as many writers. */
async function compareCommands(server: EmbeddedPostgres, home: string, appends: ReadonlyMap<number, number>): Promise<void> {
  console.log('commands a second through the application, a new candidate each');
  console.log(['at once', 'appends', 'commands', 'ratio'].map((title) => title.padStart(9)).join(''));
  const engine = await openCommands(server, home);
  for (const writers of WRITERS) {
    const rate = await rateOf(writers, () => registers(engine));
    const append = appends.get(writers) ?? NaN;
    const figures = [writers, Math.round(append), Math.round(rate), (rate / append).toFixed(2)];
    console.log(figures.map((figure) => String(figure).padStart(9)).join(''));
  }
  await engine.stop();
}

/** How fast a subscription is level with the log that was just written. */
async function compareCatchUp(superuser: pg.ClientConfig, store: PostgresEventStore): Promise<void> {
  const admin = new pg.Client(superuser);
  await admin.connect();
  const { bare, store: rate, events } = await caughtUp(store, admin);
  await admin.end();
  console.log(
    `catching up with ${events} events: ${Math.round(rate)} a second, bare rows ${Math.round(bare)}, ratio ${(rate / bare).toFixed(2)}`,
  );
}

type Bench = Readonly<{ store: PostgresEventStore; bare: BareInsert; checkpoint(): Promise<void> }>;

async function openBench(server: EmbeddedPostgres, admin: pg.Client): Promise<Bench> {
  await migrate({ ...server.superuser, database: server.connections.owner.database }, { simulated: false, migrations });
  const { rows } = await admin.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  console.log(`PostgreSQL with fsync ${rows[0].fsync}, synchronous_commit ${rows[0].commit}`);
  const bare = await BareInsert.open({ ...server.superuser, database: server.connections.owner.database }, CAP);
  const store = await openPostgresStore(server.connections, { batchAppends: CAP, listen: false });
  return { store, bare, checkpoint: async () => void (await admin.query('checkpoint')) };
}

type All = Readonly<{ reached: boolean; appends: ReadonlyMap<number, number> }>;

/** Every combination; answers whether the aim was reached wherever it applies, and the best appends a second by writers. */
async function compareAll(bench: Bench): Promise<All> {
  console.log(`appends a second, best of ${ROUNDS} rounds of ${SECONDS} s, one event an append`);
  console.log(['writers', 'stream', 'bare', 'store', 'ratio'].map((title) => title.padStart(9)).join(''));
  const missed: number[] = [];
  const best = new Map<number, number>();
  for (const length of STREAM_LENGTHS)
    for (const writers of WRITERS) {
      const { ratio, appends } = await compare(bench, writers, length);
      best.set(writers, Math.max(appends, best.get(writers) ?? 0));
      if (writers === AIMED_AT && ratio < AIM) missed.push(length);
    }
  const verdict = missed.length === 0 ? 'is reached' : `is missed on streams of ${missed.join(' and ')}`;
  console.log(`the aim of ${AIM} at ${AIMED_AT} writers ${verdict}`);
  return { reached: missed.length === 0, appends: best };
}

async function main(): Promise<boolean> {
  const home = fs.mkdtempSync(path.join('/var/tmp', 'trajectlijn-bench-'));
  fs.chmodSync(home, 0o755);
  const server = await startEmbeddedPostgres({ folder: home });
  const admin = new pg.Client(server.superuser);
  try {
    if (process.env.KURRENTDB_URL) return await compareOnKurrentDb(process.env.KURRENTDB_URL, server, home);
    await admin.connect();
    const bench = await openBench(server, admin);
    const { reached, appends } = await compareAll(bench);
    await compareCatchUp({ ...server.superuser, database: server.connections.owner.database }, bench.store);
    await bench.store.close();
    await bench.bare.close();
    await compareCommands(server, home, appends);
    return reached;
  } finally {
    await admin.end();
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

process.exitCode = (await main()) ? 0 : 1;
