import { z } from 'zod';
import { code, cohortId, day, digest, period, positive, programmeId, publicText } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';
import {
  AGREEMENT_SUBJECTS,
  BENEFIT_KINDS,
  ESCALATION_ROLES,
  FACT_NAMES,
  GOALS,
  NAMED_DAYS,
  PARTIES,
  PLACEMENT_KINDS,
  SIDES,
  type NamedDay,
} from './terms.js';

const fact = z.enum(FACT_NAMES);

/** A stretch of the life that is closed until every fact of `opens` has happened; until then what it `holds` is refused. */
const phase = z.strictObject({
  id: code<'phase'>(),
  opens: z.array(fact).readonly(),
  holds: z.array(fact).min(1).readonly(),
});

/** What must be so before a placement, besides that both said yes. `agreements` are the subjects that the plan must hold. */
const beforePlacement = z.strictObject({
  talk: z.boolean(),
  plan: z.boolean(),
  agreements: z.array(z.enum(AGREEMENT_SUBJECTS)).readonly(),
});

const namedDay = z.enum(Object.keys(NAMED_DAYS) as [NamedDay, ...NamedDay[]]);

/** A period after the fact that promises; on a day that this fact names; or a period before such a day. */
const due = z.union([period, z.strictObject({ on: namedDay }), z.strictObject({ before: namedDay, by: period })]);

/** What each fact `on` promises, to each side of `with` apart. `due` is always a working day of `calendar`: R-50 says which. */
const followUpRule = z.strictObject({
  id: code<'rule'>(),
  on: fact,
  due,
  with: z.array(z.enum(SIDES)).min(1).readonly(),
  calendar: code<'calendar'>(),
  settledBy: z.array(fact).min(1).readonly(),
  releasedBy: z.array(fact).readonly(),
  /** At most twice, each later than the one before; `after` is counted from the due day. */
  escalate: z
    .array(z.strictObject({ to: z.enum(ESCALATION_ROLES), after: period }))
    .max(2)
    .readonly()
    .optional(),
});

/**
 * What is told as a return (*draaideur*): one of `benefits` begins within so many months of the closing, the last day included, after
 * one of the results by which somebody left. `policy` is its name; its version is that of the programme.
 */
const returns = z.strictObject({
  policy: code<'return-policy'>(),
  benefits: z.array(z.enum(BENEFIT_KINDS)).min(1).readonly(),
  after: z.array(code<'result'>()).min(1).readonly(),
  withinMonths: z.int().min(1).max(240),
});

/** What takes the place of a name that an earlier version had and this one has not. */
const successors = <N extends z.ZodType>(name: N) =>
  z
    .array(z.strictObject({ was: name, is: name }))
    .readonly()
    .optional();

/** The same, of a name that may also go without a successor: `is` null. */
const successorsOrNone = <N extends z.ZodType>(name: N) =>
  z
    .array(z.strictObject({ was: name, is: name.nullable() }))
    .readonly()
    .optional();

/**
 * Who goes on as what, where a trajectory comes over from another version: every name of that version which is not in this one.
 * An open follow-up of a rule without a successor is cancelled; two rules never go on as one.
 */
const mapping = z.strictObject({
  phases: successorsOrNone(code<'phase'>()),
  followUps: successorsOrNone(code<'rule'>()),
  goals: successors(z.enum(GOALS)),
  placementKinds: successors(z.enum(PLACEMENT_KINDS)),
  results: successors(code<'result'>()),
  milestones: successors(code<'milestone'>()),
});

/** How a code is said to people. */
const named = <N extends z.ZodType>(of: N) =>
  z
    .array(z.strictObject({ of, nl: publicText, en: publicText }))
    .readonly()
    .optional();

/** How the codes that this definition makes are said in Dutch and in English; one without a name is shown as it is. */
const names = z.strictObject({
  phases: named(code<'phase'>()),
  followUps: named(code<'rule'>()),
  results: named(code<'result'>()),
  milestones: named(code<'milestone'>()),
});

