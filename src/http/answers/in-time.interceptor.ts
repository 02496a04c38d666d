import { Inject, Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { timeout, throwError, type Observable } from 'rxjs';
import type { Limits } from '../limits.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problem.js';

type Within = keyof Pick<Limits, 'answerWithin' | 'moveWithin'>;

const WITHIN = 'answers-within';

/** Gives a controller another limit than the usual one. */
export const AnswersWithin = (limit: Within) => SetMetadata(WITHIN, limit);

/**
 * Ends the waiting for an answer that takes too long; what was asked goes on, and a repeat finds what became of it.
 * Fastify's own limit is not used: it stops counting as soon as the body has arrived.
 */
@Injectable()
export class InTimeInterceptor implements NestInterceptor {
  constructor(
    @Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'limits'>,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const which = this.reflector.getAllAndOverride<Within | undefined>(WITHIN, [context.getHandler(), context.getClass()]);
    const first = this.parts.limits[which ?? 'answerWithin'];
    const tooLong = () => new Problem({ code: 'took-too-long', limitSeconds: first / 1000 }, { 'Retry-After': '5' });
    return next.handle().pipe(timeout({ first, with: () => throwError(tooLong) }));
  }
}
