import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { CorrectionsWish, Wish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import type { Day } from '../../src/kernel/days.js';
import { streamIdOf, type EventId, type TenantId } from '../../src/kernel/ids.js';
import { memoryFlow, type Sent } from '../harness/memory-flow.js';

const tenant = 'hengelo' as TenantId;
const TODAY = '2019-09-05' as Day;

const command = (type: string, data: unknown): Wish => ({ kind: 'command', type, data });
const late = (type: string, data: unknown): CorrectionsWish => ({
  kind: 'corrections',
  corrections: [],
  late: [{ type, occurredOn: TODAY, data }],
});
const replaces = (corrects: EventId, data: unknown): CorrectionsWish => ({
  kind: 'corrections',
  corrections: [
    {
      corrects,
      kind: 'replace',
      replacement: { occurredOn: TODAY, data },
      reason: 'wrong-details',
      requestedBy: 'caseworker',
    },
  ],
  late: [],
});
const refusalOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused : { code: 'accepted' });
const idIn = (outcome: Accepted | Refused): string => {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refused));
  return outcome.id ?? '';
};

const supervisor: Sent = { role: 'supervisor', override: 'known-exception' };

/** A candidate who is placed, in a programme that was published, all on one day. */
async function placed() {
  const around = memoryFlow();
  const { send, store } = around;
  const administrator: Sent = { role: 'administrator' };
  const calendar: unknown = parse(await readFile('rulesets/all-days.yaml', 'utf8'));
  const definition = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8')) as object;
  idIn(await send({ category: 'ruleset', id: null }, command('PublishRuleset', calendar), administrator));
  const publication = { validFrom: '2019-01-01', definition };
  const programmeId = idIn(
    await send({ category: 'programme', id: null }, command('PublishProgramme', publication), administrator),
  );
  const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const candidateId = idIn(await send({ category: 'candidate', id: null }, command('RegisterCandidate', person)));
  const firm = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' };
  const employerId = idIn(await send({ category: 'employer', id: null }, command('RegisterEmployer', firm)));
  const aim = { candidateId, programmeId, previousTrajectoryId: null };
  const begun = { ...aim, enrolledOn: null, referral: 'meeting' };
  const id = idIn(await send({ category: 'trajectory', id: null }, command('StartTrajectory', begun)));

  const tell = async (type: string, data: unknown) => idIn(await send({ category: 'trajectory', id }, command(type, data)));
  await tell('SetGoal', { goal: 'paid-work', askAgainOn: null });
  const interested = ['candidate', 'employer'];
  const matchId = await tell('ProposeMatch', {
    employerId,
    meetingId: null,
    workplaceId: null,
    because: 'employer-asked',
    interested,
  });
  await tell('RecordTalk', { matchId, participants: ['candidate', 'employer', 'municipality'] });
  const agreements = [{ subject: 'guidance', owner: 'municipality', dueOn: '2019-10-05' }];
  await tell('AgreePlan', { goal: 'paid-work', agreements, signatories: ['candidate', 'employer', 'municipality'] });
  const job = { employerId, kind: 'job', location: 'external', contract: 'fixed-term', hoursPerWeek: 24, until: null };
  const placementId = await tell('StartPlacement', { matchId, ...job });

  const eventsOf = (category: 'trajectory' | 'programme', of: string) => store.readStream(tenant, streamIdOf(category, of));
  return { ...around, id, programmeId, publication, begun, candidateId, job, matchId, placementId, eventsOf };
}

describe('who may correct what (P11)', () => {
  it.each([
    { role: 'caseworker' as const, wanted: 'PublishProgramme' },
    { role: 'account-manager' as const, wanted: 'PublishProgramme' },
    { role: 'administrator' as const, wanted: null },
  ])('a $role enters a programme late only with the right to publish one', async ({ role, wanted }) => {
    const { send, programmeId, publication } = await placed();
    const wish = late('ProgrammePublished', { ...publication, validFrom: '2020-01-01' });
    const answer = refusalOf(await send({ category: 'programme', id: programmeId }, wish, { role }));

    if (wanted === null) expect(answer.code).not.toBe('not-permitted');
    else expect(answer).toEqual({ code: 'not-permitted', role, wanted });
  });

  it('nobody without that right changes what was published, and a repeat of it is refused too', async () => {
    const { send, programmeId, publication, eventsOf } = await placed();
    const [published] = await eventsOf('programme', programmeId);
    const wish = replaces(published.eventId, { ...publication, definition: { ...publication.definition, followUps: [] } });
    const attempt = () => send({ category: 'programme', id: programmeId }, wish, { key: 'one-key' });

    expect(refusalOf(await attempt())).toMatchObject({ code: 'not-permitted', wanted: 'PublishProgramme' });
    expect(refusalOf(await attempt())).toMatchObject({ code: 'not-permitted' });
    expect(await eventsOf('programme', programmeId)).toHaveLength(1);
  });

  it('an account-manager closes no trajectory by a late fact and corrects none of its events, a caseworker does', async () => {
    const { send, id, eventsOf } = await placed();
    const target = { category: 'trajectory', id } as const;
    const closing = late('TrajectoryClosed', { result: 'paid-work' });
    const [started] = await eventsOf('trajectory', id);

    const role = 'account-manager';
    expect(refusalOf(await send(target, closing, { role }))).toEqual({ code: 'not-permitted', role, wanted: 'CloseTrajectory' });
    expect(refusalOf(await send(target, replaces(started.eventId, started.data), { role }))).toMatchObject({
      wanted: 'StartTrajectory',
    });
    expect(refusalOf(await send(target, closing))).toEqual({ code: 'accepted' });
  });
});

