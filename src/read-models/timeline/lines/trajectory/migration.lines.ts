import type { EventOf } from '../../../../kernel/vocabulary.js';
import type { migrationVocabulary } from '../../../../trajectory/migration/migration.events.js';
import type { LinesFor } from '../../line.js';

/** How it is told that other rules hold. */
export const migrationLines: LinesFor<EventOf<typeof migrationVocabulary>> = {
  ProgrammeVersionMigrated: ({ programmeVersion }) => ({
    nl: `Overgezet naar versie ${programmeVersion} van het programma`,
    en: `Moved to version ${programmeVersion} of the programme`,
  }),
};
