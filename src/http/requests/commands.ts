import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Accepted } from '../../application/commands/accepted.js';
import {
  CandidateCommand,
  EmployerCommand,
  MeetingCommand,
  ProgrammeCommand,
  RulesetCommand,
  SeriesCommand,
  TrajectoryCommand,
  WorkplaceCommand,
  OrganisationCommand,
} from '../../application/commands/stream-commands.js';
import type { StreamWish, Wish } from '../../application/commands/wish.js';
import type { Refused } from '../../application/refusals.js';
import type { Category } from '../../kernel/ids.js';

/** What comes back over the bus: what was stored, or why not. */
export type Outcome = Promise<Accepted | Refused>;

/** Where a wish goes; `id` null: to a new stream, whose id follows from the wish. */
export type Target = Readonly<{ category: Category; id: string | null }>;

const COMMANDS = {
  candidate: CandidateCommand,
  trajectory: TrajectoryCommand,
  employer: EmployerCommand,
  workplace: WorkplaceCommand,
  series: SeriesCommand,
  meeting: MeetingCommand,
  organisation: OrganisationCommand,
  programme: ProgrammeCommand,
  ruleset: RulesetCommand,
} as const satisfies Record<Category, new (wish: StreamWish) => TrajectoryCommand>;

/** The command bus, as controllers speak to it. */
@Injectable()
export class Commands {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  /** Sends one wish on its way; a refusal is an answer, never thrown. */
  send(target: Target, origin: StreamWish['origin'], wish: Wish): Outcome {
    return this.bus.execute(new COMMANDS[target.category]({ ...target, origin, wish }));
  }
}
