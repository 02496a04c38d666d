import type { MatchId } from '../../kernel/ids.js';
import { added, changed, type Folds, type Match, type Trajectory } from '../trajectory.js';
import type { matchVocabulary } from './match.events.js';

/** The last word of a side counts; the first day on which something happened to a match is the one that is kept. */
export const foldMatch: Folds<keyof typeof matchVocabulary> = {
  MatchProposed: (state, { data: { matchId, employerId, meetingId, workplaceId } }) => ({
    ...state,
    matches: added(state.matches, matchId, { ...unknown, employerId, meetingId, workplaceId }),
  }),
  InterestExpressed: (state, { occurredOn, data: { matchId, by, interested } }) =>
    withMatch(state, matchId, (match) => ({ ...match, says: { ...match.says, [by]: { interested, on: occurredOn } } })),
  MatchMade: (state, { occurredOn, data: { matchId } }) =>
    withMatch(state, matchId, (match) => ({ ...match, madeOn: match.madeOn ?? occurredOn })),
  MatchFellThrough: (state, { occurredOn, data: { matchId, reason } }) =>
    withMatch(state, matchId, (match) => (match.fellOn === null ? { ...match, fellOn: occurredOn, fellFor: reason } : match)),
  TripartiteTalkHeld: (state, { occurredOn, data: { matchId } }) =>
    withMatch(state, matchId, (match) => ({ ...match, talkedOn: match.talkedOn ?? occurredOn })),
};

const unknown = {
  says: { candidate: null, employer: null },
  madeOn: null,
  fellOn: null,
  fellFor: null,
  talkedOn: null,
  placementId: null,
} as const satisfies Partial<Match>;

function withMatch(state: Trajectory, matchId: MatchId, change: (match: Match) => Match): Trajectory {
  return { ...state, matches: changed(state.matches, matchId, change) };
}
