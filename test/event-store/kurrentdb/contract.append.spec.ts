import { eventStoreContract } from '../contract.js';
import { CREDENTIALS } from './clients.js';
import { kurrentDbStores } from './store-on-kurrentdb.js';

eventStoreContract('KurrentDB by append', kurrentDbStores(CREDENTIALS));
