import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Identity } from '../../application/ports/identity.js';
import type { OutOfReach } from '../answers/out-of-reach.js';
import { identityOf } from '../requests/identified.js';
import { traceIdOf } from './correlation.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const codes = new WeakMap<object, string>();
const causes = new WeakMap<object, OutOfReach>();

/** Remembers with which code a request was refused, for its line in the log. */
export function rememberCode(request: object, code: string): void {
  codes.set(request, code);
}

/** Remembers why the database did not answer a request, for the same line. */
export function rememberCause(request: object, cause: OutOfReach): void {
  causes.set(request, cause);
}

/** The template of the route that answered, never the address itself: a client may put anything into that. */
export const templateOf = ({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): string => routeOptions.url ?? 'unknown';

/** Who publishes what is shipped when a server starts, which says so in words of its own. */
export const AT_START = 'npm-start';

/** What the start itself asks is no news to who reads its lines, unless it fails. */
function levelOf(status: number, identity: Identity | undefined): 'error' | 'info' | 'debug' {
  if (status >= 500) return 'error';
  return identity?.subject === AT_START ? 'debug' : 'info';
}

/** One line for a request that was answered: ids and codes only, no body, no query, no header but the ids for correlation. */
export function logAnswered(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const identity = identityOf(request);
  const line = {
    requestId: request.id,
    traceId: traceIdOf(request),
    method: request.method,
    route: templateOf(request),
    ids: idsIn(request.params),
    status: reply.statusCode,
    problem: codes.get(request),
    cause: causes.get(request),
    milliseconds: Math.round(reply.elapsedTime),
    ...(identity && {
      tenant: identity.tenant,
      organisation: identity.organisation,
      role: identity.role,
      subject: identity.subject,
      client: identity.client,
    }),
  };
  log[levelOf(reply.statusCode, identity)](line, 'answered');
}

function idsIn(params: unknown): Readonly<Record<string, string>> | undefined {
  const ids = Object.entries((params ?? {}) as Record<string, string>).filter(([, value]) => UUID.test(value));
  return ids.length > 0 ? Object.fromEntries(ids) : undefined;
}
