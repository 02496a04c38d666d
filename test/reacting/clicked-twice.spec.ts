import { randomUUID } from 'node:crypto';
import type { StreamId } from '../../src/kernel/ids.js';
import { startWholeApi, type WholeApi } from '../harness/whole-api.js';
import { TENANT } from '../harness/life.js';
import { get, post, type Answer } from '../http/harness/requests.js';
import { People } from './people.js';

/** As a finger that clicks twice, and a client that sends each again. */
const CLICKS = 4;
let api: WholeApi;
let people: People;
let employerId: string;

beforeAll(async () => {
  api = await startWholeApi();
  people = new People(api.engine);
  await people.publish();
  employerId = await people.employer();
}, 60_000);
afterAll(() => api.stop());

const settled = async (): Promise<void> => {
  const { status, body } = await post(api, ['/v1/development/settle', {}], { token: 'administrator', key: null });
  expect([status, body.parked, body.stopped]).toEqual([200, [], []]);
};

/** Sends one command as often as there are keys, all at once. */
const atOnce = (path: string, body: object, keys: readonly string[]): Promise<Answer[]> =>
  Promise.all(keys.map((key) => post(api, [path, body], { key })));

const oneKey = (): string[] => new Array<string>(CLICKS).fill(randomUUID());
const otherKeys = (): string[] => Array.from({ length: CLICKS }, () => randomUUID());

async function trajectoriesOf(candidateId: string): Promise<{ trajectoryId: string; streamId: StreamId; status: string }[]> {
  const { body } = await get(api, `/v1/trajectories?candidateId=${candidateId}`);
  return body.items as { trajectoryId: string; streamId: StreamId; status: string }[];
}

async function countIn(streamId: StreamId, type: string): Promise<number> {
  const events = await api.engine.tools.store.readStream(TENANT, streamId);
  return events.filter((event) => event.type === type).length;
}

describe('the same click twice at once, through HTTP on PostgreSQL', () => {
  // Seen to fail when a repeat is decided again, and when a side may say yes twice.
  it.each([
    ['under one key is one answer', oneKey, [200, 200, 200, 200]],
    ['under keys of their own is one accepted and the rest told why not', otherKeys, [200, 409, 409, 409]],
  ])(
    '%s: one interest, one trajectory offered, one match (P3, R-308, R-501, R-502)',
    async (_, keys, statuses) => {
      const candidateId = await people.candidate();
      const day = keys === oneKey ? '2019-09-05' : '2019-10-03';
      const meeting = await people.meeting(day, [candidateId], [employerId]);
      await people.says('candidate', meeting, { candidateId, employerId });

      const says = { by: 'employer', candidateId, employerId, interested: true };
      const answers = await atOnce(`/v1/meetings/${meeting}/interest`, says, keys());
      expect(answers.map(({ status }) => status).sort()).toEqual(statuses);
      const refused = answers.filter(({ status }) => status === 409);
      expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'interest-already-expressed'));
      const accepted = answers.filter(({ status }) => status === 200).map(({ body }) => JSON.stringify(body));
      expect(new Set(accepted).size).toBe(1);

      await settled();
      const interests = await countIn(`meeting-${meeting}` as StreamId, 'MeetingInterestExpressed');
      const [offered, ...more] = await trajectoriesOf(candidateId);
      expect([interests, offered.status, more]).toEqual([2, 'offered', []]);
      expect(await countIn(offered.streamId, 'TrajectoryOffered')).toBe(1);

      const { trajectoryId, streamId } = offered;
      await atOnce(`/v1/trajectories/${trajectoryId}/offer-answers`, { accepted: true }, keys());
      const start = { candidateId, programmeId: people.programmeId, referral: 'meeting' };
      await atOnce('/v1/trajectories', start, keys());
      await settled();

      const counted = ['OfferAnswered', 'TrajectoryStarted', 'MatchProposed', 'MatchMade'].map((type) => countIn(streamId, type));
      expect([await Promise.all(counted), await trajectoriesOf(candidateId)]).toEqual([
        [1, 1, 1, 1],
        [expect.objectContaining({ trajectoryId, status: 'under-way' })],
      ]);
    },
    60_000,
  );
});
