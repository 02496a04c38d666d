import { eventStoreContract } from '../contract.js';
import { kurrentDbStores } from './store-on-kurrentdb.js';

eventStoreContract('KurrentDB by batchAppend', kurrentDbStores());
