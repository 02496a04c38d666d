import type { Folds, Subject } from '../trajectory.js';
import type { startVocabulary } from './start.events.js';

/** An offer and the start both say whose life it is, the last one under which version of the programme. */
export const foldStart: Folds<keyof typeof startVocabulary> = {
  TrajectoryOffered: (state, { data }) => ({
    ...state,
    subject: subjectOf(data),
    begunIn: state.begunIn ?? data.programmeId,
    offer: 'open',
  }),
  OfferAnswered: (state, { data }) => ({ ...state, offer: data.accepted ? 'accepted' : 'declined' }),
  TrajectoryStarted: (state, { occurredOn, data }) => ({
    ...state,
    subject: subjectOf(data),
    begunIn: state.begunIn ?? data.programmeId,
    startedOn: state.startedOn ?? occurredOn,
  }),
};

function subjectOf({ candidateId, programmeId, programmeVersion, round, previousTrajectoryId }: Subject): Subject {
  return { candidateId, programmeId, programmeVersion, round, previousTrajectoryId };
}
