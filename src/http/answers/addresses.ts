import { categoryOf, ownIdOf, type Category, type EventId, type StreamId } from '../../kernel/ids.js';

/** The collection in which each kind of stream is found. */
export const COLLECTIONS: Readonly<Record<Category, string>> = {
  candidate: 'candidates',
  trajectory: 'trajectories',
  employer: 'employers',
  workplace: 'workplaces',
  series: 'series',
  meeting: 'meetings',
  organisation: 'organisations',
  programme: 'programmes',
  ruleset: 'rulesets',
};

/** Where a stream can be read. What a command created inside a stream is read there too. */
export const addressOf = (streamId: StreamId): string => `/v1/${COLLECTIONS[categoryOf(streamId)]}/${ownIdOf(streamId)}`;

/** Where the words of an event can be read by who may. */
export const addressOfWords = (streamId: StreamId, eventId: EventId): string => `${addressOf(streamId)}/words/${eventId}`;
