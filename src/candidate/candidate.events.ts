import { z } from 'zod';
import { candidateId, code, day } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';
import { BENEFIT_KINDS } from '../programme/terms.js';

/** Whether the engine knows by BSN who this is; the number itself is among the sealed words. */
export const IDENTITIES = ['linked', 'unlinked'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** The groups whom a municipality or UWV helps to work; somebody may be in several. */
export const TARGET_GROUPS = [
  'bijstand',
  'ioaw',
  'ioaz',
  'anw',
  'ww',
  'wia',
  'wajong',
  'nugger',
  'banenafspraak',
  'beschut-werk',
  'threatened-with-dismissal',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Who told us a fact from outside: the candidate, the municipality's own register, UWV, or Suwinet. */
export const FACT_SOURCES = ['stated', 'municipality', 'uwv', 'suwinet'] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** Why somebody is erased: what was kept has been kept for as long as it had to be, or the person asked for it (AVG article 17). */
export const ERASURE_GROUNDS = ['retention-ended', 'right-to-erasure'] as const;

/** The four digits of a Dutch postcode; a number, as no street or house follows from it. */
const postcode4 = z.int().min(1000).max(9999);

/** The first year of the band of five years in which somebody was born: 1985 stands for 1985 to 1989. */
const birthYearBand = z.int().min(1900).max(2100).multipleOf(5);

const benefit = z.strictObject({ kind: z.enum(BENEFIT_KINDS), source: z.enum(FACT_SOURCES) });

/**
 * From when to when somebody counts for a scheme, first and last day included; null: no end is known.
 * Which schemes there are and how long each counts is the tenant's to say.
 */
const countability = z.strictObject({
  scheme: code<'scheme'>(),
  from: day,
  until: day.nullable(),
  source: z.enum(FACT_SOURCES),
});

/** Everything that is recorded about who a candidate is. Name, birth date, BSN and contact details are sealed words of the event. */
export const candidateVocabulary = {
  /** Sealed: name, birth date and contact details, and the BSN when `identity` is `linked`. Null: not known. */
  CandidateRegistered: {
    schemaVersion: 1,
    data: z.strictObject({
      walkIn: z.boolean(),
      identity: z.enum(IDENTITIES),
      postcode4: postcode4.nullable(),
      birthYearBand: birthYearBand.nullable(),
    }),
    upcasts: {},
  },
  /** Sealed: the BSN. */
  IdentityLinked: { schemaVersion: 1, data: z.strictObject({}), upcasts: {} },
  /** Sealed: all contact details as they are now. `postcode4` goes with them; null: not known. */
  ContactDetailsChanged: { schemaVersion: 1, data: z.strictObject({ postcode4: postcode4.nullable() }), upcasts: {} },
  /** Occurred on the first day of the benefit. */
  BenefitStarted: { schemaVersion: 1, data: benefit, upcasts: {} },
  /** Occurred on the last day of the benefit. */
  BenefitEnded: { schemaVersion: 1, data: benefit, upcasts: {} },
  /** Occurred on the first day of a benefit that somebody had before. */
  BenefitResumed: { schemaVersion: 1, data: benefit, upcasts: {} },
  /** Somebody belongs to the group from the first to the last day, both included; null: no end is known. The last word on a group counts. */
  TargetGroupChanged: {
    schemaVersion: 1,
    data: z.strictObject({ group: z.enum(TARGET_GROUPS), from: day, until: day.nullable(), source: z.enum(FACT_SOURCES) }),
    upcasts: {},
  },
  /** The last word on a scheme counts, whichever of the three it is. */
  CountabilityOpened: { schemaVersion: 1, data: countability, upcasts: {} },
  CountabilityExtended: { schemaVersion: 1, data: countability, upcasts: {} },
  /** Somebody no longer counts after `until`. */
  CountabilityExpired: { schemaVersion: 1, data: countability.extend({ until: day }), upcasts: {} },
  /** This is the same person as the survivor, with whom everything goes on. */
  CandidateMergedInto: { schemaVersion: 1, data: z.strictObject({ survivorId: candidateId }), upcasts: {} },
  /** It was somebody else after all. */
  MergeUndone: { schemaVersion: 1, data: z.strictObject({}), upcasts: {} },
  /** All that was sealed about this person, in whichever stream, is destroyed with its key, and is never sealed again. */
  CandidateErased: { schemaVersion: 1, data: z.strictObject({ ground: z.enum(ERASURE_GROUNDS) }), upcasts: {} },
} as const satisfies Vocabulary;

export type CandidateEvent = EventOf<typeof candidateVocabulary>;
type Of<T extends CandidateEvent['type']> = Extract<CandidateEvent, { type: T }>;

export type CandidateRegistered = Of<'CandidateRegistered'>;
export type IdentityLinked = Of<'IdentityLinked'>;
export type ContactDetailsChanged = Of<'ContactDetailsChanged'>;
export type BenefitStarted = Of<'BenefitStarted'>;
export type BenefitEnded = Of<'BenefitEnded'>;
export type BenefitResumed = Of<'BenefitResumed'>;
export type TargetGroupChanged = Of<'TargetGroupChanged'>;
export type CountabilityOpened = Of<'CountabilityOpened'>;
export type CountabilityExtended = Of<'CountabilityExtended'>;
export type CountabilityExpired = Of<'CountabilityExpired'>;
export type CandidateMergedInto = Of<'CandidateMergedInto'>;
export type MergeUndone = Of<'MergeUndone'>;
export type CandidateErased = Of<'CandidateErased'>;
