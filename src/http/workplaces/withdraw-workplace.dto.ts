import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { WITHDRAWALS } from '../../workplace/workplace.events.js';

/** Body of `POST /workplaces/{workplaceId}/withdrawal`. */
export const WithdrawWorkplaceDto = z
  .strictObject({
    withdrawnOn: day.optional().meta({ description: 'Today when absent.' }),
    reason: z.enum(WITHDRAWALS),
  })
  .meta({ id: 'WithdrawWorkplace', examples: [{ reason: 'vacancy-gone' }] });
export type WithdrawWorkplaceDto = z.output<typeof WithdrawWorkplaceDto>;