describe('what a late fact creates', () => {
  it('is named by the engine: an id of its own is refused, with an override too (R-15, R-53)', async () => {
    const { send, id, matchId, placementId, job, eventsOf } = await placed();
    const before = await eventsOf('trajectory', id);
    const wish = late('PlacementStarted', { ...job, matchId, placementId });

    for (const sent of [{}, { role: 'supervisor', override: 'known-exception' }] as const)
      expect(refusalOf(await send({ category: 'trajectory', id }, wish, sent))).toMatchObject({
        code: 'not-of-its-type',
        at: ['data.placementId'],
      });
    expect(await eventsOf('trajectory', id)).toEqual(before);
  });

  it('gets an id that nothing else has', async () => {
    const { send, id, eventsOf } = await placed();
    const noted = late('NoteAdded', { visibility: 'internal' });
    const two = { ...noted, late: [...noted.late, ...noted.late] };
    expect(refusalOf(await send({ category: 'trajectory', id }, two))).toEqual({ code: 'accepted' });

    const notes = (await eventsOf('trajectory', id)).filter(({ type }) => type === 'NoteAdded');
    expect(new Set(notes.map(({ data }) => (data as { noteId: string }).noteId)).size).toBe(2);
  });
});

describe('a migration as a late fact', () => {
  /** A second version of the programme is in force on the day on which all is recorded. */
  async function republished() {
    const around = await placed();
    const { send, programmeId, publication } = around;
    const again = command('PublishProgramme', { ...publication, validFrom: TODAY });
    idIn(await send({ category: 'programme', id: programmeId }, again, { role: 'administrator' }));
    const migrated = (given: object) =>
      late('ProgrammeVersionMigrated', { programmeId, programmeVersion: 2, goals: [], ...given });
    return { ...around, migrated };
  }

  it('has its follow-ups from the day on which it is recorded, and from no other, with an override too (R-333, R-334)', async () => {
    const { send, id, migrated, eventsOf } = await republished();
    const before = await eventsOf('trajectory', id);

    for (const followUpsFrom of ['2019-01-01', '2019-09-04', '2019-09-06', '2150-01-01', null])
      expect(refusalOf(await send({ category: 'trajectory', id }, migrated({ followUpsFrom }), supervisor))).toEqual({
        code: 'not-of-its-type',
        eventId: null,
        type: 'ProgrammeVersionMigrated',
        at: ['data.followUpsFrom'],
      });
    expect(await eventsOf('trajectory', id)).toEqual(before);
  });

  it.each([{}, { followUpsFrom: TODAY }])('gets that day from the engine where it says %j (R-333)', async (given) => {
    const { send, id, migrated, eventsOf } = await republished();

    expect(refusalOf(await send({ category: 'trajectory', id }, migrated(given), supervisor))).toEqual({ code: 'accepted' });
    const found = (await eventsOf('trajectory', id)).find(({ type }) => type === 'ProgrammeVersionMigrated');
    expect(found?.data).toMatchObject({ followUpsFrom: TODAY });
  });
});

describe('what no override waives', () => {
  it('whose trajectory it is, also as a late fact: the words of one would be sealed under the key of another (P10)', async () => {
    const { send, begun } = await placed();
    const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
    const other = idIn(await send({ category: 'candidate', id: null }, command('RegisterCandidate', person)));
    const { candidateId, programmeId } = begun;
    const offered = { candidateId: other, programmeId, previousTrajectoryId: null };
    const id = idIn(await send({ category: 'trajectory', id: null }, command('OfferTrajectory', offered)));
    const accepted = command('AnswerOffer', { accepted: true, reason: null });
    expect(refusalOf(await send({ category: 'trajectory', id }, accepted))).toEqual({ code: 'accepted' });

    const wish = late('TrajectoryStarted', { ...begun, candidateId, programmeVersion: 1, round: 1 });
    expect(refusalOf(await send({ category: 'trajectory', id }, wish, supervisor))).toMatchObject({ code: 'other-trajectory' });
  });

  it('a result that the programme does not know, which could be a text about somebody (P10)', async () => {
    const { send, id } = await placed();
    const wish = command('CloseTrajectory', { result: 'jan-jansen-is-ziek' });
    expect(refusalOf(await send({ category: 'trajectory', id }, wish, supervisor))).toMatchObject({ code: 'result-not-allowed' });
  });

  it('which round before it a trajectory names (R-05)', async () => {
    const { send, id, begun, eventsOf } = await placed();
    const [started] = await eventsOf('trajectory', id);
    const wish = replaces(started.eventId, { ...(started.data as object), previousTrajectoryId: id });

    expect(begun.previousTrajectoryId).toBeNull();
    for (const sent of [{}, supervisor])
      expect(refusalOf(await send({ category: 'trajectory', id }, wish, sent))).toMatchObject({
        code: 'ids-must-stay',
        ids: ['previousTrajectoryId'],
      });
  });
});
