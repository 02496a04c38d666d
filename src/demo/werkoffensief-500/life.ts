import { daysAfter } from '../stage/agenda.js';
import type { Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';

/** Somebody whom the municipality talks with. `cohortId`: null for who is not of the cohort. `worksOn`: the first day of a job, null where none is found. */
export type Drawn = Readonly<{
  candidateId: string;
  talkedOn: string;
  cohortId: string | null;
  /** The subject of whoever talks with them, and goes on with them. */
  caseworker: string;
  followUp: boolean;
  employer: Employer;
  worksOn: string | null;
}>;

const TALENTS = ['working-with-hands', 'technical', 'precise', 'caring', 'hospitable', 'organising', 'driving', 'administrative'];
const NEEDS = ['guidance', 'training', 'language-support', 'fixed-hours', 'travel', 'child-care', 'rhythm'];
const AMBITIONS = ['paid-work', 'paid-work', 'training', 'volunteer-work', 'independence'];
const BARRIERS = ['language', 'debts', 'housing', 'care-for-others', 'no-recent-work', 'no-qualification', 'confidence'];

/** "met alle mensen in de bijstand … een persoonlijk gesprek": a talk, perhaps a next appointment, perhaps a job. */
export class Life {
  private trajectory!: Trajectory;

  constructor(
    private readonly stage: Stage,
    private readonly drawn: Drawn,
  ) {}

  plan(): void {
    this.stage.agenda.on(this.drawn.talkedOn, () => this.talk());
  }

  /** "talenten, behoeften, ambities en eventuele belemmeringen" */
  private async talk(): Promise<void> {
    const { api, chance, programmeId } = this.stage;
    const { candidateId, cohortId, caseworker, followUp, talkedOn, worksOn } = this.drawn;
    this.trajectory = await Trajectory.started(api, { candidateId, programmeId, referral: 'municipality' });
    if (cohortId) await this.trajectory.send('cohorts', { cohortId });
    await this.trajectory.send('intakes/talks', {
      talents: chance.some(TALENTS, 2),
      needs: chance.some(NEEDS, 1),
      ambitions: [chance.one(AMBITIONS)],
      barriers: chance.percent(50) ? [chance.one(BARRIERS)] : [],
    });
    await this.trajectory.send('caseworkers', { subject: caseworker, reason: 'first-caseworker' });
    if (!followUp) return;
    await this.trajectory.send('intakes/follow-ups', { followUpOn: daysAfter(talkedOn, 14) });
    if (worksOn) this.stage.agenda.on(daysAfter(worksOn, -7), () => this.meetEmployer(worksOn));
  }

  private async meetEmployer(worksOn: string): Promise<void> {
    await this.trajectory.send('goals', { goal: 'paid-work' });
    const matchId = await this.trajectory.match(this.drawn.employer.id, { because: 'vacancy' });
    await this.trajectory.talk(matchId);
    this.stage.agenda.on(worksOn, () => this.work(matchId, worksOn));
  }

  /** From benefit into a job: the contract is signed on its first day. */
  private async work(matchId: string, worksOn: string): Promise<void> {
    const { api, chance } = this.stage;
    const { candidateId, employer } = this.drawn;
    const terms = { contract: 'fixed-term', hoursPerWeek: chance.one([24, 32, 36]) };
    const placed = { matchId, employerId: employer.id, kind: 'job', location: 'external', ...terms };
    const placementId = await this.trajectory.create('placements', placed);
    const signed = { ...terms, signedOn: worksOn, from: worksOn, until: daysAfter(worksOn, 364) };
    await this.trajectory.send(`placements/${placementId}/contracts`, signed);
    await api.send(`/candidates/${candidateId}/benefits/bijstand/end`, { source: 'municipality' });
    for (const side of ['candidate', 'employer'])
      this.stage.agenda.on(daysAfter(worksOn, 14), async () => {
        await this.trajectory.send('check-ins', { placementId, with: side, rating: chance.between(3, 5), concerns: [] });
      });
  }
}
