import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Origin } from '../../application/commands/wish.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { OverrideReason } from '../../kernel/messages.js';
import { personTraceIn } from '../../kernel/public-text.js';
import { refuseRequest } from '../problem.js';
import type { InputFault } from '../problems/transport-problems.js';
import { versionIn } from './entity-tag.js';
import { idempotencyKeyIn } from './idempotency-key.js';
import { requireIdentity } from './identified.js';

const REASON = /^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,8}$/;

/**
 * Who wishes something and how a repeat of it is recognised: identity, key, method, path and body of this request.
 * Errors: throws `invalid-input` naming each header that is missing or malformed.
 */
export const CurrentOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin => originOf(context));

function originOf(context: ExecutionContext): Origin {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = idempotencyKeyIn(single(request, 'idempotency-key'));
  const ifMatch = versionIn(single(request, 'if-match'));
  const override = overrideIn(single(request, 'override-reason'));

  if (isFault(key) || isFault(ifMatch) || isFault(override)) {
    const errors = [key, ifMatch, override].filter(isFault);
    return refuseRequest({ code: 'invalid-input', errors });
  }
  const [path] = request.url.split('?', 1);
  const body = canonicalJson(request.body ?? null);
  return { kind: 'request', identity: requireIdentity(context), key, method: request.method, path, body, ifMatch, override };
}

/** Why a supervisor lets a refused command through: a code, since every reason is one. */
function overrideIn(header: string | undefined): OverrideReason | null | InputFault {
  if (header === undefined) return null;
  const isCode = header.length <= 60 && REASON.test(header);
  if (isCode && personTraceIn(header) === null) return header;
  const detail = isCode ? 'holds what points at a person' : 'is not a code';
  return { in: 'header', path: 'Override-Reason', detail, expected: 'lower case, digits, and - between parts' };
}

/** Node joins a header that was sent twice with a comma, which none of these may hold. */
function single(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

const isFault = (value: unknown): value is InputFault => typeof value === 'object' && value !== null;
