import { z } from 'zod';
import { day } from '../../../src/kernel/fields.events.js';
import type { EventOf, EventType } from '../../../src/kernel/vocabulary.js';

const type = <D>(data: EventType<D>['data']): EventType<D> => ({ schemaVersion: 1, data, upcasts: {} });
const id = z.uuid();

/** A small life with everything that the kernel must cope with: ids, spans, a consequence, a fact from outside, a ledger. */
export const toyVocabulary = {
  Opened: type(z.strictObject({ candidateId: id, round: z.int() })),
  PlanMade: type(z.strictObject({ planId: id })),
  MatchProposed: type(z.strictObject({ matchId: id })),
  YesSaid: type(z.strictObject({ matchId: id, by: z.enum(['candidate', 'employer']) })),
  /** Follows from the second yes. */
  MatchMade: type(z.strictObject({ matchId: id })),
  /** Carries the version of the rules that it was decided under. */
  Placed: type(z.strictObject({ placementId: id, matchId: id, until: day, rules: z.int() })),
  Talked: type(z.strictObject({ placementId: id, rating: z.int() })),
  PlacementEnded: type(z.strictObject({ placementId: id })),
  Closed: type(z.strictObject({})),
  Reopened: type(z.strictObject({})),
  /** A fact from outside: judged once, and it may lie before the beginning. */
  BenefitStarted: type(z.strictObject({ benefit: z.enum(['ww', 'bijstand']) })),
  BenefitEnded: type(z.strictObject({ benefit: z.enum(['ww', 'bijstand']) })),
  /** The ledger. */
  ReminderSet: type(z.strictObject({ reminderId: id, placementId: id })),
  ReminderSent: type(z.strictObject({ reminderId: id })),
};

export type ToyEvent = EventOf<typeof toyVocabulary>;
