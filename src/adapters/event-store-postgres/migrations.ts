import type { Migration } from '../../application/ports/migrations.js';
import { log } from './migrations/0001-log.js';
import { keyClaims } from './migrations/0002-key-claims.js';
import { clock } from './migrations/0003-clock.js';
import { append } from './migrations/0004-append.js';
import { lookUp } from './migrations/0005-look-up.js';
import { giveUpKeyClaims } from './migrations/0006-give-up-key-claims.js';
import { tenantsApart } from './migrations/0007-tenants-apart.js';
import { copying } from './migrations/0008-copying.js';
import { copiedWhere } from './migrations/0009-copied-where.js';

/** The schema `store`, in order. */
export const migrations: readonly Migration[] = [
  log,
  keyClaims,
  clock,
  append,
  lookUp,
  giveUpKeyClaims,
  tenantsApart,
  copying,
  copiedWhere,
];
