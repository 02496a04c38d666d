import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Refused } from '../refusals.js';
import { KINDS } from '../streams/kinds.js';
import type { Accepted } from './accepted.js';
import { CommandFlow } from './command-flow.js';
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
} from './stream-commands.js';

type Answer = Promise<Accepted | Refused>;

/** One handler per kind of stream: it runs that stream's decider, by way of the flow that all commands take. */
@CommandHandler(CandidateCommand)
export class CandidateHandler implements ICommandHandler<CandidateCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: CandidateCommand): Answer => this.flow.run(KINDS.candidate, wish);
}

@CommandHandler(TrajectoryCommand)
export class TrajectoryHandler implements ICommandHandler<TrajectoryCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: TrajectoryCommand): Answer => this.flow.run(KINDS.trajectory, wish);
}

@CommandHandler(EmployerCommand)
export class EmployerHandler implements ICommandHandler<EmployerCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: EmployerCommand): Answer => this.flow.run(KINDS.employer, wish);
}

@CommandHandler(WorkplaceCommand)
export class WorkplaceHandler implements ICommandHandler<WorkplaceCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: WorkplaceCommand): Answer => this.flow.run(KINDS.workplace, wish);
}

@CommandHandler(SeriesCommand)
export class SeriesHandler implements ICommandHandler<SeriesCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: SeriesCommand): Answer => this.flow.run(KINDS.series, wish);
}

@CommandHandler(MeetingCommand)
export class MeetingHandler implements ICommandHandler<MeetingCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: MeetingCommand): Answer => this.flow.run(KINDS.meeting, wish);
}

@CommandHandler(OrganisationCommand)
export class OrganisationHandler implements ICommandHandler<OrganisationCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: OrganisationCommand): Answer => this.flow.run(KINDS.organisation, wish);
}

@CommandHandler(ProgrammeCommand)
export class ProgrammeHandler implements ICommandHandler<ProgrammeCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: ProgrammeCommand): Answer => this.flow.run(KINDS.programme, wish);
}

@CommandHandler(RulesetCommand)
export class RulesetHandler implements ICommandHandler<RulesetCommand> {
  constructor(private readonly flow: CommandFlow) {}
  execute = ({ wish }: RulesetCommand): Answer => this.flow.run(KINDS.ruleset, wish);
}

/** All of them, for the module. */
export const COMMAND_HANDLERS = [
  CandidateHandler,
  TrajectoryHandler,
  EmployerHandler,
  WorkplaceHandler,
  SeriesHandler,
  MeetingHandler,
  OrganisationHandler,
  ProgrammeHandler,
  RulesetHandler,
];
