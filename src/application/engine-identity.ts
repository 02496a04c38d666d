import type { TenantId } from '../kernel/ids.js';
import type { Identity } from './ports/identity.js';

/** The engine acts in its own name, in the tenant whose log it is. */
export const engineOf = (tenant: TenantId): Identity => ({
  tenant,
  organisation: 'trajectlijn',
  role: 'system',
  subject: 'trajectlijn',
  client: 'trajectlijn',
  onBehalfOf: null,
});
