import { eventStoreContract } from '../contract.js';
import { REAL_SERVER } from './server-under-test.js';
import { kurrentDbStores } from './store-on-kurrentdb.js';

const calls = new Set<string>();
const makeStore = kurrentDbStores(undefined, ({ call }) => calls.add(call));

eventStoreContract('KurrentDB by batchAppend', makeStore);

if (!REAL_SERVER)
  it('the contract was held by that call and no other', () => {
    expect([...calls]).toEqual(['batchAppend']);
  });
