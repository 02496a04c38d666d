import type { Offers } from '../../kernel/decider.js';
import type { Command, Seal } from '../../kernel/messages.js';
import { fact, type Dated } from '../facts.js';
import type { Trajectory } from '../trajectory.js';
import type { TrajectoryEventOf } from '../trajectory.events.js';
import { judgeUnderWay, type NotUnderWay, type TrajectoryRules } from '../under-way.js';

type PresentationPublished = TrajectoryEventOf<'PresentationPublished'>;

/** Publishes a video or an infographic of a candidate who permits it; the seal holds its address. */
export type PublishPresentation = Command<'PublishPresentation', Omit<PresentationPublished['data'], 'presentationId'>> & {
  seal: Seal;
};

export type CannotPublishPresentation = NotUnderWay;

/** Proposes exactly one `PresentationPublished`. */
export function publishPresentation(command: Dated<PublishPresentation>): [PresentationPublished] {
  return [fact('PresentationPublished', command, { presentationId: command.meta.newId('presentation'), ...command.data })];
}

/** What `next-steps` may try: a video. */
export function offerPublications(_: Trajectory): Offers<PublishPresentation, CannotPublishPresentation> {
  return { subjects: [{ kind: 'video', permission: 'written' }], none: 'not-started' };
}

/**
 * There may be several at once; none is published without permission.
 *
 * Errors: those of being under way.
 * Source: R-230, docs/rules.md: "persoonlijk kunnen blijven presenteren", Meedoen Werkt.
 */
export function judgePublication(
  event: PresentationPublished,
  state: Trajectory,
  rules: TrajectoryRules,
): CannotPublishPresentation | undefined {
  return judgeUnderWay(event, state, rules);
}
