import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { DeciderWish } from '../../src/application/commands/wish.js';
import type { Refused } from '../../src/application/refusals.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';
import type { memoryFlow } from './memory-flow.js';

const calendar: unknown = parse(fs.readFileSync(path.join(__dirname, '../../rulesets/all-days.yaml'), 'utf8'));

type Around = ReturnType<typeof memoryFlow>;

/** Publishes the calendar of all days, or what is changed of it, for a tenant; answers its ruleset's id. */
export function publishedCalendar({ send }: Around, tenant = 'hengelo', changes: object = {}): Promise<string> {
  const wish = { kind: 'command', type: 'PublishRuleset', data: { ...(calendar as object), ...changes } } as const;
  return idOf(send({ category: 'ruleset', id: null }, wish, { role: 'administrator', tenant }));
}

/** Publishes the calendar of all days, for `calendarOf`, and Meedoen Werkt through the flow, in force from 2019 on; answers the programme's id. */
export async function publishedProgramme(around: Around, tenant = 'hengelo', calendarOf = tenant): Promise<string> {
  await publishedCalendar(around, calendarOf);
  const data = { validFrom: '2019-01-01', definition: meedoenWerktFile };
  const wish = { kind: 'command', type: 'PublishProgramme', data } as const;
  return idOf(around.send({ category: 'programme', id: null }, wish, { role: 'administrator', tenant }));
}

/** Leads somebody to a placement today in that programme, through the flow; answers the trajectory's id. */
export async function employedTrajectory({ send }: Around, programmeId: string): Promise<string> {
  const begin = (category: 'candidate' | 'employer' | 'trajectory', wish: Pick<DeciderWish, 'type' | 'data' | 'words'>) =>
    idOf(send({ category, id: null }, { kind: 'command', ...wish }));

  const person = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
  const candidateId = await begin('candidate', { type: 'RegisterCandidate', data: person, words: { givenNames: 'Sanne' } });
  const firm = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' };
  const employerId = await begin('employer', { type: 'RegisterEmployer', data: firm });
  const start = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  const id = await begin('trajectory', { type: 'StartTrajectory', data: start });

  const tell = (type: string, data: object) => idOf(send({ category: 'trajectory', id }, { kind: 'command', type, data }));
  await tell('SetGoal', { goal: 'paid-work', askAgainOn: null });
  const matchId = await tell('ProposeMatch', { employerId, meetingId: null, workplaceId: null, because: 'employer-asked' });
  await tell('ExpressInterest', { matchId, by: 'candidate', interested: true, reason: null });
  await tell('ExpressInterest', { matchId, by: 'employer', interested: true, reason: null });
  const parties = ['candidate', 'employer', 'municipality'];
  await tell('RecordTalk', { matchId, participants: parties });
  const agreed = { owner: 'employer', dueOn: '2199-12-31' };
  const agreements = [
    { subject: 'working-hours', ...agreed },
    { subject: 'guidance', ...agreed },
  ];
  await tell('AgreePlan', { goal: 'paid-work', agreements, signatories: parties });
  const job = { kind: 'job', location: 'external', contract: 'fixed-term', hoursPerWeek: 24, until: null };
  await tell('StartPlacement', { matchId, employerId, ...job });
  return id;
}

/** What a command made, or an error that says why it was refused. */
async function idOf(sent: Promise<Accepted | Refused>): Promise<string> {
  const outcome = await sent;
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
  return outcome.id!;
}
