import type { Day } from '../../kernel/days.js';
import type { Offers } from '../../kernel/decider.js';
import type { EmployerId, PresentationId } from '../../kernel/ids.js';
import type { Command } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeInPhase, type NotInPhase, type TrajectoryRules } from '../under-way.js';

type PresentationViewed = TrajectoryEventOf<'PresentationViewed'>;

/** Records that an employer looked at a presentation. */
export type RecordPresentationView = Command<'RecordPresentationView', PresentationViewed['data']>;

export type CannotRecordPresentationView =
  | NotInPhase
  | { code: 'no-such-presentation'; presentationId: PresentationId }
  | { code: 'presentation-withdrawn'; presentationId: PresentationId; withdrawnOn: Day };

/** An employer whom no trajectory knows. */
const SOME_EMPLOYER = '00000000-0000-5000-8000-000000000000' as EmployerId;

/** Proposes exactly one `PresentationViewed`. */
export function recordPresentationView(command: Dated<RecordPresentationView>): [PresentationViewed] {
  return [fact('PresentationViewed', command, command.data)];
}

/** What `next-steps` may try: a look at each presentation. */
export function offerViews({ presentations }: Trajectory): Offers<RecordPresentationView, CannotRecordPresentationView> {
  const subjects = [...presentations.keys()].map((presentationId) => ({ presentationId, employerId: SOME_EMPLOYER }));
  return { subjects, none: 'no-such-presentation' };
}

/**
 * A presentation is looked at from the day on which it was published to the day on which it was withdrawn, both included.
 *
 * Errors: `no-such-presentation`; `presentation-withdrawn`; those of the phase.
 * Source: R-231, docs/rules.md.
 */
export function judgeView(
  event: PresentationViewed,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotRecordPresentationView | undefined {
  const refusal = judgeInPhase(event, state, rules);
  if (refusal) return refusal;

  const { presentationId } = event.data;
  const presentation = state.presentations.get(presentationId);
  if (!presentation) return { code: 'no-such-presentation', presentationId };

  const { withdrawnOn } = presentation;
  if (withdrawnOn !== null && withdrawnOn < event.occurredOn)
    return { code: 'presentation-withdrawn', presentationId, withdrawnOn };
}
