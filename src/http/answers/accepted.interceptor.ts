import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Accepted } from '../../application/commands/accepted.js';
import type { Refused } from '../../application/refusals.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { answerOrProblem } from '../problem.js';
import { entityTagOf } from '../requests/entity-tag.js';
import { requireIdentity } from '../requests/identified.js';
import { addressOf } from './addresses.js';

/** What a command that was accepted answers; a repeat answers the same. */
export type AcceptedAnswer = Readonly<{ id?: string; version: number; position: string }>;

/**
 * Answers a command: 201 when it created something, with `Location` where that can be read, else 200.
 * `ETag` is the version after it; the position leaves only as a token of the tenant.
 */
@Injectable()
export class AcceptedInterceptor implements NestInterceptor<Accepted | Refused, AcceptedAnswer> {
  constructor(@Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'tokens'>) {}

  intercept(context: ExecutionContext, next: CallHandler<Accepted | Refused>): Observable<AcceptedAnswer> {
    return next.handle().pipe(map((outcome) => this.answer(answerOrProblem<Accepted>(outcome), context)));
  }

  private answer({ id, streamId, version, position }: Accepted, context: ExecutionContext): AcceptedAnswer {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const token = this.parts.tokens.ofPosition(requireIdentity(context).tenant, position);

    reply.header('ETag', entityTagOf(version)).status(id === null ? 200 : 201);
    if (id !== null) reply.header('Location', addressOf(streamId));
    return { ...(id !== null && { id }), version, position: token };
  }
}
