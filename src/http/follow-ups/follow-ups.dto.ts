import { z } from 'zod';
import { SIDES } from '../../programme/terms.js';
import { PageQuery, pageOf } from '../answers/page.dto.js';

/** How a follow-up may stand. */
const STATUSES = ['planned', 'due', 'done', 'cancelled'] as const;

/** Query of lists of follow-ups. */
export const FollowUpsQuery = PageQuery.extend({
  status: z.enum(STATUSES).optional().meta({ description: 'Only those that stand so.' }),
});
export type FollowUpsQuery = z.output<typeof FollowUpsQuery>;

/** A follow-up, and the step that comes next. */
export const FollowUpDto = z
  .object({
    followUpId: z.uuid(),
    streamId: z.string().meta({ description: 'The trajectory that it belongs to.' }),
    ruleId: z.string().meta({ description: 'The rule of the programme that promised it.' }),
    cause: z.uuid().meta({ description: 'The event that promised it.' }),
    with: z.enum(SIDES),
    dueOn: z.iso.date(),
    dueAt: z.iso.datetime({ precision: 6 }),
    version: z.int().min(1).meta({ description: 'Of its last planning or move.' }),
    status: z.enum(STATUSES),
    step: z.int().nullable().meta({ description: 'The step to come: 0 falls due, later ones escalate; null: none.' }),
    stepAt: z.iso.datetime({ precision: 6 }).nullable(),
  })
  .meta({ id: 'FollowUp' });

/** A page of follow-ups. */
export const FollowUpsDto = pageOf(FollowUpDto).meta({ id: 'FollowUps' });
