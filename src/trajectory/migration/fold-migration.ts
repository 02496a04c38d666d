import type { Folds } from '../trajectory.js';
import type { migrationVocabulary } from './migration.events.js';

/** Who it is and which round stays; a goal that is gone becomes its successor. */
export const foldMigration: Folds<keyof typeof migrationVocabulary> = {
  ProgrammeVersionMigrated: (state, { data: { programmeId, programmeVersion, goals } }) => ({
    ...state,
    subject: state.subject && { ...state.subject, programmeId, programmeVersion },
    goal: state.goal && { ...state.goal, goal: goals.find(({ was }) => was === state.goal?.goal)?.is ?? state.goal.goal },
  }),
};
