import type { Accepted } from '../../src/application/commands/accepted.js';
import type { LateWish, Wish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { memoryFlow, type Sent } from '../harness/memory-flow.js';
import { publishedProgramme } from '../harness/published-programme.js';

const wish = (type: string, data: object): Wish => ({ kind: 'command', type, data });
const late = (fact: LateWish): Wish => ({ kind: 'corrections', corrections: [], late: [fact] });
const administrator: Sent = { role: 'administrator' };
const refusalOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused : outcome);
const TODAY = '2019-09-05' as Day;

/** A programme that was published, and people who have or want a place in it; today is 5 September 2019. */
async function opened() {
  const around = memoryFlow();
  const programmeId = await publishedProgramme(around);
  const made = async (outcome: Promise<Accepted | Refused>): Promise<string> => ((await outcome) as Accepted).id!;

  const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const benefit = { kind: 'bijstand', source: 'municipality', startedOn: '2016-02-29' };
  const candidate = () =>
    made(
      around.send({ category: 'candidate', id: null }, {
        ...wish('RegisterCandidate', { ...person, benefit }),
        words: { givenNames: 'Sanne' },
      } as Wish),
    );
  const start = async (candidateId: string) => {
    const data = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'municipality' };
    return around.send({ category: 'trajectory', id: null }, wish('StartTrajectory', data));
  };
  const offer = async (candidateId: string) =>
    around.send(
      { category: 'trajectory', id: null },
      wish('OfferTrajectory', { candidateId, programmeId, previousTrajectoryId: null }),
    );
  const close = (data: object = { successorId: null }) =>
    around.send({ category: 'programme', id: programmeId }, wish('CloseProgramme', data), administrator);
  return { around, programmeId, made, candidate, start, offer, close };
}

describe('a programme that was closed', () => {
  // Seen to fail when the shelf does not know of the closing.
  it('is offered to nobody and started in by nobody on that day, and who is under way goes on (R-316, P12)', async () => {
    const { around, programmeId, made, candidate, start, offer, close } = await opened();
    const underWay = await made(start(await candidate()));
    expect(await close()).toMatchObject({ kind: 'accepted' });

    const none = { code: 'no-rules-in-force', programmeId, on: '2019-09-05' };
    expect(refusalOf(await start(await candidate()))).toMatchObject(none);
    expect(refusalOf(await offer(await candidate()))).toMatchObject(none);
    const goal = wish('SetGoal', { goal: 'paid-work', askAgainOn: null });
    expect(await around.send({ category: 'trajectory', id: underWay }, goal)).toMatchObject({ kind: 'accepted' });
  });

  // Seen to fail when only the version that a command asks for is looked at.
  it('is not started in by a late fact either, but on the day before (R-316, P8)', async () => {
    const { around, programmeId, candidate, made, offer, close } = await opened();
    const id = await made(offer(await candidate()));
    await around.send({ category: 'trajectory', id }, wish('AnswerOffer', { accepted: true, reason: null }));
    await around.clock.moveTo(startOf('2019-09-07' as Day));
    await close();
    await around.clock.moveTo(startOf('2019-09-09' as Day));

    const stored = await around.store.readStream('hengelo' as never, `trajectory-${id}`);
    const subject = stored[0].data as object;
    const started = (occurredOn: string) =>
      late({
        type: 'TrajectoryStarted',
        occurredOn: occurredOn as Day,
        data: { ...subject, enrolledOn: null, referral: 'municipality' },
      });
    const target = { category: 'trajectory', id } as const;
    expect(refusalOf(await around.send(target, started('2019-09-07')))).toMatchObject({ code: 'no-rules-in-force', programmeId });
    expect(await around.send(target, started('2019-09-06'))).toMatchObject({ kind: 'accepted' });
  });

  it('names another programme in its place, one that there is (R-316, P11)', async () => {
    const { programmeId, close } = await opened();
    const nowhere = '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f';

    expect(refusalOf(await close({ successorId: nowhere }))).toEqual({
      code: 'no-such-reference',
      field: '/successorId',
      id: nowhere,
    });
    expect(refusalOf(await close({ successorId: programmeId }))).toEqual({
      code: 'no-such-reference',
      field: '/successorId',
      id: programmeId,
    });
  });

  it('is closed by an administrator only (P11)', async () => {
    const { around, programmeId } = await opened();
    const outcome = await around.send({ category: 'programme', id: programmeId }, wish('CloseProgramme', { successorId: null }), {
      role: 'supervisor',
    });
    expect(refusalOf(outcome)).toMatchObject({ code: 'not-permitted', wanted: 'CloseProgramme' });
  });
});

describe('a trajectory', () => {
  // Seen to fail when the programme is not asked.
  it('is counted into a cohort that its programme froze, and into no other, also not as a late fact (R-211)', async () => {
    const { around, programmeId, made, candidate, start } = await opened();
    const target = { category: 'trajectory', id: await made(start(await candidate())) } as const;
    const rule = { benefit: 'bijstand', months: 18, asOf: TODAY };
    const cohortId = await made(
      around.send({ category: 'programme', id: programmeId }, wish('FreezeCohort', rule), administrator),
    );
    const other = '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f';

    const unknown = { code: 'no-such-reference', field: '/cohortId', id: other };
    expect(refusalOf(await around.send(target, wish('IncludeInCohort', { cohortId: other })))).toEqual(unknown);
    const told = { type: 'IncludedInCohort', occurredOn: TODAY, data: { cohortId: other } };
    expect(refusalOf(await around.send(target, late(told)))).toEqual(unknown);
    expect(await around.send(target, wish('IncludeInCohort', { cohortId }))).toMatchObject({ kind: 'accepted' });
  });
});
