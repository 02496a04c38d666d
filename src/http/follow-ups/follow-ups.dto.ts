import { z } from 'zod';
import { FOLLOW_UPS_ASKED } from '../../application/ports/read-models.js';
import { day, subject } from '../../kernel/fields.events.js';
import { SIDES } from '../../programme/terms.js';
import { PageQuery, pageOf } from '../answers/page.dto.js';

/** How a follow-up may stand. */
const STATUSES = ['planned', 'due', 'done', 'cancelled'] as const;

/** Query of the follow-ups of one trajectory. */
export const FollowUpsOfTrajectoryQuery = PageQuery.extend({
  status: z.enum(FOLLOW_UPS_ASKED).optional().meta({
    description:
      'Only those that stand so. `open`: neither done nor cancelled, so `planned` or `due`; `overdue`: fell due and neither done nor cancelled, as `due`.',
  }),
  dueUntil: day.optional().meta({ description: 'Only what is due until that day, it included.', examples: ['2020-03-31'] }),
});
export type FollowUpsOfTrajectoryQuery = z.output<typeof FollowUpsOfTrajectoryQuery>;

/** Query of the follow-ups of the tenant. */
export const FollowUpsQuery = FollowUpsOfTrajectoryQuery.extend({
  caseworkerId: subject.optional().meta({ description: 'Only of trajectories that are in the charge of this subject now.' }),
});
export type FollowUpsQuery = z.output<typeof FollowUpsQuery>;

/** A follow-up, and the step that comes next. */
export const FollowUpDto = z
  .object({
    followUpId: z.uuid(),
    streamId: z.string().meta({ description: 'The stream of the trajectory that it belongs to.' }),
    trajectoryId: z.uuid().meta({ description: 'The trajectory that it belongs to.' }),
    candidateId: z
      .uuid()
      .nullable()
      .meta({ description: 'Whose trajectory it is; null: the list of trajectories does not know yet.' }),
    programmeId: z.uuid().nullable().meta({ description: 'In which programme it stands now; null: likewise.' }),
    ruleId: z.string().meta({ description: 'The rule of the programme that promised it.' }),
    cause: z.uuid().meta({ description: 'The event that promised it.' }),
    with: z.enum(SIDES),
    dueOn: z.iso.date(),
    dueAt: z.iso.datetime({ precision: 6 }),
    version: z.int().min(1).meta({ description: 'Of its last planning or move.' }),
    status: z.enum(STATUSES),
    step: z.int().nullable().meta({ description: 'The step to come: 0 falls due, later ones escalate; null: none.' }),
    stepAt: z.iso.datetime({ precision: 6 }).nullable(),
    caseworkerId: z.string().nullable().meta({ description: 'The subject of whoever has charge of the trajectory now.' }),
  })
  .meta({ id: 'FollowUp' });

/** A page of follow-ups. */
export const FollowUpsDto = pageOf(FollowUpDto)
  .extend({ asOf: z.iso.datetime({ precision: 6 }).meta({ description: 'The list shows how it stood then: now.' }) })
  .meta({ id: 'FollowUps' });
