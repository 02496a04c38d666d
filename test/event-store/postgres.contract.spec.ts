import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { PostgresSimulatedClock } from '../../src/adapters/event-store-postgres/clock.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import type { Append } from '../../src/application/ports/event-store.js';
import { freshPostgresStore } from '../harness/postgres-store.js';
import { eventStoreContract } from './contract.js';
import { BEGINNING, type MakeStore } from './store-under-test.js';

const makePostgresStore: MakeStore = async ({ wakeOnly = false } = {}) => {
  const { connections, drop } = await freshPostgresStore({ simulated: true });
  const writer = new pg.Pool({ ...connections.writer, max: 2 });
  const owner = new pg.Pool({ ...connections.owner, max: 1 });
  for (const pool of [writer, owner]) pool.on('error', () => undefined);
  const clock = new PostgresSimulatedClock(writer);
  await clock.moveTo(BEGINNING);
  const store = await openPostgresStore(connections, wakeOnly ? { listen: false, pollMs: 600_000 } : {});

  return {
    store,
    clock,
    claimKeys: async ({ tenant, streamId, expectedVersion }: Append, decision, keys) => {
      const values = [tenant, streamId, expectedVersion, decision, keys, randomBytes(8)];
      await writer.query(
        `insert into store.key_claim (tenant, kind, key, holder, decision, stream, expected_version)
         select $1, 'reference', $6::bytea || int4send(n), 'holder', $4, $2, $3 from generate_series(1, $5::int) n`,
        values,
      );
    },
    closeForCopying: async () => void (await owner.query('insert into store.closing_mark default values')),
    sealed: () => Promise.resolve(),
    end: async () => {
      await store.close();
      await Promise.all([writer.end(), owner.end()]);
      await drop();
    },
  };
};

eventStoreContract('PostgreSQL', makePostgresStore);