/** A programme as data: what functional administrators edit and publish. */
export const definition = z.strictObject({
  slug: code<'programme'>(),
  title: publicText,
  goals: z.array(z.enum(GOALS)).min(1).readonly(),
  placementKinds: z.array(z.enum(PLACEMENT_KINDS)).min(1).readonly(),
  phases: z.array(phase).readonly(),
  plan: z.strictObject({ signatories: z.array(z.enum(PARTIES)).min(1).readonly() }),
  beforePlacement,
  followUps: z.array(followUpRule).readonly(),
  results: z.array(code<'result'>()).min(1).readonly(),
  /** What may be told of a trajectory besides its result; none when absent. */
  milestones: z.array(code<'milestone'>()).readonly().optional(),
  /** Which return is told; none when absent. */
  returns: returns.optional(),
  /** How long a workplace is kept for a match, from the day on which that is recorded; when absent, a person keeps it. */
  reservation: period.optional(),
  /** How its own codes are said to people. */
  names: names.optional(),
  /** For trajectories that come over from an earlier version of this programme. */
  mapping: mapping.optional(),
  /** For those that come over from a closed programme whose successor this one is, by its slug. */
  takesOver: z
    .array(z.strictObject({ programme: code<'programme'>(), mapping }))
    .readonly()
    .optional(),
});

export type Definition = z.output<typeof definition>;
export type Phase = Definition['phases'][number];
export type ReturnPolicy = NonNullable<Definition['returns']>;
export type Mapping = NonNullable<Definition['mapping']>;
export type Names = NonNullable<Definition['names']>;
export type FollowUpRule = Definition['followUps'][number];

/** What a target counts: distinct persons in a calendar year who went from a benefit into a job. Source: Werkoffensief, "jaarlijks 500 mensen … aan een baan". */
export const TARGET_MEASURES = ['from-benefit-into-job'] as const;

/** Who belongs to a cohort: who on `asOf` had this benefit, and had it for so many months by then. */
const cohortRule = { benefit: code<'benefit'>(), months: z.int().min(0).max(600), asOf: day };

/** Everything that is recorded about a programme. */
export const programmeVocabulary = {
  /** A version of the programme; its number is the version of this event in the stream, or of the correction that replaced it. In force from `validFrom` until a later one is. */
  ProgrammePublished: {
    schemaVersion: 11,
    /** `copiedFrom`: the programme of the country, and the version of it, that this was taken from as it stood. */
    data: z.strictObject({
      validFrom: day,
      definition,
      copiedFrom: z.strictObject({ slug: code<'programme'>(), version: positive }).optional(),
    }),
    // A definition may name more facts and more days than before, and say more; what it named, it still names.
    upcasts: {
      1: (data) => data,
      2: (data) => data,
      3: (data) => data,
      4: (data) => data,
      5: (data) => data,
      6: (data) => data,
      7: (data) => data,
      8: (data) => data,
      9: (data) => data,
      10: (data) => data,
    },
  },
  /** How many are to be reached in a year; the last word on a year and a measure counts. */
  TargetSet: {
    schemaVersion: 1,
    data: z.strictObject({ year: z.int().min(2000).max(2199), measure: z.enum(TARGET_MEASURES), count: positive }),
    upcasts: {},
  },
  /**
   * Who belonged to a group on a day, counted once for all: what is learned later changes it no more.
   * `digest`: of the members' ids in ascending order, each followed by a line feed, so that anyone can count again. Source: Werkoffensief, "22.000 mensen al langer dan 1,5 jaar".
   */
  CohortFrozen: {
    schemaVersion: 1,
    data: z.strictObject({ cohortId, ...cohortRule, count: z.int().min(0), digest }),
    upcasts: {},
  },
  /** Occurred on the first day on which the programme is closed. `successorId`: the programme that takes its place. */
  ProgrammeClosed: { schemaVersion: 1, data: z.strictObject({ successorId: programmeId.nullable() }), upcasts: {} },
} as const satisfies Vocabulary;

export type ProgrammeEvent = EventOf<typeof programmeVocabulary>;
type Of<T extends ProgrammeEvent['type']> = Extract<ProgrammeEvent, { type: T }>;

export type ProgrammePublished = Of<'ProgrammePublished'>;
export type TargetSet = Of<'TargetSet'>;
export type CohortFrozen = Of<'CohortFrozen'>;
export type ProgrammeClosed = Of<'ProgrammeClosed'>;
