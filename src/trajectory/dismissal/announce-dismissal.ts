import { LAST_DAY, type Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import type { NotStarted } from '../under-way.js';

type DismissalAnnounced = TrajectoryEventOf<'DismissalAnnounced'>;

/** Records that, and from which day, somebody is to lose the job. */
export type AnnounceDismissal = Command<'AnnounceDismissal', DismissalAnnounced['data']>;

export type CannotAnnounceDismissal = NotStarted | { code: 'dismissal-announced'; announcedOn: Day; dismissalOn: Day };

const SAMPLE = { dismissalOn: LAST_DAY, source: 'other', employerId: null } as const;

/** Proposes exactly one `DismissalAnnounced`. */
export function announceDismissal(command: Dated<AnnounceDismissal>): [DismissalAnnounced] {
  return [fact('DismissalAnnounced', command, command.data)];
}

/** What `next-steps` may try: an announcement, whenever the job ends. */
export function offerAnnouncements(_: Trajectory): Offers<AnnounceDismissal, CannotAnnounceDismissal> {
  return { subjects: [SAMPLE], none: 'not-started' };
}

/**
 * A dismissal is announced once and revised after that. It is a fact from outside: it may have been told before the trajectory began, and is judged once.
 *
 * Errors: `not-started`; `dismissal-announced`.
 * Source: R-214, docs/rules.md: "duidelijkheid over de ontslagdatum", Van Werk naar Werk.
 */
export function judgeAnnouncement(
  _: DismissalAnnounced,
  { begunOn, dismissal }: Trajectory,
): CannotAnnounceDismissal | undefined {
  if (begunOn === null) return { code: 'not-started' };
  if (dismissal) return { code: 'dismissal-announced', ...dismissal };
}
