import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { BEGINNING } from '../event-store/store-under-test.js';
import { Age } from '../harness/age.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { MemoryPersonVault } from '../harness/memory-person-vault.js';
import { personVaultContract } from './contract.js';

personVaultContract('memory', () => {
  const age = new Age();
  const log = new MemoryEventStore({ clock: new MemoryClock(BEGINNING) });
  const vault = new MemoryPersonVault(log, age);
  return Promise.resolve({ vault, log, age: (ms) => Promise.resolve(age.pass(ms)), end: () => log.close() });
});
