import type { Stage } from '../stage/stage.js';
import type { Trajectory } from '../stage/trajectory.js';

/** Who has no work yet, and an employer whom they met before. */
type Waiting = Readonly<{ trajectory: Trajectory; employerId: string }>;

/**
 * "infographics en video's, zodat kandidaten zich … persoonlijk kunnen blijven presenteren": from March 2020 on nobody meets, so
 * candidates show themselves from afar, employers look, and a match may come of it. The days are ours.
 */
export function presentFromAfar({ agenda, chance }: Stage, { trajectory, employerId }: Waiting): void {
  const kind = chance.one(['video', 'infographic'] as const);
  agenda.on('2020-03-24', async () => {
    const words = { address: `https://presentaties.example/${trajectory.id}` };
    const shown = await trajectory.create('presentations', { kind, permission: 'written', words });
    agenda.on('2020-04-02', async () => {
      await trajectory.send(`presentations/${shown}/views`, { employerId });
    });
    if (kind === 'infographic') agenda.on('2020-05-06', () => withdraw(trajectory, shown, 'candidate-asked'));
    else agenda.on('2020-04-07', () => employed({ trajectory, employerId }, shown));
  });

  /** The employer asks for whom was seen, and this time it comes to work. */
  async function employed(waiting: Waiting, shown: string): Promise<void> {
    const matchId = await trajectory.match(waiting.employerId, { because: 'employer-asked' });
    agenda.on('2020-04-14', () => trajectory.talk(matchId));
    agenda.on('2020-04-20', async () => {
      const dueOn = '2020-06-15';
      const agreements = [{ subject: 'guidance', owner: 'municipality', dueOn }];
      await trajectory.send('plans', { goal: 'paid-work', agreements, signatories: ['candidate', 'employer', 'municipality'] });
    });
    agenda.on('2020-05-04', async () => {
      const terms = { kind: 'job', location: 'external', contract: 'fixed-term', hoursPerWeek: 24 };
      await trajectory.send('placements', { matchId, employerId: waiting.employerId, ...terms });
      await withdraw(trajectory, shown, 'found-work');
    });
  }
}

async function withdraw(trajectory: Trajectory, shown: string, reason: string): Promise<void> {
  await trajectory.send(`presentations/${shown}/withdrawal`, { reason });
}
