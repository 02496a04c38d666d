import type { Id } from '../kernel/ids.js';
import type { Party } from './meeting.events.js';

/** Stands in the samples of `next-steps` for whom or what the caller has in mind; no stored id is equal to it. */
export const ANYTHING: Id<never> = '00000000-0000-5000-8000-000000000000' as Id<never>;

/** Anybody at all, once from each side. */
export const ANYBODY: readonly Party[] = [
  { kind: 'candidate', candidateId: ANYTHING },
  { kind: 'employer', employerId: ANYTHING },
];
