import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Code } from '../../kernel/fields.events.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type NewJobFound = TrajectoryEventOf<'NewJobFound'>;

/** Records that somebody found a job, also while still employed elsewhere: it needs no match. */
export type RecordNewJob = Command<'RecordNewJob', NewJobFound['data']>;

export type CannotRecordNewJob =
  | NotUnderWay
  | { code: 'starts-before-found'; startsOn: Day; foundOn: Day }
  | { code: 'already-found'; startsOn: Day; foundOn: Day };

/** The sector of the sample; which sectors there are, the programme's people decide. */
const SOME_SECTOR = 'other' as Code<'sector'>;

/** Proposes exactly one `NewJobFound`, on the day on which the job was found. */
export function recordNewJob(command: Dated<RecordNewJob>): [NewJobFound] {
  return [fact('NewJobFound', command, command.data)];
}

/** What `next-steps` may try: a job that begins whenever. */
export function offerNewJobs(_: Trajectory): Offers<RecordNewJob, CannotRecordNewJob> {
  return { subjects: [{ sectorFrom: null, sectorTo: SOME_SECTOR, startsOn: LAST_DAY }], none: 'not-started' };
}

/**
 * A job is found on or before its first day, and one job begins on one day.
 *
 * Errors: `starts-before-found`; `already-found`; those of being under way.
 * Source: R-323, docs/rules.md: "binnen 6 maanden een nieuwe baan", Van Werk naar Werk.
 */
export function judgeNewJob(event: NewJobFound, state: Trajectory, rules: TrajectoryRules): CannotRecordNewJob | undefined {
  const refusal = judgeUnderWay(event, state, rules);
  if (refusal) return refusal;

  const { startsOn } = event.data;
  if (startsOn < event.occurredOn) return { code: 'starts-before-found', startsOn, foundOn: event.occurredOn };

  const foundOn = state.newJobs.get(startsOn);
  if (foundOn !== undefined) return { code: 'already-found', startsOn, foundOn };
}
