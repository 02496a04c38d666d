import { PostgresCommandClaims } from '../../src/adapters/claims-postgres/command-claims.js';
import { openKeyClaims } from '../../src/adapters/claims-postgres/key-claims.js';
import { openPostgresStore } from '../../src/adapters/event-store-postgres/postgres-event-store.js';
import { commandClaimsContract, keyClaimsContract } from './contract.js';
import { aDatabase, master, type Setting } from './setting.js';

const ageing = (at: Setting, table: string) => async (ms: number) => {
  await at.superuser.query(`update ${table} set at = at - $1 * interval '1 ms'`, [ms]);
};

// Seen to fail when a claim that met another in the table is answered as the first, when the subject, the method, the path or the
// body is left out of what is hashed, when the limit is not compared, when repeats are counted, and when claims are kept 29 days or 31.
commandClaimsContract('PostgreSQL', async () => {
  const at = await aDatabase();
  const claims = new PostgresCommandClaims({ writer: at.pools.writer, master, perClientAndDay: 3 });
  return { claims, perClientAndDay: 3, age: ageing(at, 'vault.command_claim'), end: () => at.end() };
});

// Seen to fail when the exclusion constraint also compares the decision.
keyClaimsContract('PostgreSQL', async () => {
  const at = await aDatabase();
  const log = await openPostgresStore(at.store.connections);
  return {
    claims: await openKeyClaims({ ...at.pools, master }),
    log,
    age: ageing(at, 'store.key_claim'),
    end: async () => {
      await log.close();
      await at.end();
    },
  };
});
