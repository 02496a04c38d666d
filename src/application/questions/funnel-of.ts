import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { earlierOf, type Day } from '../../kernel/days.js';
import { FUNNEL } from '../../read-models/facts/funnel.js';
import { mayNot } from '../permissions.js';
import type { Figures } from '../ports/figures.js';
import type { Refused } from '../refusals.js';
import { FIGURES } from '../tokens.js';
import { FunnelOf, type FunnelAnswer } from './dashboards.js';
import { KnownFacts } from './known-facts.js';

/** Answers `FunnelOf`; of a programme that the tenant does not have, all counts are 0. */
@QueryHandler(FunnelOf)
export class AnswerFunnelOf implements IQueryHandler<FunnelOf> {
  constructor(
    private readonly known: KnownFacts,
    @Inject(FIGURES) private readonly figures: Figures,
  ) {}

  async execute({ identity, asked }: FunnelOf): Promise<FunnelAnswer | Refused> {
    const forbidden = mayNot(identity, 'FunnelOf');
    if (forbidden) return forbidden;
    const { tenant } = identity;
    const known = await this.known.asOf({ tenant, ...asked });
    if (known.kind === 'refused') return known;

    const { programmeId, from = null, until = null, validOn = null } = asked;
    const { knownAt } = known;
    const about = { programmeId, from, until, knownAt, validOn };
    if (knownAt === null) return { ...about, steps: FUNNEL.map(({ step }) => ({ step, persons: 0, reached: 0 })), stale: false };

    const { counts, stale } = await this.figures.funnel(tenant, { programmeId, knownAt, from, until: upTo(until, validOn) });
    return { ...about, steps: counts, stale };
  }
}

/** What occurred after either of the two days is left out. */
export const upTo = (until: Day | null, validOn: Day | null): Day | null =>
  until && validOn ? earlierOf(until, validOn) : (until ?? validOn);
