import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { BEGINNING } from '../event-store/store-under-test.js';
import { Age } from '../harness/age.js';
import { MemoryCommandClaims, MemoryKeyClaims } from '../harness/memory-claims.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { commandClaimsContract, keyClaimsContract } from './contract.js';

commandClaimsContract('memory', () => {
  const age = new Age();
  const claims = new MemoryCommandClaims(age, 3);
  return Promise.resolve({
    claims,
    perClientAndDay: 3,
    age: (ms) => Promise.resolve(age.pass(ms)),
    end: () => Promise.resolve(),
  });
});

keyClaimsContract('memory', () => {
  const age = new Age();
  const claims: MemoryKeyClaims = new MemoryKeyClaims((event) => log.holdsDecision(event), age);
  const log = new MemoryEventStore({
    clock: new MemoryClock(BEGINNING),
    claimed: (tenant, decision) => claims.claimed(tenant, decision),
  });
  return Promise.resolve({ claims, log, age: (ms) => Promise.resolve(age.pass(ms)), end: () => log.close() });
});
