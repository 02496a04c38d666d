import { z } from 'zod';
import { day, matchId } from '../../kernel/fields.events.js';

/** Body of `POST /workplaces/{workplaceId}/filling`. */
export const FillWorkplaceDto = z
  .strictObject({
    filledOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId,
  })
  .meta({ id: 'FillWorkplace', examples: [{ filledOn: '2019-11-04', matchId: '9f40b1a2-7d4e-5c5f-b061-4e5f60718293' }] });
export type FillWorkplaceDto = z.output<typeof FillWorkplaceDto>;
