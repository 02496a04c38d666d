import { daysAfter } from '../stage/agenda.js';
import type { Candidate, Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';
import type { Trajectory } from '../stage/trajectory.js';
import { endAndComeBack } from './countability.js';
import type { Origin } from './life.js';

/** Somebody who begins to work. `learns`: at a learn-work place, else in a job. `number`: whose turn it is for what is seen once or twice. */
export type Placed = Readonly<{
  candidate: Candidate;
  trajectory: Trajectory;
  origin: Origin;
  employer: Employer;
  number: number;
  learns: boolean;
}>;

/** "leerwerkplekken" and "flexibel maken van functies": a place is offered and carved to fit; for whom it is held, the engine sees to. */
export async function learnAtWork(stage: Stage, placed: Placed, today: string): Promise<void> {
  const { api, agenda } = stage;
  const { employer, learns } = placed;
  const workplaceId = await api.create('/workplaces', {
    employerId: employer.id,
    kind: learns ? 'learn-work' : 'job',
    tasks: ['Inpakken', 'Etiketteren', 'Voorraad tellen'],
    hoursPerWeek: 24,
    accommodations: ['quiet-place'],
  });
  if (learns)
    agenda.on(daysAfter(today, 3), async () => {
      const carved = { adaptation: 'job-carving', by: 'employer', tasks: ['Inpakken', 'Etiketteren'] };
      await api.send(`/workplaces/${workplaceId}/adaptations`, carved);
    });
  agenda.on(daysAfter(today, 7), () => match(stage, placed, { workplaceId, today }));
}

type Place = Readonly<{ workplaceId: string; today: string }>;

/** Both say yes; the place is then kept for this match, and the match is made by that. A week later somebody begins. */
async function match(stage: Stage, placed: Placed, { workplaceId, today }: Place): Promise<void> {
  const { agenda } = stage;
  const { trajectory, employer, learns } = placed;
  const matchId = await trajectory.match(employer.id, { workplaceId });
  agenda.on(daysAfter(today, 14), async () => {
    const terms = learns
      ? { kind: 'learn-work', contract: 'none', until: daysAfter(today, 182) }
      : { kind: 'job', contract: 'fixed-term', until: daysAfter(today, 378) };
    const where = { matchId, employerId: employer.id, location: 'external', hoursPerWeek: 24 };
    const placementId = await trajectory.create('placements', { ...where, ...terms });
    await work(stage, placed, { placementId, startedOn: daysAfter(today, 14) });
  });
}

type Work = Readonly<{ placementId: string; startedOn: string }>;

/** Both are asked how it goes; a benefit ends where somebody is paid; what somebody's work is worth is measured. */
async function work(stage: Stage, placed: Placed, { placementId, startedOn }: Work): Promise<void> {
  const { api, agenda, chance } = stage;
  const { trajectory, learns, origin, candidate } = placed;
  if (!learns) await api.send(`/candidates/${candidate.id}/benefits/${origin}/end`, endedBy(origin));
  for (const side of ['candidate', 'employer'])
    agenda.on(daysAfter(startedOn, 12), async () => {
      await trajectory.send('check-ins', { placementId, with: side, rating: chance.between(3, 5), concerns: [] });
    });
  if (placed.number % 4 === 2) agenda.on(daysAfter(startedOn, 35), () => measure(stage, placed, placementId));
  if (origin === 'bijstand' && placed.number < 14) endAndComeBack(stage, { ...placed, placementId });
}

const endedBy = (origin: Origin): object => ({ source: origin === 'ww' ? 'uwv' : 'municipality' });

/** "Weeffouten in loonwaarde systematiek voorkomen": measured, objected to by the employer, and measured again by the same method. */
async function measure({ agenda, chance }: Stage, { trajectory }: Placed, placementId: string): Promise<void> {
  const method = { placementId, method: 'expert-judgement', normFunction: 'packer' };
  const percent = chance.between(45, 60);
  const measurementId = await trajectory.create('loonwaarde-measurements', { ...method, percent, validFrom: '2020-04-01' });
  await trajectory.send(`loonwaarde-measurements/${measurementId}/objections`, { by: 'employer' });
  agenda.on('2020-05-18', async () => {
    await trajectory.send(`loonwaarde-measurements/${measurementId}/decisions`, { by: 'employer', outcome: 'well-founded' });
    await trajectory.send('loonwaarde-measurements', { ...method, percent: percent - 5, validFrom: '2020-05-18' });
  });
}
