import { z } from 'zod';
import { day, programmeId, publicText } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';

/** How often the meetings of a series are meant to be; nothing is scheduled by it. */
export const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'irregular'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Why no meetings of a series are held for some time. */
export const SUSPENSIONS = [
  'public-health',
  'too-few-participants',
  'venue-unavailable',
  'organiser-unavailable',
  'holidays',
] as const;
export type Suspension = (typeof SUSPENSIONS)[number];

/** Why meetings of a series are held again. */
export const RESUMPTIONS = ['reason-passed', 'other-arrangement', 'suspended-in-error'] as const;
export type Resumption = (typeof RESUMPTIONS)[number];

/** Everything that is recorded about a series of meetings; each of its meetings is a stream of its own that names it. */
export const seriesVocabulary = {
  SeriesStarted: {
    schemaVersion: 1,
    data: z.strictObject({ title: publicText, rhythm: z.enum(RHYTHMS), programmeId }),
    upcasts: {},
  },
  /** No meeting of the series is scheduled for `from` or a later day, until it is resumed. */
  SeriesSuspended: { schemaVersion: 1, data: z.strictObject({ reason: z.enum(SUSPENSIONS), from: day }), upcasts: {} },
  /** `from` is the first day for which meetings may be scheduled again. */
  SeriesResumed: { schemaVersion: 1, data: z.strictObject({ reason: z.enum(RESUMPTIONS), from: day }), upcasts: {} },
  /** `lastOn` is the last day on which a meeting of the series may be held. */
  SeriesEnded: { schemaVersion: 1, data: z.strictObject({ lastOn: day }), upcasts: {} },
} as const satisfies Vocabulary;

export type SeriesEvent = EventOf<typeof seriesVocabulary>;
type Of<T extends SeriesEvent['type']> = Extract<SeriesEvent, { type: T }>;

export type SeriesStarted = Of<'SeriesStarted'>;
export type SeriesSuspended = Of<'SeriesSuspended'>;
export type SeriesResumed = Of<'SeriesResumed'>;
export type SeriesEnded = Of<'SeriesEnded'>;
