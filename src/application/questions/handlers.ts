import { AnswerCandidatesFound } from './candidates-found.js';
import { AnswerEmployerAgreementsOf } from './employer-agreements-of.js';
import { AnswerEventsOf } from './events-of.js';
import { AnswerFeedAfter } from './feed-after.js';
import { AnswerFollowUpsOf } from './follow-ups-of.js';
import { AnswerFunnelOf } from './funnel-of.js';
import { AnswerNextStepsOf } from './next-steps-of.js';
import { AnswerParkedReactionsOf } from './parked-reactions-of.js';
import { AnswerProgrammesOf } from './programmes-of.js';
import { AnswerStateOf } from './state-of.js';
import { AnswerStreamWithWords } from './stream-with-words.js';
import { AnswerTargetOf } from './target-of.js';
import { AnswerTimelineOf } from './timeline-of.js';
import { AnswerTrajectoriesOf } from './trajectories-of.js';
import { AnswerWorkloadOf } from './workload-of.js';

/** One handler per question, for the module. */
export const QUESTION_HANDLERS = [
  AnswerTimelineOf,
  AnswerEventsOf,
  AnswerStateOf,
  AnswerStreamWithWords,
  AnswerNextStepsOf,
  AnswerFeedAfter,
  AnswerFollowUpsOf,
  AnswerTrajectoriesOf,
  AnswerParkedReactionsOf,
  AnswerProgrammesOf,
  AnswerEmployerAgreementsOf,
  AnswerCandidatesFound,
  AnswerFunnelOf,
  AnswerTargetOf,
  AnswerWorkloadOf,
];
