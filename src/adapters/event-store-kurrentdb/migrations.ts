import type { Migration } from '../../application/ports/migrations.js';
import { seals } from './migrations/0001-seals.js';
import { logHome } from './migrations/0003-log-home.js';
import { sweepsOfOneLog } from './migrations/0004-sweeps-of-one-log.js';
import { keyClaims } from './migrations/0002-key-claims.js';

/** What stands in PostgreSQL beside a log on KurrentDB, in order. */
export const migrations: readonly Migration[] = [seals, keyClaims, logHome, sweepsOfOneLog];
