import type { Day } from '../kernel/days.js';
import type { Id } from '../kernel/ids.js';

/** Stands in the samples of `next-steps` for what the caller has in mind; no stored id is equal to it. */
export const ANYTHING: Id<never> = '00000000-0000-5000-8000-000000000000' as Id<never>;

/** Later than any day on which something can be tried. */
export const FAR_DAY = '2199-12-31' as Day;
