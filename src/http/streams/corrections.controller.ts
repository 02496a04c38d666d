import { Body, Controller, Inject, Param, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { Category } from '../../kernel/ids.js';
import { COLLECTIONS } from '../answers/addresses.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { CorrectEventsDto } from './corrections.dto.js';
import { namedFor, STREAM_ID } from './stream-id.js';

/** Corrections of a kind of stream: several of them, and late facts, in one append and judged together. */
export function correctionsController(category: Category): Type<unknown> {
  const [idName, schema] = [`${category}Id`, STREAM_ID[category]];

  @ApiTags(COLLECTIONS[category])
  @Controller(`${COLLECTIONS[category]}/:${idName}/corrections`)
  class CorrectionsController {
    constructor(@Inject(Commands) private readonly commands: Commands) {}

    @Appends('', { summary: `Correct events of a ${category}, and enter late facts with them` })
    correct(
      @Param(idName, { schema }) id: string,
      @Body({ schema: CorrectEventsDto }) corrections: CorrectEventsDto,
      @CurrentOrigin() origin: Origin,
    ): Outcome {
      return this.commands.send({ category, id }, origin, { kind: 'corrections', ...corrections });
    }
  }

  return namedFor(category, CorrectionsController);
}
