import type { Offers } from '../../kernel/decider.js';
import type { Command } from '../../kernel/messages.js';
import type { Shelf } from '../../programme/shelf.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeNotClosed, type BeforeStart, type TrajectoryIsClosed, type TrajectoryRules } from '../under-way.js';
import { judgeSubject, subjectsToBegin, versionOn, type NotThisSubject } from './subject.js';

type TrajectoryOffered = TrajectoryEventOf<'TrajectoryOffered'>;

/** Offers somebody a place in a programme; the version is the one in force on the day of the offer. */
export type OfferTrajectory = Command<'OfferTrajectory', Omit<TrajectoryOffered['data'], 'programmeVersion'>>;

export type CannotOfferTrajectory =
  | NotThisSubject
  | BeforeStart
  | TrajectoryIsClosed
  | { code: 'already-offered'; answer: 'open' | 'accepted' }
  | { code: 'already-started' };

/** Proposes exactly one `TrajectoryOffered`. */
export const offerTrajectory =
  (shelf: Shelf) =>
  (command: Dated<OfferTrajectory>): [TrajectoryOffered] => [
    fact('TrajectoryOffered', command, { ...command.data, programmeVersion: versionOn(shelf, command) }),
  ];

/** What `next-steps` may try: to offer it, also again to whom it was offered before. */
export const offerOffers =
  (shelf: Shelf) =>
  (now: Trajectory): Offers<OfferTrajectory, CannotOfferTrajectory> => ({
    subjects: subjectsToBegin(shelf, now),
    none: 'no-rules-in-force',
  });

/**
 * An offer stands until it is answered, and may be made again after a no, always about the same candidate, programme and round.
 *
 * Errors: `before-start`; `already-started`; `already-offered`; `trajectory-closed`; those of the subject.
 * Source, docs/rules.md.
 */
export function judgeOffer(
  event: TrajectoryOffered,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotOfferTrajectory | undefined {
  if (state.begunOn !== null && event.occurredOn < state.begunOn) return { code: 'before-start', begunOn: state.begunOn };
  if (state.startedOn !== null) return { code: 'already-started' };
  if (state.offer === 'open' || state.offer === 'accepted') return { code: 'already-offered', answer: state.offer };

  return judgeNotClosed(event, state) ?? judgeSubject(event, state, rules);
}
