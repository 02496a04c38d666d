import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { closingVocabulary } from '../../../../trajectory/closing/closing.events.js';
import { asWritten, type LinesFor } from '../../line.js';

/** How the end of a trajectory is told. */
export const closingLines: LinesFor<EventOf<typeof closingVocabulary>> = {
  TrajectoryClosed: ({ result }) => ({
    nl: `Traject afgesloten met resultaat: ${asWritten(result).nl}`,
    en: `Trajectory closed with result: ${asWritten(result).en}`,
  }),
  TrajectoryReopened: () => ({
    nl: 'Traject heropend: het was bij vergissing afgesloten',
    en: 'Trajectory reopened: it had been closed by mistake',
  }),
};
