import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Origin } from '../../application/commands/wish.js';
import type { PublishRuleset } from '../../ruleset/publish-ruleset.js';
import { Appends } from '../openapi/described.js';
import { Commands, type Outcome } from '../requests/commands.js';
import { CurrentOrigin } from '../requests/origin.js';
import { wished } from '../requests/wished.js';
import { PublishRulesetDto } from './publish-ruleset.dto.js';

/** Dated rules: calendars, and later amounts. */
@ApiTags('rulesets')
@Controller('rulesets')
export class RulesetsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** Publishes a version; of a slug that is known already, it is another version of that ruleset. */
  @Appends('', { summary: 'Publish a version of a ruleset', creates: 'ruleset' })
  publish(
    @Body({ schema: PublishRulesetDto }) { publishedOn: on, ...data }: PublishRulesetDto,
    @CurrentOrigin() origin: Origin,
  ): Outcome {
    return this.commands.send(
      { category: 'ruleset', id: null },
      origin,
      wished<PublishRuleset>({ type: 'PublishRuleset', on, data }),
    );
  }
}
