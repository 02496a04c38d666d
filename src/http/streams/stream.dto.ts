import { z } from 'zod';
import { StoredEventDto } from '../answers/stored-event.dto.js';
import { limit, pageOf } from '../answers/page.dto.js';
import { wholeNumber } from '../requests/whole-number.js';

const words = z.record(z.string(), z.unknown()).meta({ description: 'Words by field, opened for who may read them.' });

const state = {
  knownAt: z.iso.datetime({ precision: 6 }).meta({ description: 'For which instant of knowing the answer holds.' }),
  validOn: z.iso.date().nullable().meta({ description: 'For which day it holds; null: with all that occurred.' }),
  version: z.int().min(1).meta({ description: 'Of the last event that counted.' }),
  state: z.record(z.string(), z.unknown()).meta({ description: 'The stream folded from its history, in codes.' }),
};

/** A stream by replay. */
export const StateDto = z.object(state).meta({ id: 'State' });

/** A stream now, with its words. */
export const StateWithWordsDto = z
  .object({ ...state, words: z.record(z.string(), words).meta({ description: 'By the id of the event that brought them.' }) })
  .meta({ id: 'StateWithWords' });

/** The words of one event. */
export const EventWordsDto = z.object({ eventId: z.uuid(), words }).meta({ id: 'EventWords' });

/** Query of the events of one stream. */
export const EventsQuery = z.strictObject({
  after: wholeNumber(0, 999_999_999).default(0).meta({ description: 'The version of the last event that you have.', default: 0 }),
  limit,
});
export type EventsQuery = z.output<typeof EventsQuery>;

/** Events of one stream in the order of their versions. */
export const EventsDto = z.object({ events: z.array(StoredEventDto), next: z.int().nullable() }).meta({ id: 'StreamEvents' });

/** One line of a timeline. */
const TimelineRowDto = z
  .object({
    streamId: z.string().meta({ description: 'On a candidate’s timeline: their own, or that of one of their trajectories.' }),
    eventId: z.uuid(),
    version: z.int().min(1),
    type: z.string(),
    occurredOn: z.iso.date(),
    recordedAt: z.iso.datetime({ precision: 6 }),
    line: z.object({ nl: z.string(), en: z.string() }).meta({ description: 'What happened, for people.' }),
    data: z.record(z.string(), z.unknown()),
    actor: z.object({ role: z.string(), organisation: z.string() }),
    sealed: z.boolean().meta({ description: 'Whether words belong to it.' }),
    correctedBy: z.uuid().nullable(),
  })
  .meta({ id: 'TimelineRow' });

/** A page of a timeline. */
export const TimelineDto = pageOf(TimelineRowDto).meta({ id: 'Timeline' });
