import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';
import { Open } from '../requests/bearer.guard.js';
import { METRICS, type Metrics } from './metrics.js';

/** Figures for a monitor on the same machine; from anywhere else there is nothing at this address. */
@Open()
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  /** Everything in the format of Prometheus. */
  @Get()
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isFromHere(request)) throw new Problem({ code: 'unknown-path' });

    const { type, text } = await this.metrics.text();
    reply.header('Content-Type', type);
    return text;
  }
}

/** Over the loopback and not passed on by a proxy, behind which the whole world would look like this machine. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./.test(address);
  return isLoopback && headers.forwarded === undefined && headers['x-forwarded-for'] === undefined;
}
