import type { DataSource, EntityManager } from 'typeorm';
import type { Counted, Figure, Figures } from '../../application/ports/figures.js';
import type { TenantId } from '../../kernel/ids.js';
import { FUNNEL, type FunnelCount, type FunnelStep } from '../../read-models/facts/funnel.js';
import { inTenant, isStale } from './read-models.js';

/** Facts of a programme as they were known at $3, by the day from which they held. */
const KNOWN = `f.tenant = $1 and f.programme_id = $2 and f.known_from <= $3 and (f.known_to is null or f.known_to > $3)
  and ($4::text is null or f.valid_from >= $4) and ($5::text is null or f.valid_from <= $5)`;

/**
 * Who a candidate is by the merges known at $3, each followed to the one who goes on; merges in a ring end it.
 * Merges say who somebody is, not what happened, so the span of days does not touch them.
 */
const MERGES = `
  merged (candidate, survivor) as (
    select f.candidate_id, f.about_id from read.fact f
    where f.tenant = $1 and f.fact = 'merged' and f.valid_to is null
      and f.known_from <= $3 and (f.known_to is null or f.known_to > $3)
  ),
  along (candidate, person, hops) as (
    select candidate, survivor, 1 from merged
    union all
    select along.candidate, merged.survivor, along.hops + 1
    from along join merged on merged.candidate = along.person where along.hops < 16
  ),
  person (candidate, person) as (
    select distinct on (candidate) candidate, person from along order by candidate, hops desc, person
  )`;

const FUNNEL_COUNTS = `
  with recursive ${MERGES}, said (n, fact, code) as (select * from unnest($6::integer[], $7::text[], $8::text[])),
  taken as (
    select distinct said.n, coalesce(person.person, f.candidate_id) as person
    from read.fact f left join person on person.candidate = f.candidate_id
      join said on said.fact = f.fact and (said.code is null or said.code = f.code) where ${KNOWN}
  ),
  furthest as (select person, max(n) as n from taken group by person)
  select (select count(*) from furthest where furthest.n >= step.n)::integer as persons,
    (select count(*) from taken where taken.n = step.n)::integer as reached
  from generate_series(0, $9::integer) as step (n) order by step.n`;

const INTO_JOB = `
  with recursive ${MERGES},
  benefits as (
    select coalesce(person.person, b.candidate_id) as person, b.valid_from, b.valid_to
    from read.fact b left join person on person.candidate = b.candidate_id
    where b.tenant = $1 and b.fact = 'benefit' and b.code = $6 and b.known_from <= $3 and (b.known_to is null or b.known_to > $3)
  )
  select count(distinct coalesce(person.person, f.candidate_id))::integer as persons
  from read.fact f left join person on person.candidate = f.candidate_id
  where ${KNOWN} and f.fact = 'placement' and f.code = 'job' and exists (
    select from benefits b where b.person = coalesce(person.person, f.candidate_id)
      and b.valid_from < f.valid_from and (b.valid_to is null or b.valid_to >= to_char(f.valid_from::date - 1, 'YYYY-MM-DD')))`;

/** Which fact says which step, as three columns. */
const SAID = FUNNEL.flatMap(({ by }: FunnelStep, n) => by.map(({ fact, code = null }) => ({ n, fact, code })));

/** Counts facts as the login of its data source may see them. */
export class FactFigures implements Figures {
  constructor(private readonly source: DataSource) {}

  funnel(tenant: TenantId, counted: Counted): Promise<Figure<readonly FunnelCount[]>> {
    return this.counted(tenant, async (manager) => {
      const said = [SAID.map(({ n }) => n), SAID.map(({ fact }) => fact), SAID.map(({ code }) => code)];
      const rows = await manager.query<Omit<FunnelCount, 'step'>[]>(FUNNEL_COUNTS, [
        ...askedFor(tenant, counted),
        ...said,
        FUNNEL.length - 1,
      ]);
      return rows.map(({ persons, reached }, n) => ({ step: FUNNEL[n].step, persons, reached }));
    });
  }

  fromBenefitIntoJob(
    tenant: TenantId,
    { benefit, ...counted }: Counted & Readonly<{ benefit: string }>,
  ): Promise<Figure<number>> {
    return this.counted(tenant, async (manager) => {
      const [row] = await manager.query<{ persons: number }[]>(INTO_JOB, [...askedFor(tenant, counted), benefit]);
      return row.persons;
    });
  }

  /** The count, and whether a stream is parked, so that it may be of older facts. */
  private counted<T>(tenant: TenantId, count: (manager: EntityManager) => Promise<T>): Promise<Figure<T>> {
    return inTenant(this.source, tenant, async (manager) => ({
      counts: await count(manager),
      stale: await isStale(manager, 'facts'),
    }));
  }
}

const askedFor = (tenant: TenantId, { programmeId, knownAt, from, until }: Counted): readonly unknown[] => [
  tenant,
  programmeId,
  knownAt,
  from,
  until,
];
