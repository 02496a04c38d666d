import type { Day } from '../kernel/days.js';
import { ownIdOf, type CandidateId, type EmployerId, type MeetingId, type ProgrammeId, type StreamId } from '../kernel/ids.js';
import { interestOf, mutualInterests, type Meeting } from '../meeting/meeting.js';
import type { MeetingEvent } from '../meeting/meeting.events.js';
import type { Look, Round } from './look.js';
import { ALREADY_THERE, hasMatchOf, matchOf, offerTo, type StartedRound } from './meeting-matches.js';
import type { Asked, Heard, Reaction } from './reaction.js';

type Pair = Readonly<{ candidateId: CandidateId; employerId: EmployerId }>;
type At = Readonly<{ meetingId: MeetingId; scheduled: NonNullable<Meeting['scheduled']> }>;

/**
 * Two who said yes to each other at a meeting are matched in the candidate's trajectory in the meeting's programme, both interests
 * and all in one append; who has no trajectory there is offered one. An interest that becomes mutual late, or by a correction, is
 * the ordinary case; one that is taken back leaves what it brought to a person.
 *
 * Source: R-501, docs/rules.md.
 */
export const matchFromMeeting: Reaction = {
  name: 'match-from-meeting',
  hears: {
    meeting: {
      events: ['MeetingInterestExpressed', 'EventCorrected'],
      react: async (event, meeting, look) => {
        const { scheduled } = meeting;
        if (!scheduled) return [];

        const at = { meetingId: meetingIn(event), scheduled };
        const asked: Asked[] = [];
        for (const pair of pairsIn(event, meeting)) asked.push(...(await answerTo(pair, at, look)));
        return onceEach(asked);
      },
    },
  },
  nothingLeft: ALREADY_THERE,
  answers: {},
};

const meetingIn = ({ streamId }: Readonly<{ streamId: StreamId }>): MeetingId => ownIdOf<'meeting'>(streamId);

/** Of whom the event may have made a pair that both want: its own two, or after a correction anybody there. */
function pairsIn(event: Heard<MeetingEvent>, meeting: Meeting): readonly Pair[] {
  if (event.type !== 'MeetingInterestExpressed') return mutualInterests(meeting).sort(byIds);

  const { candidateId, employerId } = event.data;
  const said = interestOf(meeting, candidateId, employerId);
  return said.candidate && said.employer ? [{ candidateId, employerId }] : [];
}

async function answerTo({ candidateId, employerId }: Pair, at: At, look: Look): Promise<readonly Asked[]> {
  const { programmeId, heldOn } = at.scheduled;
  const rounds = await look.roundsOf(candidateId);
  const interest = { meetingId: at.meetingId, heldOn, employerId };
  if (hasMatchOf(rounds, interest)) return [];

  const last = (await roundsOfProgramme(programmeId, rounds, look)).at(-1);
  return takesMatchOf(last, heldOn) ? [matchOf(interest, last)] : offerTo({ candidateId, programmeId, heldOn }, last);
}

/** By round; also one that was begun in the programme and has gone on in its successor since. */
async function roundsOfProgramme(programmeId: ProgrammeId, rounds: readonly Round[], look: Look): Promise<readonly Round[]> {
  const isOfIt = async (round: Round): Promise<boolean> =>
    round.programmeId === programmeId || (await look.trajectoryOf(round.trajectoryId)).begunIn === programmeId;
  const ofIt = await Promise.all(rounds.map(isOfIt));
  return rounds.filter((_, at) => ofIt[at]).toSorted((one, other) => one.round - other.round);
}

/** Whether it has started, and was not closed before that day. */
function takesMatchOf(round: Round | undefined, heldOn: Day): round is StartedRound {
  if (!round || round.startedOn === null) return false;
  return round.closedOn === null || round.closedOn >= heldOn;
}

/** Of two offers to one candidate the first is enough. */
function onceEach(asked: readonly Asked[]): readonly Asked[] {
  const offered = new Set<string>();
  return asked.filter(({ command }) => {
    if (command.type !== 'OfferTrajectory') return true;
    const isFirst = !offered.has(command.data.candidateId);
    offered.add(command.data.candidateId);
    return isFirst;
  });
}

const byIds = (one: Pair, other: Pair): number =>
  `${one.candidateId} ${one.employerId}` < `${other.candidateId} ${other.employerId}` ? -1 : 1;
