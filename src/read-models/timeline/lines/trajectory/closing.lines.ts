import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { closingVocabulary } from '../../../../trajectory/closing/closing.events.js';
import type { LinesFor } from '../../line.js';

/** How the end of a trajectory is told. */
export const closingLines: LinesFor<EventOf<typeof closingVocabulary>> = {
  TrajectoryClosed: ({ result }, names) => ({
    nl: `Traject afgesloten met resultaat: ${names('results', result).nl}`,
    en: `Trajectory closed with result: ${names('results', result).en}`,
  }),
  TrajectoryReopened: () => ({
    nl: 'Traject heropend: het was bij vergissing afgesloten',
    en: 'Trajectory reopened: it had been closed by mistake',
  }),
};
