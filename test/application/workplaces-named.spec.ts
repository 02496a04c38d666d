import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { CorrectionsWish, Wish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { streamIdOf, type EventId, type TenantId } from '../../src/kernel/ids.js';
import { memoryFlow, type Sent } from '../harness/memory-flow.js';

const supervisor: Sent = { role: 'supervisor', override: 'known-exception' };
const WITHDRAWN = '2020-02-29' as Day;
const DAYS = { before: '2020-02-28' as Day, on: WITHDRAWN, after: '2020-03-01' as Day };

const command = (type: string, data: unknown, on?: Day): Wish => ({ kind: 'command', type, data, ...(on && { on }) });
const why = { kind: 'replace', reason: 'wrong-details', requestedBy: 'caseworker' } as const;
const lateOf = (data: unknown, occurredOn: Day): CorrectionsWish => ({
  kind: 'corrections',
  corrections: [],
  late: [{ type: 'MatchProposed', occurredOn, data }],
});
const codeOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused.code : 'accepted');

/** Somebody under way since 2020 began; a bakery and a mill, each with one place, of which the bakery's is withdrawn on 29 February. */
async function underWay() {
  const { send, store, clock } = memoryFlow();
  const made = async (category: Parameters<typeof send>[0]['category'], wish: Wish, sent: Sent = {}): Promise<string> => {
    const outcome = await send({ category, id: null }, wish, sent);
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refused));
    return String(outcome.id);
  };
  const administrator: Sent = { role: 'administrator' };
  await clock.moveTo(startOf('2020-01-01' as Day));
  await made('ruleset', command('PublishRuleset', parse(await readFile('rulesets/all-days.yaml', 'utf8'))), administrator);
  const definition: unknown = {
    ...(parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8')) as object),
    phases: [],
    names: {},
  };
  const programmeId = await made(
    'programme',
    command('PublishProgramme', { validFrom: '2019-01-01', definition }),
    administrator,
  );
  const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const candidateId = await made('candidate', command('RegisterCandidate', person));
  const begun = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  const id = await made('trajectory', command('StartTrajectory', begun));

  const placeOf = async (name: string) => {
    const firm = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name };
    const employerId = await made('employer', command('RegisterEmployer', firm));
    const work = { employerId, kind: 'learn-work', tasks: ['Inpakken'], hoursPerWeek: 24, area: null, requirements: [] };
    const workplaceId = await made('workplace', command('OfferWorkplace', { ...work, accommodations: [], department: null }));
    return { employerId, workplaceId, meetingId: null, because: 'vacancy' };
  };
  const [bakery, mill] = [await placeOf('Bakkerij Twente BV'), await placeOf('Molen Twente BV')];
  const tell = (wish: Wish, sent: Sent = {}) => send({ category: 'trajectory', id }, wish, sent);
  const withdraw = async () => {
    await clock.moveTo(startOf(DAYS.after));
    const wish = command('WithdrawWorkplace', { reason: 'vacancy-gone' }, WITHDRAWN);
    expect(codeOf(await send({ category: 'workplace', id: bakery.workplaceId }, wish))).toBe('accepted');
  };
  const eventsOf = () => store.readStream('hengelo' as TenantId, streamIdOf('trajectory', id));
  const proposed = async () => (await eventsOf()).find(({ type }) => type === 'MatchProposed')!;
  const replace = (corrects: EventId, data: unknown, occurredOn: Day): Wish => ({
    kind: 'corrections',
    corrections: [{ ...why, corrects, replacement: { occurredOn, data } }],
    late: [],
  });
  return { bakery, mill, tell, withdraw, eventsOf, proposed, replace };
}

const propose = (data: object, on?: Day): Wish => command('ProposeMatch', { ...data, interested: [] }, on);

describe('a match for a place', () => {
  it('of another employer is not proposed, nor entered late or corrected to be, with an override too (R-352)', async () => {
    const { bakery, mill, tell, eventsOf, proposed, replace } = await underWay();
    const { employerId, workplaceId } = mill;
    const elsewhere = { ...bakery, workplaceId };
    expect(codeOf(await tell(propose(bakery)))).toBe('accepted');
    const { eventId, occurredOn, data } = await proposed();
    const before = await eventsOf();

    const refusal = { kind: 'refused', refused: { code: 'workplace-of-another-employer', workplaceId, employerId } };
    const corrected = replace(eventId, { ...(data as object), workplaceId }, occurredOn as Day);
    for (const wish of [propose(elsewhere), lateOf(elsewhere, DAYS.before), corrected])
      for (const sent of [{}, supervisor]) expect(await tell(wish, sent)).toEqual(refusal);
    expect(await eventsOf()).toEqual(before);
  });

  it('of its own employer is proposed, corrected to be with the other employer at the other place, and for none (R-352)', async () => {
    const { bakery, mill, tell, proposed, replace } = await underWay();
    expect(codeOf(await tell(propose(bakery)))).toBe('accepted');
    const { eventId, occurredOn, data } = await proposed();
    const { employerId, workplaceId } = mill;

    const other = replace(eventId, { ...(data as object), employerId, workplaceId }, occurredOn as Day);
    expect(codeOf(await tell(other))).toBe('accepted');
    expect(codeOf(await tell(propose({ ...bakery, workplaceId: null })))).toBe('accepted');
  });

  it.each([
    { on: DAYS.before, code: 'accepted' },
    { on: DAYS.on, code: 'workplace-withdrawn' },
    { on: DAYS.after, code: 'workplace-withdrawn' },
  ])('that was withdrawn on 29 February is answered $code on $on, also entered late (R-352)', async ({ on, code }) => {
    for (const wish of [propose, (data: object, day: Day) => lateOf(data, day)]) {
      const { bakery, tell, withdraw } = await underWay();
      await withdraw();
      expect(codeOf(await tell(wish(bakery, on)))).toBe(code);
    }
  });

  it('that was withdrawn by then is not what a correction brings it to, whatever else may be corrected (R-352)', async () => {
    const { bakery, mill, tell, withdraw, proposed, replace } = await underWay();
    expect(codeOf(await tell(propose(mill)))).toBe('accepted');
    await withdraw();
    const { eventId, data } = await proposed();
    const details = { ...(data as object), because: 'candidate-asked' };
    expect(codeOf(await tell(replace(eventId, details, DAYS.after)))).toBe('accepted');

    const { employerId, workplaceId } = bakery;
    const there = replace(eventId, { ...details, employerId, workplaceId }, DAYS.on);
    expect(await tell(there)).toEqual({ kind: 'refused', refused: { code: 'workplace-withdrawn', withdrawnOn: WITHDRAWN } });
  });

  it('that was withdrawn since is still corrected in its other details (R-352)', async () => {
    const { bakery, tell, withdraw, proposed, replace } = await underWay();
    expect(codeOf(await tell(propose(bakery)))).toBe('accepted');
    await withdraw();
    const { eventId, data } = await proposed();
    const details = { ...(data as object), because: 'candidate-asked' };
    expect(codeOf(await tell(replace(eventId, details, DAYS.after)))).toBe('accepted');
  });
});
