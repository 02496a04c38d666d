import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import type { NotStarted } from '../under-way.js';

type DismissalRevised = TrajectoryEventOf<'DismissalRevised'>;

/** Records that the day of the dismissal became another one. */
export type ReviseDismissal = Command<'ReviseDismissal', DismissalRevised['data']>;

export type CannotReviseDismissal =
  NotStarted | { code: 'no-dismissal-announced' } | { code: 'dismissal-unchanged'; dismissalOn: Day };

const SAMPLE = { dismissalOn: LAST_DAY, source: 'other', employerId: null } as const;

/** Proposes exactly one `DismissalRevised`. */
export function reviseDismissal(command: Dated<ReviseDismissal>): [DismissalRevised] {
  return [fact('DismissalRevised', command, command.data)];
}

/** What `next-steps` may try: another day, once a first one was announced. */
export function offerRevisions({ dismissal }: Trajectory): Offers<ReviseDismissal, CannotReviseDismissal> {
  return { subjects: dismissal ? [SAMPLE] : [], none: 'no-dismissal-announced' };
}

/**
 * Only what was announced is revised, and into another day. Judged once, as a fact from outside.
 *
 * Errors: `not-started`; `no-dismissal-announced`; `dismissal-unchanged`.
 * Source: R-214, docs/rules.md.
 */
export function judgeRevision(
  { data: { dismissalOn } }: DismissalRevised,
  { begunOn, dismissal }: Trajectory,
): CannotReviseDismissal | undefined {
  if (begunOn === null) return { code: 'not-started' };
  if (!dismissal) return { code: 'no-dismissal-announced' };
  if (dismissal.dismissalOn === dismissalOn) return { code: 'dismissal-unchanged', dismissalOn };
}
