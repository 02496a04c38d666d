import { z } from 'zod';
import { day, matchId } from '../../kernel/fields.events.js';
import { RELEASES } from '../../workplace/workplace.events.js';

/** Body of `POST /workplaces/{workplaceId}/release`. */
export const ReleaseWorkplaceDto = z
  .strictObject({
    releasedOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId,
    reason: z.enum(RELEASES),
  })
  .meta({ id: 'ReleaseWorkplace', examples: [{ matchId: '9f40b1a2-7d4e-5c5f-b061-4e5f60718293', reason: 'placement-ended' }] });
export type ReleaseWorkplaceDto = z.output<typeof ReleaseWorkplaceDto>;
