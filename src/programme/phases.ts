import type { Phase } from './programme.events.js';
import type { FactName } from './terms.js';

/** Which facts a phase still waits for, in the order of its definition; none: it is open. Source: R-02, docs/rules.md. */
export const missingFor = ({ opens }: Phase, happened: ReadonlySet<string>): readonly FactName[] =>
  opens.filter((opening) => !happened.has(opening));
