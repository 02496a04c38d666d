import { migrations as claims } from '../adapters/claims-postgres/migrations.js';
import { migrations as kurrentDb } from '../adapters/event-store-kurrentdb/migrations.js';
import { migrations as eventStore } from '../adapters/event-store-postgres/migrations.js';
import { migrations as personVault } from '../adapters/person-vault/migrations.js';
import { migrations as readModels } from '../adapters/read-models-typeorm/migrations.js';
import { migrations as reactions } from '../adapters/reactions-postgres/migrations.js';
import type { Migration } from '../application/ports/migrations.js';

/** Every numbered schema change, adapter by adapter; BullMQ keeps its own count. */
export const MIGRATIONS: readonly Migration[] = [
  ...eventStore,
  ...kurrentDb,
  ...personVault,
  ...claims,
  ...readModels,
  ...reactions,
];
