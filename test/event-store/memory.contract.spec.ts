import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { MemoryClock } from '../harness/memory-clock.js';
import { eventStoreContract } from './contract.js';
import { BEGINNING, type MakeStore } from './store-under-test.js';

const makeMemoryStore: MakeStore = ({ wakeOnly = false } = {}) => {
  const clock = new MemoryClock(BEGINNING);
  const claimed = new Map<string, number>();
  const store = new MemoryEventStore({ clock, claimed: (_, decision) => claimed.get(decision) ?? 0, notifies: !wakeOnly });

  return Promise.resolve({
    store,
    clock,
    claimKeys: (_, decision, keys) => Promise.resolve(void claimed.set(decision, keys)),
    closeForCopying: () => Promise.resolve(store.closeForCopying()),
    sealed: () => Promise.resolve(),
    end: () => store.close(),
  });
};

eventStoreContract('memory', makeMemoryStore);
