import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { mayNot } from '../permissions.js';
import type { Refused } from '../refusals.js';
import { StateOf, type StateAnswer } from './questions.js';
import { Replayer } from './replay.js';

/** Answers `StateOf`. */
@QueryHandler(StateOf)
export class AnswerStateOf implements IQueryHandler<StateOf> {
  constructor(private readonly replayer: Replayer) {}

  async execute({ identity, streamId, replay }: StateOf): Promise<StateAnswer | Refused> {
    const forbidden = mayNot(identity, 'StateOf');
    if (forbidden) return forbidden;

    const replayed = await this.replayer.replay(identity.tenant, streamId, replay);
    return replayed.kind === 'refused' ? replayed : replayed.answer;
  }
}
