import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { CannotIdentify } from '../../application/ports/identity.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problem.js';
import { rememberIdentity } from './identified.js';

const OPEN = 'open-without-a-token';
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** Marks what may be read without a token: health and the description of the API. */
export const Open = () => SetMetadata(OPEN, true);

/** Lets a request through when its token says who sent it; everything else about permission is decided by the application. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    @Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'identityGuard'>,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw challenge('token-missing');

    const identified = await this.parts.identityGuard.identify(token);
    if (identified.kind === 'refused') throw challenge(identified.refused.code);

    rememberIdentity(request, identified.identity);
    return true;
  }
}

/** Source: RFC 6750, section 3: a request without a token gets the challenge alone. */
function challenge(code: CannotIdentify['code'] | 'token-missing'): Problem {
  const error = code === 'token-missing' ? '' : `, error="invalid_token", error_description="${code}"`;
  return new Problem({ code }, { 'WWW-Authenticate': `Bearer realm="trajectlijn"${error}` });
}
