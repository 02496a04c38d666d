import type { Day } from '../../kernel/days.js';
import {
  ownIdOf,
  type CandidateId,
  type EmployerId,
  type MeetingId,
  type ProgrammeId,
  type StreamId,
  type TenantId,
} from '../../kernel/ids.js';
import type { Projection, Shown } from '../projection.js';

/** What two who met said of each other; null: nothing yet. */
export type PairInterest = Readonly<{
  candidateId: CandidateId;
  employerId: EmployerId;
  candidate: boolean | null;
  employer: boolean | null;
}>;

/** One meeting with who said what of whom at it. */
export type MeetingInterestsRow = Readonly<{
  tenant: TenantId;
  streamId: StreamId;
  meetingId: MeetingId;
  programmeId: ProgrammeId;
  heldOn: Day;
  interests: readonly PairInterest[];
}>;

/** All meetings with the interest that was expressed at them; found by candidate. */
export const meetingInterests: Projection<MeetingInterestsRow, 'MeetingScheduled' | 'MeetingInterestExpressed'> = {
  name: 'meeting-interests',
  version: 1,
  key: ({ streamId }) => streamId,
  on: {
    MeetingScheduled: (_, { tenant, streamId, data: { programmeId, heldOn } }) => ({
      tenant,
      streamId,
      meetingId: ownIdOf<'meeting'>(streamId),
      programmeId,
      heldOn,
      interests: [],
    }),
    MeetingInterestExpressed: (row, { data }) => (row ? { ...row, interests: withSaid(row.interests, data) } : null),
  },
};

/** The last word of a side counts. */
function withSaid(
  interests: readonly PairInterest[],
  { by, candidateId, employerId, interested }: Shown<'MeetingInterestExpressed'>['data'],
): readonly PairInterest[] {
  const isThis = (pair: PairInterest): boolean => pair.candidateId === candidateId && pair.employerId === employerId;
  const before = interests.find(isThis) ?? { candidateId, employerId, candidate: null, employer: null };
  const after = { ...before, [by]: interested };
  return interests.some(isThis) ? interests.map((pair) => (isThis(pair) ? after : pair)) : [...interests, after];
}
