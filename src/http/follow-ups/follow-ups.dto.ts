import { z } from 'zod';
import { PageQuery, pageOf } from '../answers/page.dto.js';

/** How a follow-up may stand. */
const STATUSES = ['planned', 'due', 'done', 'cancelled'] as const;

/** Query of lists of follow-ups. */
export const FollowUpsQuery = PageQuery.extend({
  status: z.enum(STATUSES).optional().meta({ description: 'Only those that stand so.' }),
});
export type FollowUpsQuery = z.output<typeof FollowUpsQuery>;

/** A page of follow-ups. */
export const FollowUpsDto = pageOf(z.record(z.string(), z.unknown())).meta({ id: 'FollowUps' });
