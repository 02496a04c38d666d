import type { Migration } from '../../application/ports/migrations.js';
import { log } from './migrations/0001-log.js';
import { keyClaims } from './migrations/0002-key-claims.js';
import { append } from './migrations/0003-append.js';

/** The schema `store`, in order. */
export const migrations: readonly Migration[] = [log, keyClaims, append];
