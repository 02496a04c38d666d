import { daysAfter } from '../stage/agenda.js';
import type { Candidate, Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';

/** After how many days from enrolment a new job was found; null where none was. */
export type Outcome = Readonly<{ foundAfter: number | null }>;

/** The organisations that help, by their ids. */
export type Providers = Readonly<Record<'uwv' | 'wsp' | 'fnv' | 'municipality' | 'ibn', string>>;

/** A worker who is to be dismissed; with an outcome who enrols, with a refusal who does not. */
export type Drawn = Readonly<{
  candidate: Candidate;
  employer: Employer;
  providers: Providers;
  coach: string;
  dismissal: Readonly<{ announced: string; revised: string | null }>;
  outcome?: Outcome;
  refusal?: string;
}>;

const OFFERED_ON = '2019-02-11';
const ANSWERED_ON = '2019-02-18';
const ENROLLED_ON = '2019-03-04';
const ENDED_ON = '2019-12-02';

/** From an offer that is free to take, over a fixed coach, to a new job. */
export class Life {
  private trajectory!: Trajectory;

  constructor(
    private readonly stage: Stage,
    private readonly drawn: Drawn,
  ) {}

  plan(): void {
    const { api, programmeId } = this.stage;
    const { candidate, refusal } = this.drawn;
    this.stage.agenda.on(OFFERED_ON, async () => {
      this.trajectory = await Trajectory.offered(api, { candidateId: candidate.id, programmeId });
    });
    if (refusal === undefined) return this.stage.agenda.on(ENROLLED_ON, () => this.enrol());
    this.stage.agenda.on(ANSWERED_ON, async () => {
      await this.trajectory.send('offer-answers', { accepted: false, reason: refusal });
    });
  }

  /** "vaste begeleider", and "duidelijkheid over de ontslagdatum" */
  private async enrol(): Promise<void> {
    const { programmeId, chance } = this.stage;
    const { candidate, employer, coach, dismissal, providers } = this.drawn;
    const start = { candidateId: candidate.id, programmeId, referral: 'employer', enrolledOn: ENROLLED_ON };
    await this.trajectory.accept(start);
    await this.trajectory.send('caseworkers', { subject: coach, reason: 'first-caseworker' });
    const told = { source: 'employer', employerId: employer.id };
    await this.trajectory.send('dismissals', { dismissalOn: dismissal.announced, ...told });
    const { revised } = dismissal;
    if (revised)
      this.stage.agenda.on('2019-05-06', async () => {
        await this.trajectory.send('dismissals/revisions', { dismissalOn: revised, ...told });
      });

    const union = chance.percent(30);
    const organisationId = union ? providers.fnv : providers.uwv;
    await this.trajectory.send('parties', { organisationId, role: union ? 'guide' : 'benefits-agency', legalBasis: 'consent' });
    this.stage.agenda.on('2019-03-18', () => this.assess());
  }

  /** "leervermogen en de motivatie om bij- of om te scholen vaak aan de lage kant" */
  private async assess(): Promise<void> {
    const { chance } = this.stage;
    const { outcome, providers } = this.drawn;
    const marks = { learningAbility: chance.between(1, 3), motivation: chance.between(1, 4), scale: 5 };
    await this.trajectory.send('assessments', marks);
    await this.trajectory.send('goals', { goal: 'paid-work' });
    if (chance.percent(40)) this.stage.agenda.on('2019-04-01', () => this.retrain());
    if (chance.percent(50)) await this.refer(chance.one([providers.wsp, providers.ibn]));
    if (outcome && outcome.foundAfter !== null) return this.find(outcome.foundAfter);
    this.stage.agenda.on(ENDED_ON, () => this.endWithout());
  }

  private async refer(organisationId: string): Promise<void> {
    const service = 'guidance';
    const referralId = await this.trajectory.create('referrals', { organisationId, service });
    this.stage.agenda.on('2019-03-25', async () => {
      await this.trajectory.send(`referrals/${referralId}/acceptance`, {});
    });
  }

  /** Taken up, and completed by one in two; the others drop it. */
  private async retrain(): Promise<void> {
    const { chance } = this.stage;
    const kind = chance.one(['upskilling', 'reskilling']);
    const retrainingId = await this.trajectory.create('retrainings', { kind, organisationId: this.drawn.providers.ibn });
    const completes = chance.percent(50);
    this.stage.agenda.on(completes ? '2019-07-01' : '2019-05-13', async () => {
      const outcome = completes ? { qualified: true } : { reason: chance.one(['too-difficult', 'motivation', 'circumstances']) };
      await this.trajectory.send(`retrainings/${retrainingId}/${completes ? 'completion' : 'dropping'}`, outcome);
    });
  }

  /** "mensen uit andere sectoren een kans geven" */
  private find(after: number): void {
    const foundOn = daysAfter(ENROLLED_ON, after);
    this.stage.agenda.on(foundOn, async () => {
      const sectorTo = this.stage.chance.one(['transport-and-logistics', 'health-and-care', 'construction', 'industry']);
      const startsOn = daysAfter(foundOn, 14);
      await this.trajectory.send('new-jobs', { sectorFrom: this.drawn.employer.sector, sectorTo, startsOn });
    });
    this.stage.agenda.on(daysAfter(foundOn, 28), async () => {
      await this.trajectory.send('closure', { result: 'new-job' });
    });
  }

  /** Dismissed, and without another job: the benefit begins, and somebody else goes on. */
  private async endWithout(): Promise<void> {
    const { api } = this.stage;
    const { candidate, dismissal } = this.drawn;
    const startedOn = dismissal.revised ?? dismissal.announced;
    await api.send(`/candidates/${candidate.id}/benefits`, { kind: 'ww', source: 'uwv', startedOn });
    await this.trajectory.send('closure', { result: 'no-further-route' });
  }
}
