import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadAppend } from '../../application/ports/event-store.js';
import { CannotUnwrap } from '../../application/ports/master-key.js';
import { SealBroken } from '../../application/ports/person-vault.js';
import type { Limits } from '../limits.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { rememberCause } from '../observing/request-log.js';
import { Problem } from '../problem.js';
import { outOfReach } from './out-of-reach.js';
import { ROUTES, type Routes } from './routes.js';
import { sendProblem } from './send-problem.js';

/** How long to wait before trying again. Units: seconds. */
const RETRY = { 'Retry-After': '5' };

/** Turns whatever was thrown on the way into a problem; what nobody foresaw is logged, and told without its message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'log' | 'limits'>,
    @Inject(ROUTES) private readonly routes: Routes,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem =
      foreseen(thrown) ??
      this.fromFramework(thrown, request) ??
      away(thrown, request) ??
      this.damaged(thrown, request) ??
      this.unforeseen(thrown, request);

    sendProblem(problem, request, host.switchToHttp().getResponse<FastifyReply>());
  }

  private fromFramework(thrown: unknown, request: FastifyRequest): Problem | undefined {
    const problem = problemOfCode(codeOf(thrown), this.parts.limits);
    if (problem) return problem;
    return thrown instanceof HttpException && thrown.getStatus() === 404 ? this.nothingThere(request) : undefined;
  }

  private nothingThere({ method, url }: FastifyRequest): Problem {
    const allowed = this.routes.methodsAt(url);
    if (allowed.length === 0 || allowed.includes(method)) return new Problem({ code: 'unknown-path' });
    return new Problem({ code: 'method-not-allowed', allowed }, { Allow: allowed.join(', ') });
  }

  /** An operator must know of it, and which event it is; the reader is told that there is something. */
  private damaged(thrown: unknown, { id: requestId }: FastifyRequest): Problem | undefined {
    if (!(thrown instanceof SealBroken || thrown instanceof CannotUnwrap)) return undefined;
    const event = thrown instanceof SealBroken ? thrown.eventId : null;
    this.parts.log.error({ requestId, event, error: thrown }, 'sealed words are damaged');
    return new Problem({ code: 'words-damaged' });
  }

  private unforeseen(error: unknown, { id: requestId }: FastifyRequest): Problem {
    this.parts.log.error({ requestId, error }, 'unexpected');
    return new Problem({ code: 'unexpected' });
  }
}

function foreseen(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  return thrown instanceof BadAppend ? new Problem({ code: 'cannot-be-stored' }) : undefined;
}

/** The database is away or takes no work: the line of the request says so, once, and the next one may be answered. */
function away(thrown: unknown, request: FastifyRequest): Problem | undefined {
  const cause = outOfReach(thrown);
  if (!cause) return undefined;
  rememberCause(request, cause);
  return new Problem({ code: 'unavailable' }, RETRY);
}

/** The codes that Fastify gives what it refuses itself. */
function problemOfCode(code: string | undefined, { bodyBytes }: Limits): Problem | undefined {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem({ code: 'body-too-large', limitBytes: bodyBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(
        { code: 'unsupported-media-type', expected: 'application/json' },
        {
          Accept: 'application/json',
        },
      );
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem({ code: 'malformed-request' });
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem({ code: 'unknown-path' });
    default:
      return undefined;
  }
}

/** Nest wraps what Fastify threw. */
function codeOf(thrown: unknown): string | undefined {
  const inner = thrown instanceof HttpException ? thrown.cause : thrown;
  const code = inner instanceof Error ? (inner as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
}
