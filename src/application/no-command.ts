import type { CommandId } from '../kernel/ids.js';

/** Trying needs an id for what would be made; nothing of it is ever stored. */
export const NO_COMMAND = '00000000-0000-8000-8000-000000000000' as CommandId;
