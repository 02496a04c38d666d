import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
import { definition } from '../../programme/programme.events.js';

/** Body of `POST /programmes`. */
export const PublishProgrammeDto = z
  .strictObject({
    publishedOn: day.optional().meta({ description: 'Today when absent.' }),
    validFrom: day.meta({ description: 'From when this version is in force.' }),
    definition: definition.meta({
      description: 'The programme as data; its slug names the programme. docs/trajectory.md tells what each part means.',
    }),
  })
  .meta({ id: 'PublishProgramme' });
export type PublishProgrammeDto = z.output<typeof PublishProgrammeDto>;
