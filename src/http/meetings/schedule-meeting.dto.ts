import { z } from 'zod';
import { instantFrom, type Instant } from '../../kernel/days.js';
import { day, positive, programmeId, publicText, seriesId } from '../../kernel/fields.events.js';

const startsAt = z.iso
  .datetime({ offset: true, error: 'is no instant with its zone, such as 2019-10-03T10:00:00+02:00' })
  .refine((text) => instantFrom(text) !== null, 'is no instant from 1900 to 2199')
  .transform((text) => instantFrom(text) as Instant);

/** Body of `POST /meetings`. */
export const ScheduleMeetingDto = z
  .strictObject({
    scheduledOn: day.optional().meta({ description: 'Today when absent.' }),
    programmeId,
    seriesId: seriesId.nullable().default(null).meta({ description: 'The series that it belongs to; null: none.' }),
    title: publicText,
    place: publicText,
    heldOn: day,
    startsAt: startsAt.nullable().default(null).meta({ description: 'When it begins, on its day.' }),
    capacity: positive.nullable().default(null),
  })
  .meta({
    id: 'ScheduleMeeting',
    examples: [
      {
        programmeId: '8e3fa091-6c3d-5b4e-af50-3d4e5f607182',
        title: 'Meedoenplein',
        place: 'DRU Industriepark',
        heldOn: '2019-10-03',
        startsAt: '2019-10-03T10:00:00+02:00',
      },
    ],
  });
export type ScheduleMeetingDto = z.output<typeof ScheduleMeetingDto>;
