import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { daysBetween } from '../../kernel/days.js';
import { categoryOf, type Name } from '../../kernel/ids.js';
import type { History } from '../../kernel/history.js';
import type { DomainEvent } from '../../kernel/messages.js';
import { NEXT_STEPS_DAYS, stepsWithin } from '../../kernel/next-steps.js';
import { historyOf } from '../../kernel/vocabulary.js';
import { metaOf } from '../commands/meta.js';
import { mayNot, PERMISSIONS } from '../permissions.js';
import { NO_COMMAND } from '../no-command.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore } from '../ports/event-store.js';
import { refuse, type Refused } from '../refusals.js';
import { KINDS } from '../streams/kinds.js';
import { CLOCK, EVENT_STORE, NAME } from '../tokens.js';
import { NextStepsOf } from './questions.js';
import { standingStill } from './standing-still.js';

/** Answers `NextStepsOf` with the steps that this role may take. */
@QueryHandler(NextStepsOf)
export class AnswerNextStepsOf implements IQueryHandler<NextStepsOf> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAME) private readonly name: Name,
  ) {}

  async execute({ identity, streamId, span }: NextStepsOf): Promise<Readonly<{ steps: unknown }> | Refused> {
    const forbidden = mayNot(identity, 'NextStepsOf');
    if (forbidden) return forbidden;

    const kind = KINDS[categoryOf(streamId)];
    const stored = await this.store.readStream(identity.tenant, streamId);
    if (stored.length === 0) return refuse({ code: 'not-found', what: kind.category });

    const meta = metaOf(this.name, { commandId: NO_COMMAND, streamId, now: await this.clock.now() });
    const { from = meta.today, until = meta.today } = span;
    if (until < from || daysBetween(from, until) >= NEXT_STEPS_DAYS)
      return refuse({ code: 'span-too-long', from, until, days: NEXT_STEPS_DAYS });

    const history = historyOf(kind.vocabulary, stored) as unknown as History<DomainEvent>;
    const around = { store: this.store, tenant: identity.tenant, name: this.name };
    const { decider } = await kind.prepare(history, null, around);
    const steps = standingStill(stepsWithin(decider, history, { meta, from, until }), await kind.standstill(history, around));

    const may = ({ command }: { command: string }): boolean => PERMISSIONS[identity.role].has(command);
    return { steps: { ...steps, now: steps.now.filter(may), late: steps.late.filter(may), not: steps.not.filter(may) } };
  }
}
