import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Identity } from '../../application/ports/identity.js';

const identities = new WeakMap<object, Identity>();

/** Remembers for the rest of a request who sent it. */
export function rememberIdentity(request: object, identity: Identity): void {
  identities.set(request, identity);
}

/** Who sent a request; undefined where nobody was asked or identified. */
export const identityOf = (request: object): Identity | undefined => identities.get(request);

/** Who sent this request. Errors: throws where the route asks for no token, which is a fault of the route. */
export function requireIdentity(context: ExecutionContext): Identity {
  const identity = identityOf(context.switchToHttp().getRequest<object>());
  if (!identity) throw new Error('a route without a token has no identity');
  return identity;
}

/** The identity behind the token, as a parameter of a handler. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  requireIdentity(context),
);
