import { z } from 'zod';
import { code, day, employerId, matchId, publicText } from '../kernel/fields.events.js';
import type { EventOf, Vocabulary } from '../kernel/vocabulary.js';
import { PLACEMENT_KINDS } from '../programme/terms.js';

/** How a function was made to fit: an existing one split, or the work of several divided anew. */
export const ADAPTATIONS = ['job-carving', 'function-creation'] as const;
export type Adaptation = (typeof ADAPTATIONS)[number];

/** Who worked out how. */
export const ADAPTERS = ['employer', 'municipality', 'uwv', 'provider'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** Why a place is free again. */
export const RELEASES = ['match-fell-through', 'reservation-lapsed', 'placement-ended', 'entered-in-error'] as const;
export type Release = (typeof RELEASES)[number];

/** Why a place is no longer offered. */
export const WITHDRAWALS = ['vacancy-gone', 'filled-otherwise', 'unsuitable', 'no-guidance-available'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** What has to be done there, each task in a few words about no person. */
const tasks = z.array(publicText).min(1).max(20).readonly();

/** What somebody must be able to do or have, in the codes that the tenant uses. */
const requirements = z.array(code<'requirement'>()).max(20).readonly();

/** Everything that is recorded about one place to work; it holds one person at a time. */
export const workplaceVocabulary = {
  /** `area` and `department` in the codes of tenant and employer. `accommodations`: what can be adapted there, never why somebody needs it. Null: not told. */
  WorkplaceOffered: {
    schemaVersion: 1,
    data: z.strictObject({
      employerId,
      kind: z.enum(PLACEMENT_KINDS),
      tasks,
      hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
      area: code<'area'>().nullable(),
      requirements,
      accommodations: z.array(code<'accommodation'>()).max(20).readonly(),
      department: code<'department'>().nullable(),
    }),
    upcasts: {},
  },
  /** The function as it is from then on; as it was stands in what came before. */
  FunctionAdapted: {
    schemaVersion: 1,
    data: z.strictObject({ adaptation: z.enum(ADAPTATIONS), by: z.enum(ADAPTERS), tasks, requirements }),
    upcasts: {},
  },
  /** Kept for one match. `lapsesOn` is the last day on which the match may count on it; the place itself stays held until it is released. */
  WorkplaceReserved: { schemaVersion: 1, data: z.strictObject({ matchId, lapsesOn: day }), upcasts: {} },
  /** Somebody works there, by the match for which it was reserved. */
  WorkplaceFilled: { schemaVersion: 1, data: z.strictObject({ matchId }), upcasts: {} },
  /** Free for another match. */
  WorkplaceReleased: { schemaVersion: 1, data: z.strictObject({ matchId, reason: z.enum(RELEASES) }), upcasts: {} },
  WorkplaceWithdrawn: { schemaVersion: 1, data: z.strictObject({ reason: z.enum(WITHDRAWALS) }), upcasts: {} },
} as const satisfies Vocabulary;

export type WorkplaceEvent = EventOf<typeof workplaceVocabulary>;
type Of<T extends WorkplaceEvent['type']> = Extract<WorkplaceEvent, { type: T }>;

export type WorkplaceOffered = Of<'WorkplaceOffered'>;
export type FunctionAdapted = Of<'FunctionAdapted'>;
export type WorkplaceReserved = Of<'WorkplaceReserved'>;
export type WorkplaceFilled = Of<'WorkplaceFilled'>;
export type WorkplaceReleased = Of<'WorkplaceReleased'>;
export type WorkplaceWithdrawn = Of<'WorkplaceWithdrawn'>;
