import type { Day } from '../../kernel/days.js';
import type { CandidateId, ProgrammeId } from '../../kernel/ids.js';
import { isOpenOn, type Shelf } from '../../programme/shelf.js';
import type { Subject, Trajectory } from '../trajectory.js';
import type { NoRulesInForce, TrajectoryRules } from '../under-way.js';

export type NotThisSubject =
  | NoRulesInForce
  | Readonly<{ code: 'other-trajectory'; candidateId: CandidateId; programmeId: ProgrammeId; round: number }>
  | Readonly<{ code: 'round-without-previous'; round: number }>
  | Readonly<{ code: 'previous-without-round'; round: number }>;

/** No version of a programme has this number: an event with it is refused, because nothing is in force. */
const NO_VERSION = 0;

/** The candidate of the samples that begin a trajectory. */
const SOMEBODY = '00000000-0000-5000-8000-000000000000' as CandidateId;

/** Whom a trajectory may be begun for: whose it is, or anybody in each programme on the shelf while it is nobody's. */
export function subjectsToBegin(shelf: Shelf, { subject }: Trajectory): readonly Omit<Subject, 'programmeVersion'>[] {
  if (!subject) {
    return shelf.programmeIds.map((programmeId) => ({
      candidateId: SOMEBODY,
      programmeId,
      round: 1,
      previousTrajectoryId: null,
    }));
  }
  const { candidateId, programmeId, round, previousTrajectoryId } = subject;
  return [{ candidateId, programmeId, round, previousTrajectoryId }];
}

/** The version of the programme in force on the day of a command. */
export function versionOn(shelf: Shelf, { on, data }: Readonly<{ on: Day; data: { programmeId: ProgrammeId } }>): number {
  return shelf.programmeOn(data.programmeId, on)?.version ?? NO_VERSION;
}

/**
 * A trajectory is one candidate's round in one programme, under a version that was in force, while the programme was open; only a round after the first has a previous one.
 *
 * Errors: `no-rules-in-force`; `other-trajectory`; `round-without-previous`; `previous-without-round`.
 * Source, docs/rules.md.
 */
export function judgeSubject(
  { occurredOn, data }: Readonly<{ occurredOn: Day; data: Subject }>,
  { subject }: Trajectory,
  { programme }: TrajectoryRules,
): NotThisSubject | undefined {
  const other = judgeSame(data, subject);
  if (other) return other;

  const { round, previousTrajectoryId } = data;
  if (round > 1 && previousTrajectoryId === null) return { code: 'round-without-previous', round };
  if (round === 1 && previousTrajectoryId !== null) return { code: 'previous-without-round', round };

  return judgeInForce({ occurredOn, data }, programme);
}

/** What no override lets pass of it. Errors: `other-trajectory`; `no-rules-in-force`. */
export function insistOnSubject(
  begins: Readonly<{ occurredOn: Day; data: Subject }>,
  { subject }: Trajectory,
  { programme }: TrajectoryRules,
): NotThisSubject | undefined {
  return judgeSame(begins.data, subject) ?? judgeInForce(begins, programme);
}

function judgeSame(data: Subject, subject: Subject | null): NotThisSubject | undefined {
  if (subject === null || isSame(subject, data)) return undefined;
  const { candidateId, programmeId, round } = subject;
  return { code: 'other-trajectory', candidateId, programmeId, round };
}

function judgeInForce(
  { occurredOn, data: { programmeId, programmeVersion } }: Readonly<{ occurredOn: Day; data: Subject }>,
  programme: TrajectoryRules['programme'],
): NotThisSubject | undefined {
  const inForce = programme && programme.validFrom <= occurredOn && isOpenOn(occurredOn)(programme);
  if (!inForce) return { code: 'no-rules-in-force', programmeId, programmeVersion, on: occurredOn };
}

function isSame(one: Subject, other: Subject): boolean {
  return (
    one.candidateId === other.candidateId &&
    one.programmeId === other.programmeId &&
    one.round === other.round &&
    one.previousTrajectoryId === other.previousTrajectoryId
  );
}
