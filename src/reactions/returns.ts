import { ownIdOf, type CandidateId, type TrajectoryId } from '../kernel/ids.js';
import { returnKey, type ToldReturn } from '../trajectory/supported.js';
import type { Look } from './look.js';
import type { Asked, Reaction } from './reaction.js';
import { returnsShown, type Life, type ShownReturn } from './returns-shown.js';

/**
 * People are told of the returns that the candidate's facts show as they now stand, and of those that they no longer show: the
 * difference with what was told, whichever fact came late or was corrected. Who came back is offered the next round, unless a
 * trajectory or an offer stands; when a return is withdrawn, that round is left to a person.
 *
 * Source: R-503, docs/rules.md: "Voorkomen van draaideur", Praktijktafel Twente.
 */
export const returns: Reaction = {
  name: 'returns',
  hears: {
    candidate: {
      events: ['BenefitStarted', 'BenefitEnded', 'BenefitResumed', 'EventCorrected'],
      // Nobody comes back who is only just known; whose earlier trajectory is entered later is seen when that is closed.
      passesOverBeginning: true,
      react: ({ streamId }, _, look) => differenceFor(ownIdOf<'candidate'>(streamId), look),
    },
    trajectory: {
      events: ['TrajectoryClosed', 'TrajectoryReopened', 'EventCorrected'],
      react: (_, { subject }, look) => (subject ? differenceFor(subject.candidateId, look) : Promise.resolve([])),
    },
  },
  nothingLeft: new Set(['already-told', 'not-told', 'already-offered', 'already-started', 'candidate-erased']),
  answers: {},
};

async function differenceFor(candidateId: CandidateId, look: Look): Promise<readonly Asked[]> {
  const lives = await livesOf(candidateId, look);
  const shown = await returnsShown(lives, look, candidateId);
  const told = lives.flatMap(({ trajectoryId, returns: all }) =>
    [...all.values()].filter((one) => one.told).map((one) => ({ trajectoryId, ...one })),
  );

  const news = shown.filter((one) => !told.some((other) => isSame(one, other)));
  const gone = told.filter((one) => !shown.some((other) => isSame(one, other)));
  return [...gone.map(withdrawalOf), ...news.map(tellingOf), ...nextRoundAfter(news.at(-1), lives)];
}

/** Those that began. Shape: by programme, then by round. */
async function livesOf(candidateId: CandidateId, look: Look): Promise<readonly Life[]> {
  const lives: Life[] = [];
  for (const { trajectoryId } of await look.roundsOf(candidateId)) {
    const { subject, ...state } = await look.trajectoryOf(trajectoryId);
    if (subject) lives.push({ ...state, subject, trajectoryId });
  }
  return lives;
}

type Named = Pick<ToldReturn, 'benefitEventId' | 'returnedOn'> & Readonly<{ trajectoryId: TrajectoryId }>;

const isSame = (one: Named, other: Named): boolean =>
  one.trajectoryId === other.trajectoryId && returnKey(one) === returnKey(other);

function tellingOf({ life: { trajectoryId }, benefitEventId, returnedOn, daysSinceExit, policy }: ShownReturn): Asked {
  const data = { benefitEventId, returnedOn, daysSinceExit, policy };
  return { of: 'trajectory', id: trajectoryId, command: { type: 'RecordReturn', data } };
}

function withdrawalOf({ trajectoryId, benefitEventId, returnedOn }: Named): Asked {
  const data = { benefitEventId, returnedOn, reason: 'facts-corrected' } as const;
  return { of: 'trajectory', id: trajectoryId, command: { type: 'WithdrawReturn', data } };
}

/** One offer, after the last of the returns that are new; a person starts what is accepted. */
function nextRoundAfter(last: ShownReturn | undefined, lives: readonly Life[]): readonly Asked[] {
  if (!last || lives.some(standsOpen)) return [];

  const { trajectoryId, subject } = last.life;
  const { candidateId, programmeId } = subject;
  if (lives.some((life) => isLaterRound(life, last.life))) return [];
  const data = { candidateId, programmeId, previousTrajectoryId: trajectoryId };
  return [{ of: 'trajectory', id: null, command: { type: 'OfferTrajectory', data } }];
}

/** Under way, or offered without a no. */
const standsOpen = ({ closed, startedOn, offer }: Life): boolean =>
  closed === null && (startedOn !== null || offer === 'open' || offer === 'accepted');

/** A later round of the same programme, whatever became of it; one that was offered and declined may be offered again. */
function isLaterRound({ subject, offer, startedOn, closed }: Life, { subject: before }: Life): boolean {
  const isLater = subject.programmeId === before.programmeId && subject.round > before.round;
  return isLater && !(offer === 'declined' && startedOn === null && closed === null);
}
