import { z } from 'zod';
import {
  candidateId,
  day,
  employerId,
  instant,
  invitationId,
  positive,
  programmeId,
  publicText,
  seriesId,
} from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';

/** Somebody at a meeting, from one of its two sides. */
const party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('candidate'), candidateId }),
  z.strictObject({ kind: z.literal('employer'), employerId }),
]);
export type Party = z.output<typeof party>;

/** The two sides that meet. */
export const SIDES = ['candidate', 'employer'] as const;
export type Side = (typeof SIDES)[number];

/** How an invitation went out. */
export const CHANNELS = ['letter', 'email', 'telephone', 'text-message', 'in-person'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether somebody came; excused is who said beforehand, or with good reason after, not to come. */
export const ATTENDANCES = ['attended', 'no-show', 'excused'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Why a meeting does not take place. */
export const CANCELLATIONS = [
  'public-health',
  'too-few-participants',
  'venue-unavailable',
  'organiser-unavailable',
  'weather',
] as const;
export type Cancellation = (typeof CANCELLATIONS)[number];

/** Everything that is recorded about one meeting; all that happens at it lies on the day on which it is held. */
export const meetingVocabulary = {
  /** Occurred when it was scheduled; what is planned is `heldOn`. Null: not known; `seriesId` null: a meeting of its own. */
  MeetingScheduled: {
    schemaVersion: 2,
    data: z.strictObject({
      programmeId,
      seriesId: seriesId.nullable(),
      title: publicText,
      place: publicText,
      heldOn: day,
      startsAt: instant.nullable(),
      capacity: positive.nullable(),
    }),
    // Before there were series, each meeting was one of its own.
    upcasts: { 1: (data) => ({ ...(data as object), seriesId: null }) },
  },
  InvitationSent: {
    schemaVersion: 1,
    data: z.strictObject({ invitationId, invitee: party, channel: z.enum(CHANNELS) }),
    upcasts: {},
  },
  /** The last answer to an invitation counts. */
  InvitationAnswered: { schemaVersion: 1, data: z.strictObject({ invitationId, accepted: z.boolean() }), upcasts: {} },
  /** Somebody came without an invitation. That this person was there is recorded like anybody's, by AttendanceRecorded. */
  WalkInRegistered: { schemaVersion: 1, data: z.strictObject({ party }), upcasts: {} },
  AttendanceRecorded: { schemaVersion: 1, data: z.strictObject({ party, attendance: z.enum(ATTENDANCES) }), upcasts: {} },
  /** What one of two who met said of the other; `by` is the side that said it. */
  MeetingInterestExpressed: {
    schemaVersion: 1,
    data: z.strictObject({ by: z.enum(SIDES), candidateId, employerId, interested: z.boolean() }),
    upcasts: {},
  },
  MeetingHeld: { schemaVersion: 1, data: z.strictObject({}), upcasts: {} },
  /** Nobody is then a no-show. */
  MeetingCancelled: { schemaVersion: 1, data: z.strictObject({ reason: z.enum(CANCELLATIONS) }), upcasts: {} },
} as const satisfies Vocabulary;

export type MeetingEvent = EventOf<typeof meetingVocabulary>;
type Of<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>;

export type MeetingScheduled = Of<'MeetingScheduled'>;
export type InvitationSent = Of<'InvitationSent'>;
export type InvitationAnswered = Of<'InvitationAnswered'>;
export type WalkInRegistered = Of<'WalkInRegistered'>;
export type AttendanceRecorded = Of<'AttendanceRecorded'>;
export type MeetingInterestExpressed = Of<'MeetingInterestExpressed'>;
export type MeetingHeld = Of<'MeetingHeld'>;
export type MeetingCancelled = Of<'MeetingCancelled'>;
