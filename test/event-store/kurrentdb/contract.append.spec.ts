import { eventStoreContract } from '../contract.js';
import { CREDENTIALS } from './clients.js';
import { REAL_SERVER } from './server-under-test.js';
import { kurrentDbStores } from './store-on-kurrentdb.js';

const calls = new Set<string>();
const makeStore = kurrentDbStores(CREDENTIALS, ({ call }) => calls.add(call));

eventStoreContract('KurrentDB by append', makeStore);

if (!REAL_SERVER)
  it('the contract was held by that call and no other', () => {
    expect([...calls]).toEqual(['append']);
  });
