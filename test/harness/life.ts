import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { KINDS } from '../../src/application/streams/kinds.js';
import type { Engine } from '../../src/composition/engine.js';
import { addDays, dayOf, type Instant } from '../../src/kernel/days.js';
import type { Category, TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';

/** The tenant in whose log a life is. */
export const TENANT = 'hengelo' as TenantId;

type Sent = Wish & { role?: Role };

/** Commands to an engine below HTTP, each under a key of its own. */
export type Life = Readonly<{
  send(category: Category, id: string | null, wish: Sent): ReturnType<Engine['flow']['run']>;
  /** As `send`; throws when refused. */
  accepted(category: Category, id: string | null, wish: Sent): Promise<Accepted>;
  /** As `accepted`, of something that is made by it; answers its id. */
  made(category: Category, id: string | null, wish: Sent): Promise<string>;
  now(): Promise<Instant>;
}>;

export const command = (type: string, data: unknown, rest: object = {}): Wish => ({ kind: 'command', type, data, ...rest });

export function lifeOn(engine: Engine): Life {
  let key = 0;

  const send: Life['send'] = (category, id, wish) => {
    const role = wish.role ?? 'caseworker';
    const identity = { tenant: TENANT, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null };
    const request = { key: `key-${(key += 1)}`, method: 'POST', path: `/${category}/${id}`, body: JSON.stringify(wish) };
    const origin = { kind: 'request' as const, identity, ...request, ifMatch: null, override: null };
    return engine.flow.run(KINDS[category], { id, origin, wish });
  };

  const accepted: Life['accepted'] = async (...args) => {
    const outcome = await send(...args);
    if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
    return outcome;
  };
  const made: Life['made'] = async (...args) => {
    const { id } = await accepted(...args);
    if (id === null) throw new Error('nothing was made');
    return id;
  };
  return { send, accepted, made, now: () => engine.tools.clock.now() };
}

/** What a life is lived in: the calendar that counts every day, and Meedoen Werkt. Answers the programme's id. */
export async function publishRules({ accepted, made }: Life): Promise<string> {
  const calendar: unknown = parse(await readFile('rulesets/all-days.yaml', 'utf8'));
  await accepted('ruleset', null, { ...command('PublishRuleset', calendar), role: 'administrator' });
  const definition: unknown = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8'));
  const published = command('PublishProgramme', { validFrom: '2019-01-01', definition });
  return made('programme', null, { ...published, role: 'administrator' });
}

/**
 * One candidate from the door to a placement today, under the programme given; the placement promises a check-in with each
 * party after 14 days. Answers the id of the trajectory, and of the placement.
 */
export async function place(
  { accepted, made, now }: Life,
  programmeId: string,
): Promise<Readonly<{ id: string; placementId: string }>> {
  const registered = { walkIn: false, identity: 'unlinked', postcode4: 7551, birthYearBand: null };
  const candidateId = await made(
    'candidate',
    null,
    command('RegisterCandidate', registered, { words: { name: 'Fatima Jansen' } }),
  );
  const firm = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' };
  const employerId = await made('employer', null, command('RegisterEmployer', firm, { words: { contact: 'P. de Boer' } }));

  const start = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  const id = await made('trajectory', null, command('StartTrajectory', start));
  const goOn = (type: string, data: unknown) => accepted('trajectory', id, command(type, data));

  await goOn('SetGoal', { goal: 'paid-work', askAgainOn: null });
  const proposal = { employerId, meetingId: null, workplaceId: null, because: 'employer-asked' };
  const matchId = await made('trajectory', id, command('ProposeMatch', proposal));
  for (const by of ['candidate', 'employer']) await goOn('ExpressInterest', { matchId, by, interested: true, reason: null });
  await goOn('RecordTalk', { matchId, participants: ['candidate', 'employer', 'municipality'] });

  const dueOn = addDays(dayOf(await now()), 90);
  const agreements = [
    { subject: 'working-hours', owner: 'employer', dueOn },
    { subject: 'guidance', owner: 'municipality', dueOn },
  ];
  await goOn('AgreePlan', { goal: 'paid-work', agreements, signatories: ['candidate', 'employer', 'municipality'] });
  const job = { kind: 'job', location: 'external', contract: 'fixed-term', hoursPerWeek: 24, until: null };
  const placementId = await made('trajectory', id, command('StartPlacement', { matchId, employerId, ...job }));
  return { id, placementId };
}
