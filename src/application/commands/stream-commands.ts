import { Command } from '@nestjs/cqrs';
import type { Refused } from '../refusals.js';
import type { Accepted } from './accepted.js';
import type { StreamWish } from './wish.js';

/** A wish on the CommandBus; one class per kind of stream, so that each has one handler, which runs that stream's decider. */
abstract class StreamCommand extends Command<Accepted | Refused> {
  constructor(readonly wish: StreamWish) {
    super();
  }
}

export class CandidateCommand extends StreamCommand {}
export class TrajectoryCommand extends StreamCommand {}
export class EmployerCommand extends StreamCommand {}
export class WorkplaceCommand extends StreamCommand {}
export class SeriesCommand extends StreamCommand {}
export class MeetingCommand extends StreamCommand {}
export class OrganisationCommand extends StreamCommand {}
export class ProgrammeCommand extends StreamCommand {}
export class RulesetCommand extends StreamCommand {}
