import type { Migration } from '../../application/ports/migrations.js';
import { seals } from './migrations/0001-seals.js';

/** What stands in PostgreSQL beside a log on KurrentDB, in order. */
export const migrations: readonly Migration[] = [seals];
