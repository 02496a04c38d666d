import { z } from 'zod';
import { candidateId, programmeId, subject } from '../../../kernel/fields.events.js';
import { GOALS, PLACEMENT_KINDS } from '../../../programme/terms.js';
import { TRAJECTORY_STATUSES } from '../../../read-models/trajectories/trajectories.projection.js';
import { PageQuery, pageOf } from '../../answers/page.dto.js';

const ORDERS = ['begun-last', 'begun-first'] as const;

/** Query of lists of trajectories; what is left out lets all through. */
export const TrajectoriesQuery = PageQuery.extend({
  status: z.enum(TRAJECTORY_STATUSES).optional().meta({ description: 'Only those that stand so.' }),
  programmeId: programmeId.optional().meta({ description: 'Only those of this programme, whatever its version.' }),
  candidateId: candidateId.optional().meta({ description: 'Only the rounds of this candidate.' }),
  goal: z.enum(GOALS).optional().meta({ description: 'Only those that aim at this.' }),
  caseworker: subject.optional().meta({ description: 'Only those in the charge of this subject.' }),
  working: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .meta({ description: 'Only those with a placement that has not ended, or only those without.' }),
  returned: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .meta({ description: 'Only rounds of those who came back, or only first rounds.' }),
  order: z.enum(ORDERS).default('begun-last').meta({ description: 'By the day on which they began.' }),
});
export type TrajectoriesQuery = z.output<typeof TrajectoriesQuery>;

/** A trajectory as it stands in a list. */
export const TrajectoryLineDto = z
  .object({
    trajectoryId: z.uuid(),
    streamId: z.string(),
    candidateId: z.uuid(),
    programmeId: z.uuid(),
    programmeVersion: z.int().min(1),
    round: z.int().min(1).meta({ description: 'Of this candidate in this programme; 2 and more: somebody who came back.' }),
    status: z.enum(TRAJECTORY_STATUSES),
    begunOn: z.iso.date().meta({ description: 'The day of the offer, or of the start where nothing was offered before.' }),
    startedOn: z.iso.date().nullable(),
    closedOn: z.iso.date().nullable(),
    result: z.string().nullable().meta({ description: 'By the codes of the programme; null while it is not closed.' }),
    goal: z.enum(GOALS).nullable(),
    caseworker: z.string().nullable().meta({ description: 'The subject of whoever has charge of it.' }),
    placements: z
      .array(z.object({ placementId: z.uuid(), employerId: z.uuid(), kind: z.enum(PLACEMENT_KINDS), since: z.iso.date() }))
      .meta({ description: 'Those that have not ended.' }),
  })
  .meta({ id: 'TrajectoryLine' });

/** A page of trajectories. */
export const TrajectoriesDto = pageOf(TrajectoryLineDto).meta({ id: 'Trajectories' });
