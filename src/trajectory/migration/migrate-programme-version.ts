import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { ProgrammeId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import type { Fault } from '../../programme/faults.js';
import { isOpenOn, type PublishedProgramme, type Shelf } from '../../programme/shelf.js';
import { mappingOf, unmappedIn, type Succession } from '../../programme/succession.js';
import { fact, type Dated } from '../facts.js';
import type { Subject, Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeBegun, type NoRulesInForce, type NotBegun, type TrajectoryRules } from '../under-way.js';

type ProgrammeVersionMigrated = TrajectoryEventOf<'ProgrammeVersionMigrated'>;

/**
 * Lets a trajectory go on under another version of its programme, or under the programme that takes the place of a closed one.
 * `programmeId` null: its own, or the successor of that once it is closed; `programmeVersion` null: the one in force on that day.
 */
export type MigrateProgrammeVersion = Command<
  'MigrateProgrammeVersion',
  Readonly<{ programmeId: ProgrammeId | null; programmeVersion: number | null }>
>;

export type CannotMigrateProgrammeVersion =
  | NotBegun
  | { code: 'closed-not-migrated'; closedOn: Day; result: string }
  | NoRulesInForce
  | { code: 'version-unchanged'; programmeId: ProgrammeId; programmeVersion: number }
  | { code: 'not-the-successor'; programmeId: ProgrammeId; successorId: ProgrammeId | null }
  | { code: 'names-unmapped'; faults: readonly Fault[] }
  | { code: 'other-mapping' }
  | { code: 'follow-ups-before'; followUpsFrom: Day; migratedOn: Day };

const NEVER_WAIVED = {
  'version-unchanged': true,
  'closed-not-migrated': true,
  'not-the-successor': true,
  'names-unmapped': true,
  'other-mapping': true,
} as const;

/**
 * Without a successor nobody could say what becomes of a name, and a programme is left for no other than its successor. One who stands
 * under the version already, or is closed, is passed over: a page that is asked again with a reason appends nothing for them.
 */
export const MIGRATION_NEVER_WAIVED = Object.keys(NEVER_WAIVED) as (keyof typeof NEVER_WAIVED)[];

/** No version of a programme has this number: an event with it is refused, because nothing is in force. */
const NO_VERSION = 0;

/** Where nothing began there is no programme to go on in; such an event is refused for that. */
const NO_PROGRAMME = '00000000-0000-5000-8000-000000000000' as ProgrammeId;

/** Proposes exactly one `ProgrammeVersionMigrated`. */
export const migrateProgrammeVersion =
  (shelf: Shelf) =>
  (command: Dated<MigrateProgrammeVersion>, { subject }: Trajectory): [ProgrammeVersionMigrated] => {
    const to = aimOf(command, subject, shelf);
    const [before, after] = [subject, to].map((at) => at && shelf.programme(at.programmeId, at.programmeVersion));
    const goals = (before && after && mappingOf({ from: before, to: after }).goals) ?? [];
    return [fact('ProgrammeVersionMigrated', command, { ...to, followUpsFrom: command.meta.today, goals })];
  };

type Version = Pick<Subject, 'programmeId' | 'programmeVersion'>;

function aimOf({ on, data }: Dated<MigrateProgrammeVersion>, subject: Subject | null, shelf: Shelf): Version {
  const programmeId = data.programmeId ?? (subject ? goesOnIn(subject, on, shelf) : NO_PROGRAMME);
  const inForce = () => shelf.programmeOn(programmeId, on)?.version ?? NO_VERSION;
  return { programmeId, programmeVersion: data.programmeVersion ?? inForce() };
}

function goesOnIn({ programmeId, programmeVersion }: Subject, on: Day, shelf: Shelf): ProgrammeId {
  const own = shelf.programme(programmeId, programmeVersion);
  return own && !isOpenOn(on)(own) ? (own.successorId ?? programmeId) : programmeId;
}

/** What `next-steps` may try: each version that counts, of each programme at hand, its own apart. */
export const offerMigrations =
  (shelf: Shelf) =>
  ({ subject }: Trajectory): Offers<MigrateProgrammeVersion, CannotMigrateProgrammeVersion> => {
    const isOther = ({ programmeId, version }: PublishedProgramme) =>
      programmeId !== subject?.programmeId || version !== subject.programmeVersion;
    const others = subject ? shelf.standing.filter(isOther) : [];
    const subjects = others.map(({ programmeId, version }) => ({ programmeId, programmeVersion: version }));
    return { subjects, none: subject ? 'version-unchanged' : 'not-started' };
  };

/**
 * Who is under way comes under another version that is in force and knows what becomes of each name of the one before.
 * Another programme's only where theirs is closed and names it as successor.
 *
 * Errors: `before-start`; `not-started`; `closed-not-migrated`; `version-unchanged`; `no-rules-in-force`; `not-the-successor`;
 * `names-unmapped` with the path and the reason of each; `other-mapping`; `follow-ups-before`.
 * Source, docs/rules.md.
 */
export function judgeMigration(
  event: ProgrammeVersionMigrated,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotMigrateProgrammeVersion | undefined {
  const refusal = judgeBegun(event, state) ?? judgeOpen(event, state);
  if (refusal) return refusal;
  if (state.startedOn === null || !state.subject) return { code: 'not-started' };

  return judgeInto(event, state, rules) ?? judgeDays(event);
}

/** What no override lets pass of it. */
export function insistOnMigration(
  event: ProgrammeVersionMigrated,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotMigrateProgrammeVersion | undefined {
  return judgeOpen(event, state) ?? judgeInto(event, state, rules);
}

function judgeInto(
  event: ProgrammeVersionMigrated,
  { subject }: Trajectory,
  rules: TrajectoryRules,
): CannotMigrateProgrammeVersion | undefined {
  const { programmeId, programmeVersion } = event.data;
  if (programmeId === subject?.programmeId && programmeVersion === subject.programmeVersion)
    return { code: 'version-unchanged', programmeId, programmeVersion };
  return judgeVersion(event, rules);
}

/** Under an own code: what else may be let pass after the closing is not said of this. */
function judgeOpen({ occurredOn }: ProgrammeVersionMigrated, { closed }: Trajectory): CannotMigrateProgrammeVersion | undefined {
  if (closed && closed.on < occurredOn) return { code: 'closed-not-migrated', closedOn: closed.on, result: closed.result };
}

function judgeVersion(
  { occurredOn, data }: ProgrammeVersionMigrated,
  { programme: from, next: to }: TrajectoryRules,
): CannotMigrateProgrammeVersion | undefined {
  const { programmeId, programmeVersion } = data;
  if (!from || !to || !isInForce(to, occurredOn))
    return { code: 'no-rules-in-force', programmeId, programmeVersion, on: occurredOn };

  const successorId = isOpenOn(occurredOn)(from) ? null : (from.successorId ?? null);
  if (![from.programmeId, successorId].includes(programmeId)) return { code: 'not-the-successor', programmeId, successorId };
  return judgeNames(data.goals, { from, to });
}

const isInForce = (version: PublishedProgramme, on: Day): boolean =>
  version.standsAt !== null && version.validFrom <= on && isOpenOn(on)(version);

function judgeNames(goals: Goals, succession: Succession): CannotMigrateProgrammeVersion | undefined {
  const faults = unmappedIn(succession);
  if (faults.length > 0) return { code: 'names-unmapped', faults };
  if (!isSame(goals, mappingOf(succession).goals ?? [])) return { code: 'other-mapping' };
}

type Goals = ProgrammeVersionMigrated['data']['goals'];

const isSame = (one: Goals, other: Goals): boolean =>
  one.length === other.length && one.every(({ was, is }, at) => was === other[at].was && is === other[at].is);

function judgeDays({ occurredOn, data }: ProgrammeVersionMigrated): CannotMigrateProgrammeVersion | undefined {
  const { followUpsFrom } = data;
  if (followUpsFrom < occurredOn) return { code: 'follow-ups-before', followUpsFrom, migratedOn: occurredOn };
}
