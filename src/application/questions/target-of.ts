import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Day } from '../../kernel/days.js';
import type { Cut } from '../../kernel/history.js';
import { streamIdOf, type ProgrammeId, type TenantId } from '../../kernel/ids.js';
import type { TargetSet } from '../../programme/programme.events.js';
import { mayNot } from '../permissions.js';
import type { Figures } from '../ports/figures.js';
import type { Refused } from '../refusals.js';
import { FIGURES } from '../tokens.js';
import { TargetOf, type TargetAnswer } from './dashboards.js';
import { upTo } from './funnel-of.js';
import { KnownFacts } from './known-facts.js';
import { Replayer } from './replay.js';

/** What a target counts, and from which benefit. Source: R-431, docs/rules.md; Werkoffensief, "mensen in de bijstand". */
const COUNTED = { measure: 'from-benefit-into-job', benefit: 'bijstand' } as const;

/** Answers `TargetOf`: what was set from the programme's own stream, what was reached from the facts. */
@QueryHandler(TargetOf)
export class AnswerTargetOf implements IQueryHandler<TargetOf> {
  constructor(
    private readonly known: KnownFacts,
    private readonly replayer: Replayer,
    @Inject(FIGURES) private readonly figures: Figures,
  ) {}

  async execute({ identity, asked }: TargetOf): Promise<TargetAnswer | Refused> {
    const forbidden = mayNot(identity, 'TargetOf');
    if (forbidden) return forbidden;
    const { tenant } = identity;
    const known = await this.known.asOf({ tenant, ...asked });
    if (known.kind === 'refused') return known;

    const { programmeId, year, validOn } = asked;
    const { knownAt } = known;
    const about = { programmeId, year, ...COUNTED, knownAt, validOn: validOn ?? null };
    if (knownAt === null) return { ...about, target: null, reached: 0, stale: false };

    const within = { from: `${year}-01-01` as Day, until: upTo(`${year}-12-31` as Day, validOn ?? null) };
    const counted = { programmeId, knownAt, ...within, benefit: COUNTED.benefit };
    const { counts: reached, stale } = await this.figures.fromBenefitIntoJob(tenant, counted);
    const targets = await this.targets(tenant, programmeId, { knownAt, ...(validOn && { validOn }) });
    const target = targets.findLast((one) => one.year === year && one.measure === COUNTED.measure)?.count ?? null;
    return { ...about, target, reached, stale };
  }

  /** All that were set, the last word last. */
  private async targets(tenant: TenantId, programmeId: ProgrammeId, cut: Cut): Promise<readonly TargetSet['data'][]> {
    const replayed = await this.replayer.replay(tenant, streamIdOf('programme', programmeId), cut);
    if (replayed.kind === 'refused') return [];
    return replayed.events.filter(({ type }) => type === 'TargetSet').map(({ data }) => data as TargetSet['data']);
  }
}
