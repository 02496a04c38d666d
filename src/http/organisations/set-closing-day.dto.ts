import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/closing-days`. */
export const SetClosingDayDto = z
  .strictObject({
    setOn: day.optional().meta({ description: 'Today when absent.' }),
    closedOn: day,
  })
  .meta({ id: 'SetClosingDay', examples: [{ closedOn: '2019-12-27' }] });
export type SetClosingDayDto = z.output<typeof SetClosingDayDto>;
