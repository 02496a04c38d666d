import type { Position, StoredEvent } from '../../src/application/ports/event-store.js';
import type { LookRows, Seen } from '../../src/application/ports/look-rows.js';
import { Looking } from '../../src/application/reacting/looking.js';
import { InDoubt, NoAnswer } from '../../src/application/reacting/no-answer.js';
import { StreamsRead } from '../../src/application/reacting/streams-read.js';
import type { MeetingInterestsRow } from '../../src/read-models/meeting-interests/meeting-interests.projection.js';
import type { TrajectoryRow } from '../../src/read-models/trajectories/trajectories.projection.js';
import { testId } from '../harness/ids.js';
import { TENANT } from '../harness/life.js';

const [END, BEFORE] = ['0000000000000007', '0000000000000006'] as Position[];
const candidateId = testId<'candidate'>('candidate', 1);
const programmeId = testId<'programme'>('programme', 1);
const [bakery, garage, school] = [1, 2, 3].map((n) => testId<'employer'>('employer', n));

const seen = <Row>(more: Partial<Seen<Row>> = {}): Seen<Row> => ({ position: END, rows: [], doubtful: [], ...more });
const round = { trajectoryId: testId('trajectory', 1), round: 1 } as unknown as TrajectoryRow;

/** Answers these, one after the other, the last for ever. */
function looking(rounds: readonly (Seen<TrajectoryRow> | Error)[], meetings: readonly MeetingInterestsRow[] = []) {
  let asked = 0;
  const rows: LookRows = {
    roundsOf: () => {
      const answer = rounds[Math.min(asked, rounds.length - 1)];
      asked += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    trajectoriesFor: () => {
      const [answer] = rounds;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    meetingInterestsOf: () => Promise.resolve(seen({ rows: meetings })),
  };
  const streams = new StreamsRead({ readStream: () => Promise.reject(new Error('gone')) }, TENANT);
  return { look: new Looking({ rows, streams, tenant: TENANT, end: END }), asked: () => asked };
}

describe('what a reaction asks of other streams', () => {
  it('is answered only from rows that have passed the log’s end as it was when the event was taken', async () => {
    const { look, asked } = looking([seen({ position: null }), seen({ position: BEFORE }), seen({ rows: [round] })]);
    expect(await look.roundsOf(candidateId)).toEqual([round]);
    expect(asked()).toBe(3);
  });

  it('has no answer now when the rows do not come that far in time', async () => {
    const { look } = looking([seen({ position: BEFORE, rows: [round] })]);
    await expect(look.roundsOf(candidateId)).rejects.toThrow(NoAnswer);
  }, 15_000);

  it('has no answer now when the rows cannot be read', async () => {
    const { look } = looking([new Error('gone')]);
    await expect(look.roundsOf(candidateId)).rejects.toThrow(NoAnswer);
    await expect(look.beginningsOf(candidateId)).rejects.toThrow(NoAnswer);
  });

  it('is in doubt while a stream that it names cannot be read by this release', async () => {
    const unknown = { type: 'SomethingNew', schemaVersion: 1, data: {} } as unknown as StoredEvent;
    const streams = new StreamsRead({ readStream: () => Promise.resolve([unknown]) }, TENANT);
    const asked = streams.trajectoryOf(testId('trajectory', 1));
    await expect(asked).rejects.toMatchObject({ name: 'InDoubt', streams: [`trajectory-${testId('trajectory', 1)}`] });
  });

  it('is in doubt while a stream that may matter is parked', async () => {
    const doubtful = [`trajectory-${testId('trajectory', 9)}`] as const;
    const asked = looking([seen({ rows: [round], doubtful })]).look.roundsOf(candidateId);
    await expect(asked).rejects.toMatchObject({ projection: 'trajectories', streams: doubtful });
    await expect(asked).rejects.toThrow(InDoubt);
  });

  it('is, of a workplace, whose match is for it, and in doubt while any trajectory is parked', async () => {
    const workplaceId = testId<'workplace'>('workplace', 1);
    expect(await looking([seen({ rows: [round] })]).look.trajectoriesFor(workplaceId)).toEqual([round.trajectoryId]);
    const doubtful = [`trajectory-${testId('trajectory', 9)}`] as const;
    await expect(looking([seen({ rows: [round], doubtful })]).look.trajectoriesFor(workplaceId)).rejects.toThrow(InDoubt);
  });

  it('is, of a trajectory, every place that it ever named, also by a replacement alone', async () => {
    const proposed = { type: 'MatchProposed', schemaVersion: 2, data: { workplaceId: 'first' } };
    const replacement = { type: 'MatchProposed', schemaVersion: 2, data: { workplaceId: 'second' } };
    const corrections = [
      { kind: 'void', corrects: 'any' },
      { kind: 'replace', corrects: 'any', replacement },
    ];
    const corrected = corrections.map((data) => ({ type: 'EventCorrected', schemaVersion: 1, data }));
    const none = { type: 'MatchProposed', schemaVersion: 2, data: { workplaceId: null } };
    const stored = [none, proposed, proposed, ...corrected] as unknown as StoredEvent[];
    const streams = new StreamsRead({ readStream: () => Promise.resolve(stored) }, TENANT);
    expect(await streams.placesNamedIn(testId('trajectory', 1))).toEqual(['first', 'second']);
  });

  it('is, of meetings, with whom both said yes, by day and then by employer', async () => {
    const said = (employerId: string, [candidate, employer]: [boolean, boolean], who: string = candidateId) =>
      ({ candidateId: who, employerId, candidate, employer }) as MeetingInterestsRow['interests'][number];
    const meeting = (n: number, heldOn: string, interests: MeetingInterestsRow['interests']) =>
      ({ meetingId: testId('meeting', n), heldOn, interests }) as unknown as MeetingInterestsRow;
    const somebody = testId('candidate', 2);
    const pairs = [said(garage, [true, true]), said(bakery, [true, true]), said(school, [true, false])].sort(() => -1);
    const { look } = looking(
      [],
      [
        meeting(1, '2019-09-05', pairs),
        meeting(2, '2019-10-03', [said(school, [true, true], somebody), said(bakery, [true, true])]),
      ],
    );

    const found = (await look.mutualInterestsOf(candidateId, programmeId)).map(({ heldOn, employerId }) => [heldOn, employerId]);
    const first = [bakery, garage].sort().map((employerId) => ['2019-09-05', employerId]);
    expect(found).toEqual([...first, ['2019-10-03', bakery]]);
  });
});
