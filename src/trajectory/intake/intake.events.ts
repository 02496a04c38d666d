import { z } from 'zod';
import { day, intakeId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { GOALS } from '../../programme/terms.js';

/** Why a goal became another one. */
export const GOAL_REASONS = [
  'paid-work-not-yet-feasible',
  'paid-work-feasible-again',
  'candidate-wishes',
  'employer-asks',
  'other',
] as const;

/** What somebody is good at; an open talk has these under *talenten*. */
export const TALENTS = [
  'working-with-hands',
  'technical',
  'precise',
  'caring',
  'hospitable',
  'organising',
  'driving',
  'administrative',
  'creative',
  'with-languages',
  'working-together',
  'persevering',
  'other',
] as const;

/** What somebody needs to work (*behoeften*): accommodation is said, a diagnosis never. */
export const NEEDS = [
  'guidance',
  'training',
  'language-support',
  'accommodation',
  'fixed-hours',
  'fewer-hours',
  'travel',
  'child-care',
  'debt-advice',
  'rhythm',
  'company',
  'other',
] as const;

/** What somebody would like to reach (*ambities*). */
export const AMBITIONS = [
  'paid-work',
  'own-business',
  'other-sector',
  'more-hours',
  'training',
  'volunteer-work',
  'independence',
  'company',
  'other',
] as const;

/** What stands in the way (*belemmeringen*); health only as what work would have to allow for. */
export const BARRIERS = [
  'language',
  'debts',
  'housing',
  'care-for-others',
  'travel',
  'digital-skills',
  'no-recent-work',
  'no-qualification',
  'work-must-be-adapted',
  'hard-to-reach',
  'criminal-record-check',
  'confidence',
  'other',
] as const;

/** `askAgainOn`: the day on which paid work is talked about again; only paid work itself goes without. */
const goal = { goal: z.enum(GOALS), askAgainOn: day.nullable() };

const some = <const C extends readonly [string, ...string[]]>(codes: C) => z.array(z.enum(codes)).max(codes.length).readonly();

/** How somebody is got to know, and what a trajectory aims at. */
export const intakeVocabulary = {
  /** `intakeOn`: the day that was planned. */
  IntakeScheduled: { schemaVersion: 1, data: z.strictObject({ intakeId, intakeOn: day }), upcasts: {} },
  /** `excused`: somebody had said so, or had a good reason. */
  IntakeMissed: { schemaVersion: 1, data: z.strictObject({ intakeId, excused: z.boolean() }), upcasts: {} },
  /** `intakeId`: null for a talk that nobody had planned. Sealed: the words to each of the four. Source: Werkoffensief, "talenten, behoeften, ambities en eventuele belemmeringen". */
  IntakeHeld: {
    schemaVersion: 1,
    data: z.strictObject({
      intakeId: intakeId.nullable(),
      talents: some(TALENTS),
      needs: some(NEEDS),
      ambitions: some(AMBITIONS),
      barriers: some(BARRIERS),
    }),
    upcasts: {},
  },
  /** A next appointment, which a talk led to; `followUpOn` is its day. */
  FollowUpAgreed: { schemaVersion: 1, data: z.strictObject({ followUpOn: day }), upcasts: {} },
  GoalSet: { schemaVersion: 1, data: z.strictObject(goal), upcasts: {} },
  GoalChanged: { schemaVersion: 1, data: z.strictObject({ ...goal, reason: z.enum(GOAL_REASONS) }), upcasts: {} },
} as const satisfies Vocabulary;
