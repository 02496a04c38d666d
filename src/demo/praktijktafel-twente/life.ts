import { daysAfter } from '../stage/agenda.js';
import type { Candidate, Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';
import { learnAtWork, type Placed } from './learn-work.js';

/** From where somebody comes: special education, WW, no benefit at all, or bijstand. */
export type Origin = 'school' | 'ww' | 'nugger' | 'bijstand';

/** The organisations at the table, by their ids. */
export type Parties = Readonly<Record<'municipality' | 'uwv' | 'wsp' | 'school' | 'provider', string>>;

export type Drawn = Readonly<{ candidate: Candidate; origin: Origin; parties: Parties; employer: Employer; number: number }>;

const REFERRALS: Readonly<Record<Origin, string>> = {
  school: 'special-education',
  ww: 'uwv',
  nugger: 'own-initiative',
  bijstand: 'municipality',
};

const BEGINS = '2019-11-04';

/** "eenheid in werken vanuit diverse partijen": one trajectory in which several of them work. */
export class Life {
  private trajectory!: Trajectory;

  constructor(
    private readonly stage: Stage,
    private readonly drawn: Drawn,
  ) {}

  plan(): void {
    this.at(0, () => this.begin());
  }

  private async begin(): Promise<void> {
    const { api, programmeId } = this.stage;
    const { candidate, origin, parties, number } = this.drawn;
    this.trajectory = await Trajectory.started(api, { candidateId: candidate.id, programmeId, referral: REFERRALS[origin] });
    await this.join(parties.wsp, 'employer-services');
    if (origin === 'school') await this.join(parties.school, 'referrer');
    if (origin === 'ww') await this.join(parties.uwv, 'benefits-agency');
    this.at(7, () => this.talk());
    if (origin === 'school') this.at(14, () => this.handOver(number % 4 === 3));
    if (number % 4 === 1) this.at(21, () => this.learnToRead());
    if (number % 4 === 2) this.at(28, () => this.reward());
  }

  private async join(organisationId: string, role: string): Promise<void> {
    await this.trajectory.send('parties', { organisationId, role, legalBasis: 'consent' });
  }

  private async talk(): Promise<void> {
    const { chance } = this.stage;
    const learns = this.drawn.origin === 'school' || this.drawn.origin === 'nugger';
    await this.trajectory.send('intakes/talks', {
      talents: [chance.one(['working-with-hands', 'technical', 'caring', 'hospitable'])],
      needs: [chance.one(['accommodation', 'guidance', 'fixed-hours'])],
      ambitions: ['paid-work'],
      barriers: chance.percent(40) ? ['work-must-be-adapted'] : [],
    });
    await this.trajectory.send('goals', learns ? { goal: 'work-experience', askAgainOn: this.day(182) } : { goal: 'paid-work' });
    await this.trajectory.send('income-talks', { words: { beforeCents: 105_000, afterCents: 131_000, source: 'rekenhulp' } });
    const placed: Placed = { ...this.drawn, trajectory: this.trajectory, learns };
    const workOn = 91 + 7 * (this.drawn.number % 3);
    this.at(workOn, () => learnAtWork(this.stage, placed, this.day(workOn)));
  }

  /** "scholen vanuit speciaal onderwijs moeten meer contact hebben met gemeente": the school hands over, and is not always believed. */
  private async handOver(refused: boolean): Promise<void> {
    const { parties } = this.drawn;
    await this.join(parties.municipality, 'guide');
    const offer = { organisationId: parties.municipality, reason: 'expertise' };
    const handoverId = await this.trajectory.create('handovers', offer);
    this.at(21, async () => {
      if (refused) await this.trajectory.send(`handovers/${handoverId}/refusal`, { reason: 'more-information-needed' });
      else await this.trajectory.send(`handovers/${handoverId}/acceptance`, {});
    });
    if (!refused)
      this.at(28, async () => {
        await this.trajectory.send(`parties/${parties.school}/leaving`, { reason: 'handed-over' });
      });
  }

  /** "Laaggeletterdheid bestrijden" */
  private async learnToRead(): Promise<void> {
    const { provider } = this.drawn.parties;
    const action = await this.trajectory.create('literacy-actions', { level: 'level-1f', organisationId: provider });
    this.at(140, async () => {
      await this.trajectory.send(`literacy-actions/${action}/completion`, { level: 'level-1f' });
    });
  }

  /** "Belonen in plaats van straffen": what was won is recorded, and, apart from it, one sanction of the municipality. */
  private async reward(): Promise<void> {
    await this.trajectory.send('incentives', { kind: 'bonus' });
    if (this.drawn.number === 14) await this.trajectory.send('sanctions', { kind: 'warning', reason: 'appointment-missed' });
  }

  private at(days: number, work: () => Promise<void>): void {
    this.stage.agenda.on(this.day(days), work);
  }

  private day(days: number): string {
    return daysAfter(BEGINS, days);
  }
}
