import { z } from 'zod';
import { code, day, positive } from '../../kernel/fields.events.js';

/** Body of `POST /programmes/copies`. */
export const CopyProgrammeDto = z
  .strictObject({
    publishedOn: day.optional().meta({ description: 'Today when absent.' }),
    validFrom: day.meta({ description: 'From when the copy is in force.' }),
    copyOf: z
      .strictObject({
        slug: code<'programme'>().meta({ description: 'The slug of a programme of the country; the copy keeps it.' }),
        version: positive.nullable().default(null).meta({ description: 'When absent: the one in force on validFrom.' }),
      })
      .meta({ description: 'Those that there are: GET /programmes?of=country.' }),
  })
  .meta({ id: 'CopyProgramme', examples: [{ validFrom: '2020-01-01', copyOf: { slug: 'meedoen-werkt', version: 1 } }] });
export type CopyProgrammeDto = z.output<typeof CopyProgrammeDto>;
