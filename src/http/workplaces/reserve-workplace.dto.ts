import { z } from 'zod';
import { day, matchId } from '../../kernel/fields.events.js';

/** Body of `POST /workplaces/{workplaceId}/reservation`. */
export const ReserveWorkplaceDto = z
  .strictObject({
    reservedOn: day.optional().meta({ description: 'Today when absent.' }),
    matchId,
    lapsesOn: day.meta({ description: 'The last day on which the match may count on it.' }),
  })
  .meta({ id: 'ReserveWorkplace', examples: [{ matchId: '9f40b1a2-7d4e-5c5f-b061-4e5f60718293', lapsesOn: '2019-12-31' }] });
export type ReserveWorkplaceDto = z.output<typeof ReserveWorkplaceDto>;
