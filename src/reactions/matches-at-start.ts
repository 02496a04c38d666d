import { ownIdOf } from '../kernel/ids.js';
import type { MutualInterest } from './look.js';
import { ALREADY_THERE, hasMatchOf, matchOf } from './meeting-matches.js';
import type { Reaction } from './reaction.js';

/**
 * When a trajectory starts, the candidate is matched with each employer who said yes at a meeting of its programme, and to whom the
 * candidate did: one match per employer, from the latest of those meetings.
 *
 * Source: R-502, docs/rules.md.
 */
export const matchesAtStart: Reaction = {
  name: 'matches-at-start',
  hears: {
    trajectory: {
      events: ['TrajectoryStarted'],
      react: async ({ streamId }, { subject, startedOn }, look) => {
        if (!subject || startedOn === null) return [];

        const { candidateId, programmeId } = subject;
        const interests = await look.mutualInterestsOf(candidateId, programmeId);
        const rounds = await look.roundsOf(candidateId);
        const own = rounds.find(({ trajectoryId }) => trajectoryId === ownIdOf(streamId));
        if (!own) return [];

        return latestPerEmployer(interests)
          .filter((interest) => !hasMatchOf(rounds, interest))
          .map((interest) => matchOf(interest, { ...own, startedOn }));
      },
    },
  },
  nothingLeft: ALREADY_THERE,
  answers: {},
};

/** Shape: by the employer's id. */
function latestPerEmployer(interests: readonly MutualInterest[]): readonly MutualInterest[] {
  const latest = new Map(interests.map((interest) => [interest.employerId, interest] as const));
  return [...latest.values()].sort((one, other) => (one.employerId < other.employerId ? -1 : 1));
}
