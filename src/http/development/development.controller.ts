import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { mayNot } from '../../application/permissions.js';
import type { Identity } from '../../application/ports/identity.js';
import type { GaveUp, Moved } from '../../application/time/clock-loop.js';
import type { Instant } from '../../kernel/days.js';
import { AnswersWithin } from '../answers/in-time.interceptor.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { answerOrProblem, Problem } from '../problem.js';
import { CurrentIdentity } from '../requests/identified.js';
import { MoveClockDto } from './development.dto.js';

/** Moves the clock of a simulated store. The module has this controller on no other. */
@AnswersWithin('moveWithin')
@ApiExcludeController()
@Controller('development')
export class DevelopmentController {
  constructor(@Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'clockLoop' | 'clock'>) {}

  /** What time it is. */
  @Get('clock')
  async now(): Promise<Readonly<{ now: Instant }>> {
    return { now: await this.parts.clock.now() };
  }

  /** Moves forward; what falls due on the way happens at its own instant. 503 names what lagged, and the clock stays where it had come. */
  @Post('clock')
  @HttpCode(200)
  move(
    @Body({ schema: MoveClockDto }) { to }: MoveClockDto,
    @CurrentIdentity() identity: Identity,
  ): Promise<Omit<Moved, 'kind'>> {
    return this.moved(identity, (loop) => loop.moveTo(to));
  }

  /** Lets everything happen that is due by now, and waits for quiet. */
  @Post('settle')
  @HttpCode(200)
  settle(@CurrentIdentity() identity: Identity): Promise<Omit<Moved, 'kind'>> {
    return this.moved(identity, (loop) => loop.settle());
  }

  private async moved(
    identity: Identity,
    move: (loop: NonNullable<HttpParts['clockLoop']>) => Promise<Moved | GaveUp>,
  ): Promise<Omit<Moved, 'kind'>> {
    const forbidden = mayNot(identity, 'MoveClock');
    if (forbidden) answerOrProblem(forbidden);
    if (!this.parts.clockLoop) throw new Problem({ code: 'unknown-path' });

    const outcome = await move(this.parts.clockLoop);
    if (outcome.kind === 'lagging') throw new Problem({ code: 'loops-lagging', loops: outcome.loops, now: outcome.now });

    const { kind: _, ...moved } = outcome;
    return moved;
  }
}
