import { z } from 'zod';
import { day } from '../../kernel/fields.events.js';
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

/** `askAgainOn`: the day on which paid work is talked about again; only paid work itself goes without. */
const goal = { goal: z.enum(GOALS), askAgainOn: day.nullable() };

/** What a trajectory aims at. */
export const intakeVocabulary = {
  GoalSet: { schemaVersion: 1, data: z.strictObject(goal), upcasts: {} },
  GoalChanged: { schemaVersion: 1, data: z.strictObject({ ...goal, reason: z.enum(GOAL_REASONS) }), upcasts: {} },
} as const satisfies Vocabulary;
