import { z } from 'zod';
import { day, subject } from '../../kernel/fields.events.js';

/** Body of `POST /organisations/{organisationId}/absences`. */
export const RecordAbsenceDto = z
  .strictObject({
    toldOn: day.optional().meta({ description: 'Today when absent.' }),
    subject: subject.meta({ description: 'Who, as tokens name them; never why.' }),
    from: day,
    until: day.nullable().default(null).meta({ description: 'Last day, included; null: no end is known.' }),
  })
  .meta({ id: 'RecordAbsence', examples: [{ subject: 'jd', from: '2019-12-23', until: '2020-01-03' }] });
export type RecordAbsenceDto = z.output<typeof RecordAbsenceDto>;
