/** What an organisation's people are, and who stands in for whom. */
export const TEAM_COMMANDS: readonly string[] = [
  'FormTeam',
  'AddMember',
  'RemoveMember',
  'RecordAbsence',
  'NameStandIn',
  'SetClosingDay',
];

/** What a programme is to reach, and for whom. */
export const TARGET_COMMANDS: readonly string[] = ['SetTarget', 'FreezeCohort'];

/** Which version of its programme, or which successor of it, a trajectory goes on under. */
export const MIGRATION_COMMANDS: readonly string[] = ['MigrateProgrammeVersion'];

/** Who is who. */
export const MERGE_COMMANDS: readonly string[] = ['MergeCandidate', 'UndoMerge'];
