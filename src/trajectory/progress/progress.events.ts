import { z } from 'zod';
import { code, day, literacyActionId, matchId, organisationId, positive } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';

/** The ladder from volunteer work to paid work. Source: Werkwinkel, "vrijwilligerswerk … niet het hoogst haalbare". */
export const PARTICIPATION_STEPS = ['none', 'volunteer-work', 'work-experience', 'paid-work'] as const;

/** Why somebody went up or down. */
export const STEP_REASONS = ['progress', 'setback', 'work-began', 'work-ended', 'candidate-wishes', 'other'] as const;

const mark = z.int().min(1).max(10);

/** How somebody gets on. */
export const progressVocabulary = {
  /** Both from 1 up to `scale`, the highest mark that could be given; marks on different scales are not compared. */
  AssessmentRecorded: {
    schemaVersion: 1,
    data: z.strictObject({ learningAbility: mark, motivation: mark, scale: z.int().min(2).max(10) }),
    upcasts: {},
  },
  /** From which step, follows from the events before it. */
  ParticipationStepChanged: {
    schemaVersion: 1,
    data: z.strictObject({ step: z.enum(PARTICIPATION_STEPS), reason: z.enum(STEP_REASONS) }),
    upcasts: {},
  },
  /** `since`: the day of the last contact. `weeks`: for how many without contact the policy of that version warns. */
  StagnationFlagged: {
    schemaVersion: 1,
    data: z.strictObject({ since: day, weeks: z.int().min(1).max(520), policyVersion: positive }),
    upcasts: {},
  },
  /** `level`: the one aimed at. `organisationId`: who teaches, null where that is not known here. */
  LiteracyActionAgreed: {
    schemaVersion: 1,
    data: z.strictObject({ literacyActionId, level: code<'literacy-level'>(), organisationId: organisationId.nullable() }),
    upcasts: {},
  },
  /** `level`: the one that was reached. */
  LiteracyActionCompleted: {
    schemaVersion: 1,
    data: z.strictObject({ literacyActionId, level: code<'literacy-level'>() }),
    upcasts: {},
  },
  /** What a job does to the income. `matchId`: which job, null where it was about work in general. Sealed: the amounts, and where they come from. */
  IncomeEffectDiscussed: { schemaVersion: 1, data: z.strictObject({ matchId: matchId.nullable() }), upcasts: {} },
} as const satisfies Vocabulary;
