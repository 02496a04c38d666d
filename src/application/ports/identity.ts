import type { TenantId } from '../../kernel/ids.js';
import type { Role } from '../../kernel/messages.js';

/** Who asks: what every permission, event and access-log row rests on. Opaque ids only, never a name. */
export type Identity = Readonly<{
  tenant: TenantId;
  organisation: string;
  role: Role;
  subject: string;
  /** The system that sent the request; idempotency keys are its own. */
  client: string;
  /** The person for whom `subject` acts, null when for nobody but itself. */
  onBehalfOf: string | null;
}>;

/** `token-expired` is told apart so that a client may fetch a new one; everything else is the same to the outside. */
export type CannotIdentify = Readonly<{ code: 'token-invalid' | 'token-expired' }>;

export type Identified =
  Readonly<{ kind: 'identified'; identity: Identity }> | Readonly<{ kind: 'refused'; refused: CannotIdentify }>;

/** Tells who sent a bearer token; the only place where a token is trusted. */
export interface IdentityGuard {
  /** `token` is the text after `Bearer `. Never throws for what a client can send. */
  identify(token: string): Promise<Identified>;
}
