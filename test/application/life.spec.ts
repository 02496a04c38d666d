import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { KINDS } from '../../src/application/streams/kinds.js';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import type { Category, TenantId } from '../../src/kernel/ids.js';
import { dueAt, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import type { Role } from '../../src/kernel/messages.js';
import { startEngine, type TestEngine } from '../harness/engine.js';

const tenant = 'hengelo' as TenantId;
let test: TestEngine;
let key = 0;

beforeAll(async () => {
  test = await startEngine();
}, 60_000);
afterAll(() => test.stop());

/** Sends one wish as somebody of a role, under a new key. */
async function send(category: Category, id: string | null, wish: Wish & { role?: Role }) {
  const identity = {
    tenant,
    organisation: 'gemeente',
    role: wish.role ?? 'caseworker',
    subject: 'jd',
    client: 'spec',
    onBehalfOf: null,
  };
  return test.engine.flow.run(KINDS[category], {
    id,
    origin: {
      kind: 'request',
      identity,
      key: `key-${(key += 1)}`,
      method: 'POST',
      path: `/${category}/${id}`,
      body: JSON.stringify(wish),
      ifMatch: null,
      override: null,
    },
    wish,
  });
}

async function accepted(...args: Parameters<typeof send>): Promise<Accepted> {
  const outcome = await send(...args);
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
  return outcome;
}

const command = (type: string, data: unknown, rest: object = {}): Wish => ({ kind: 'command', type, data, ...rest });
const moveTo = (instant: Instant) => test.engine.clockLoop!.moveTo(instant);

describe('a life on PostgreSQL, below HTTP', () => {
  it('goes from the door to a check-in that falls due, once, at its own instant (P7)', async () => {
    await moveTo(startOf('2019-08-01' as Day));
    const calendar = parse(await readFile('rulesets/all-days.yaml', 'utf8')) as Record<string, unknown>;
    await accepted('ruleset', null, { ...command('PublishRuleset', calendar), role: 'administrator' });
    const definition: unknown = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8'));
    const programme = await accepted('programme', null, {
      ...command('PublishProgramme', { validFrom: '2019-01-01', definition }),
      role: 'administrator',
    });

    const words = { name: 'Fatima Jansen', bsn: '999990019' };
    const candidate = await accepted(
      'candidate',
      null,
      command('RegisterCandidate', { walkIn: false, identity: 'linked', postcode4: 7551, birthYearBand: null }, { words }),
    );
    const employer = await accepted(
      'employer',
      null,
      command(
        'RegisterEmployer',
        { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' },
        { words: { contact: 'P. de Boer' } },
      ),
    );
    const start = {
      candidateId: candidate.id,
      programmeId: programme.id,
      previousTrajectoryId: null,
      enrolledOn: null,
      referral: 'meeting',
    };
    const { id } = await accepted('trajectory', null, command('StartTrajectory', start));

    await accepted('trajectory', id, command('SetGoal', { goal: 'paid-work', askAgainOn: null }));
    const match = await accepted(
      'trajectory',
      id,
      command('ProposeMatch', { employerId: employer.id, meetingId: null, workplaceId: null, because: 'employer-asked' }),
    );
    await accepted(
      'trajectory',
      id,
      command('ExpressInterest', { matchId: match.id, by: 'candidate', interested: true, reason: null }),
    );
    await accepted(
      'trajectory',
      id,
      command('ExpressInterest', { matchId: match.id, by: 'employer', interested: true, reason: null }),
    );
    await accepted(
      'trajectory',
      id,
      command('RecordTalk', { matchId: match.id, participants: ['candidate', 'employer', 'municipality'] }),
    );
    const agreements = [
      { subject: 'working-hours', owner: 'employer', dueOn: '2019-09-01' },
      { subject: 'guidance', owner: 'municipality', dueOn: '2019-09-01' },
    ];
    await accepted(
      'trajectory',
      id,
      command('AgreePlan', { goal: 'paid-work', agreements, signatories: ['candidate', 'employer', 'municipality'] }),
    );
    const placement = {
      matchId: match.id,
      employerId: employer.id,
      kind: 'job',
      location: 'external',
      contract: 'fixed-term',
      hoursPerWeek: 24,
      until: null,
    };
    await accepted('trajectory', id, command('StartPlacement', placement));

    const moved = await moveTo(startOf('2019-09-01' as Day));

    expect(moved).toMatchObject({ kind: 'moved', steps: 2, parked: [] });
    const events = await test.engine.tools.store.readStream(tenant, `trajectory-${id}`);
    const due = events.filter(({ type }) => type === 'FollowUpFellDue');
    expect(due.map(({ recordedAt }) => recordedAt.slice(0, 19))).toEqual(Array(2).fill(dueAt('2019-08-15' as Day).slice(0, 19)));
  }, 60_000);
});
