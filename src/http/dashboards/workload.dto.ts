import { z } from 'zod';
import { token } from '../answers/page.dto.js';

/** Query of the workload: it shows now only, so it has no clocks. */
export const WorkloadQuery = z.strictObject({
  minPosition: token
    .optional()
    .meta({ description: 'The `position` that a command answered: the figures are at least as fresh.' }),
});
export type WorkloadQuery = z.output<typeof WorkloadQuery>;

const count = z.int().min(0);

const InPhaseDto = z.object({ programmeId: z.uuid(), phase: z.string(), trajectories: count.min(1) }).meta({
  id: 'InPhase',
  examples: [{ programmeId: 'c273e4d5-a071-5f82-a394-718293a4b5c6', phase: 'support', trajectories: 12 }],
});

const load = {
  trajectories: count.meta({ description: 'Trajectories that started and are not closed.' }),
  phases: z
    .array(InPhaseDto)
    .meta({ description: 'How many of them are in a phase that is open for them; one may be in several.' }),
  followUps: z
    .object({
      open: count.meta({ description: 'Neither done nor cancelled, also of trajectories that are closed.' }),
      overdue: count.meta({ description: 'Those of them that fell due.' }),
    })
    .meta({ id: 'FollowUpCounts' }),
};

const LoadDto = z.object(load).meta({ id: 'Load' });

const CaseloadDto = z
  .object({
    caseworkerId: z.string().nullable().meta({ description: 'The subject; null: what is in nobody’s charge.' }),
    teams: z.array(z.uuid()).meta({ description: 'Of which this caseworker is a member today.' }),
    ...load,
  })
  .meta({ id: 'Caseload' });

const TeamLoadDto = z.object({ teamId: z.uuid(), name: z.string(), ...load }).meta({ id: 'TeamLoad' });

const OrganisationLoadDto = z
  .object({
    organisationId: z.uuid(),
    name: z.string(),
    ...load,
    teams: z.array(TeamLoadDto).meta({ description: 'Who is in two teams is counted in both, and once for the organisation.' }),
  })
  .meta({ id: 'OrganisationLoad' });

/** What is in whose charge. */
export const WorkloadDto = z
  .object({
    asOf: z.iso.datetime({ precision: 6 }).meta({ description: 'The figures show how it stood then: now.' }),
    stale: z.boolean().meta({ description: 'Whether part of it waits for a repair, and may be older than the log.' }),
    total: LoadDto.meta({ description: 'All of the tenant.' }),
    caseworkers: z
      .array(CaseloadDto)
      .meta({ description: 'Everyone who has anything in charge, by subject; last what is in nobody’s charge.' }),
    organisations: z.array(OrganisationLoadDto).meta({ description: 'Those that have teams, by name.' }),
  })
  .meta({ id: 'Workload' });
