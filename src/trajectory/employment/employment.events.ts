import { z } from 'zod';
import { code, day, placementId } from '../../kernel/fields.events.js';
import type { Vocabulary } from '../../kernel/vocabulary.js';
import { PLACEMENT_KINDS } from '../../programme/terms.js';

/** Under what contract somebody is employed; without one nothing is signed. */
export const SIGNED_CONTRACTS = ['permanent', 'fixed-term', 'agency'] as const;

/** How somebody is employed, and when somebody found a job without us. */
export const employmentVocabulary = {
  /** Occurred on the day on which the contract was handed in; `from` and `until` are its first and last day, null when it has no end. */
  ContractSigned: {
    schemaVersion: 1,
    data: z.strictObject({
      placementId,
      contract: z.enum(SIGNED_CONTRACTS),
      hoursPerWeek: z.number().min(0.5).max(60).multipleOf(0.5),
      signedOn: day,
      from: day,
      until: day.nullable(),
    }),
    upcasts: {},
  },
  /** `until`: the new last day as agreed, null for a placement that has no agreed end any more. */
  PlacementExtended: { schemaVersion: 1, data: z.strictObject({ placementId, until: day.nullable() }), upcasts: {} },
  /** The placement goes on as one of another kind, as when a trial becomes a job. */
  PlacementConverted: {
    schemaVersion: 1,
    data: z.strictObject({ placementId, kind: z.enum(PLACEMENT_KINDS) }),
    upcasts: {},
  },
  /** Occurred on the day on which the job was found; `startsOn` is its first day. `sectorFrom`: where somebody works until then, null when nowhere. */
  NewJobFound: {
    schemaVersion: 1,
    data: z.strictObject({ sectorFrom: code<'sector'>().nullable(), sectorTo: code<'sector'>(), startsOn: day }),
    upcasts: {},
  },
} as const satisfies Vocabulary;
