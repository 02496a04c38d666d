import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { BEGINNING } from '../event-store/store-under-test.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { personVaultContract } from './contract.js';
import { aVault } from './setting.js';

personVaultContract('PostgreSQL', async () => {
  const at = await aVault();
  const log = new MemoryEventStore({ clock: new MemoryClock(BEGINNING) });
  return {
    vault: at.with({ log }),
    log,
    age: async (ms) => {
      await at.superuser.query('update vault.sealed_part set at = at - $1 * interval $$1 ms$$', [ms]);
    },
    end: async () => {
      await log.close();
      await at.end();
    },
  };
});
