import { z } from 'zod';
import { day, programmeId } from '../../kernel/fields.events.js';

/** Body of `POST /programmes/{programmeId}/closure`. */
export const CloseProgrammeDto = z
  .strictObject({
    closedOn: day.optional().meta({ description: 'The first day on which it is closed; today when absent.' }),
    successorId: programmeId.nullable().default(null).meta({ description: 'The programme that takes its place.' }),
  })
  .meta({ id: 'CloseProgramme', examples: [{ closedOn: '2020-01-01' }] });
export type CloseProgrammeDto = z.output<typeof CloseProgrammeDto>;
