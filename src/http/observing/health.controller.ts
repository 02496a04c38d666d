import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { QueueStanding } from '../../application/ports/follow-ups.js';
import { outOfReach } from '../answers/out-of-reach.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Open } from '../requests/bearer.guard.js';
import { loggedError } from './log.js';
import { loopsNow, type LoopNow } from './loops-now.js';

/** Longer than this, and the store counts as away. Units: milliseconds. */
const PATIENCE = 5_000;

type Ready = Readonly<{
  status: 'ready' | 'failing' | 'not-ready';
  simulated: boolean;
  store: 'answers' | 'silent';
  queue: QueueStanding;
  loops: readonly (Omit<LoopNow, 'parked'> & Readonly<{ parked: number }>)[];
}>;

/** Whether this process lives, and whether it can do its work; for whoever starts and stops it. Counts only, no ids. */
@Open()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'store' | 'loops' | 'queue' | 'log'>) {}

  /** 200 as long as the process answers at all. */
  @Get('live')
  live(): Readonly<{ status: 'live' }> {
    return { status: 'live' };
  }

  /**
   * 200 when the store answers, else 503. What is parked or behind, and a queue that is away, is told and is no reason to be taken out of
   * service; nor is a loop that fails again and again, which is no health either and so has a status of its own.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const { simulated } = this.parts.store;
    const queue = await this.parts.queue.standing();
    try {
      const loops = await inTime(loopsNow(this.parts));
      return {
        status: loops.some(({ failing }) => failing) ? 'failing' : 'ready',
        simulated,
        store: 'answers',
        queue,
        loops: loops.map((loop) => ({ ...loop, parked: loop.parked.length })),
      };
    } catch (error) {
      this.parts.log.error({ error: outOfReach(error) ?? loggedError(error) }, 'the store does not answer');
      reply.status(503);
      return { status: 'not-ready', simulated, store: 'silent', queue, loops: [] };
    }
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
