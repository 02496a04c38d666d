import { StoreUnavailable } from '../../src/application/ports/event-store.js';
import { anAppend, newId } from './appends.js';
import { appending } from './contract/appending.js';
import { links } from './contract/links.js';
import { model } from './contract/model.js';
import { reading } from './contract/reading.js';
import { subscribing, waking } from './contract/subscribing.js';
import type { MakeStore, StoreUnderTest } from './store-under-test.js';

/**
 * Registers what every event store must do, whatever it stores in: each sentence of the port, and of the pages on the store that
 * names no product. Positions are opaque here, events may be sealed after they are acknowledged, and instants grow per stream.
 */
export function eventStoreContract(name: string, make: MakeStore): void {
  describe(`the event store contract, on ${name}`, () => {
    let its: StoreUnderTest;
    beforeAll(async () => {
      its = await make();
    });
    afterAll(() => its.end());

    describe('an empty store', () => {
      it('has no events, no last position, and an id', async () => {
        expect(await its.store.readAll({ limit: 10 })).toEqual([]);
        expect(await its.store.lastPosition()).toBeNull();
        expect(its.store.storeId).toMatch(/^[0-9a-f-]{36}$/);
        expect(its.store.simulated).toBe(true);
      });
    });

    describe('appending', () => appending(() => its));
    describe('reading', () => reading(() => its));
    describe('dates, links and seals', () => links(() => its));
    describe('any history', () => model(() => its));
  });

  describe(`a subscription, on ${name}`, () => {
    subscribing(make);
    waking(make);
  });

  describe(`a store that ends, on ${name}`, () => {
    it('answers closed to every append when it was closed for copying, and is still read', async () => {
      const its = await make();
      const append = anAppend();
      await its.store.append(append);
      await its.closeForCopying();

      expect(await its.store.append(anAppend())).toEqual({ kind: 'closed' });
      expect(await its.store.append({ ...append, commandId: newId(), expectedVersion: 1 })).toEqual({ kind: 'closed' });
      expect(await its.store.readAll({ limit: 10 })).toHaveLength(1);
      await its.end();
    });

    it('takes no more appends when it is shut down, and says that nothing was stored', async () => {
      const its = await make();
      await its.store.close();
      await expect(its.store.append(anAppend())).rejects.toBeInstanceOf(StoreUnavailable);
      await its.end();
    });
  });
}
