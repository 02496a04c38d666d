import { z } from 'zod';
import { day, subject } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/stand-ins`. */
export const NameStandInDto = z
  .strictObject({
    namedOn: day.optional().meta({ description: 'Today when absent.' }),
    subject: subject.meta({ description: 'Who is stood in for.' }),
    standIn: subject.meta({ description: 'Who answers for them.' }),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day, included; null: no end is known.' }),
  })
  .meta({ id: 'NameStandIn', examples: [{ subject: 'jd', standIn: 'mv', from: '2019-12-23', until: '2020-01-03' }] });
export type NameStandInDto = z.output<typeof NameStandInDto>;
