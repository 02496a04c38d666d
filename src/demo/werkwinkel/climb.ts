import { daysAfter } from '../stage/agenda.js';
import type { Candidate, Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';
import { Trajectory } from '../stage/trajectory.js';

/** Which way somebody goes from volunteer work on. */
export type Path = 'external-job' | 'internal-job' | 'back-down' | 'stands-still' | 'drops-out';

/** Where people work: in the Werkwinkel's own house, or at an employer's. */
export type Hosts = Readonly<{ organisationId: string; inside: Employer; outside: readonly Employer[] }>;

/** `after`: how many weeks later than the first ones somebody begins. */
export type Drawn = Readonly<{ candidate: Candidate; path: Path; hosts: Hosts; after: number }>;

/** What somebody is placed as: a kind of placement, and what is agreed of it. */
type Placing = Readonly<{
  kind: string;
  location: 'internal' | 'external';
  contract: string;
  hoursPerWeek: number;
  employer: Employer;
}>;

const BEGINS = '2019-03-18';

/** How many weeks without contact are too many; the text says no number, so it is ours. */
const STAGNATES = { weeks: 8, policyVersion: 1 };

/** "vrijwilligerswerk … niet het hoogst haalbare": the ladder from volunteer work over work experience to paid work. */
export class Climb {
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
    const { candidate, path } = this.drawn;
    this.trajectory = await Trajectory.started(api, { candidateId: candidate.id, programmeId, referral: 'own-initiative' });
    await this.trajectory.send('intakes/talks', {
      talents: ['caring'],
      needs: ['guidance'],
      ambitions: ['paid-work'],
      barriers: [],
    });
    await this.trajectory.send('goals', { goal: 'volunteer-work', askAgainOn: this.day(84) });
    await this.trajectory.send('participation-steps', { step: 'volunteer-work', reason: 'work-began' });
    this.at(14, () => this.coach());
    if (path === 'stands-still') return this.at(70, () => this.stagnate());
    this.at(56, () => this.experience());
  }

  private async coach(): Promise<void> {
    const { organisationId } = this.drawn.hosts;
    await this.trajectory.send('guidance-sessions', { kind: 'coaching', organisationId });
  }

  /** "gebrek aan begeleiding en bemiddeling": nobody spoke to this volunteer for eight weeks, and that is seen. */
  private async stagnate(): Promise<void> {
    await this.trajectory.send('stagnations', { since: this.day(14), ...STAGNATES });
    this.at(77, () => this.coach());
    this.at(84, async () => {
      await this.trajectory.send('goal-changes', {
        goal: 'volunteer-work',
        askAgainOn: this.day(364),
        reason: 'candidate-wishes',
      });
    });
  }

  /** "werkervaringsplaats": with somebody to guide at the work itself; the Werkwinkel's own house for who will work there. */
  private async experience(): Promise<void> {
    const { chance } = this.stage;
    const { hosts, path } = this.drawn;
    const inside = path === 'internal-job';
    await this.trajectory.send('goal-changes', {
      goal: 'work-experience',
      askAgainOn: this.day(168),
      reason: 'candidate-wishes',
    });
    const employer = inside ? hosts.inside : chance.one(hosts.outside);
    const location = inside ? 'internal' : 'external';
    const placing = { kind: 'work-experience', location, contract: 'none', hoursPerWeek: 16, employer } as const;
    const placementId = await this.place(placing);
    await this.trajectory.send('participation-steps', { step: 'work-experience', reason: 'progress' });
    this.at(70, async () => {
      await this.trajectory.send('guidance-sessions', { kind: 'on-the-job', placementId, organisationId: hosts.organisationId });
    });
    if (path === 'back-down') return this.at(112, () => this.stepBack(placementId));
    this.at(140, () => this.work(placementId, { ...placing, kind: 'job', contract: 'fixed-term', hoursPerWeek: 24 }));
  }

  private async stepBack(placementId: string): Promise<void> {
    await this.trajectory.send(`placements/${placementId}/end`, { reason: 'work-does-not-suit', by: 'candidate' });
    await this.trajectory.send('participation-steps', { step: 'volunteer-work', reason: 'setback' });
    this.at(126, () => this.coach());
  }

  /** Paid work with the same employer; "extern geplaatst … en in het bezit … van een arbeidsovereenkomst" is where aftercare begins. */
  private async work(experienceId: string, placing: Placing): Promise<void> {
    const { api } = this.stage;
    await this.trajectory.send('goal-changes', { goal: 'paid-work', reason: 'paid-work-feasible-again' });
    await this.trajectory.send(`placements/${experienceId}/end`, { reason: 'other-job', by: 'candidate' });
    const placementId = await this.place(placing);
    const { contract, hoursPerWeek } = placing;
    const from = this.day(140);
    const signed = { contract, hoursPerWeek, signedOn: from, from, until: daysAfter(from, 182) };
    await this.trajectory.send(`placements/${placementId}/contracts`, signed);
    await this.trajectory.send('participation-steps', { step: 'paid-work', reason: 'progress' });
    await api.send(`/candidates/${this.drawn.candidate.id}/benefits/bijstand/end`, { source: 'municipality' });
    if (placing.location === 'external') this.stayInTouch(placementId);
  }

  /** "blijft de Werkwinkel als contactpersoon fungeren, zodat uitval zoveel mogelijk wordt voorkomen" */
  private stayInTouch(placementId: string): void {
    const { chance } = this.stage;
    const dropsOut = this.drawn.path === 'drops-out';
    this.at(141, async () => {
      await this.trajectory.send('aftercare-contacts', { placementId, subject: `contact-${this.drawn.after}` });
    });
    for (const side of ['candidate', 'employer'])
      this.at(154, async () => {
        const rating = dropsOut ? 2 : chance.between(3, 5);
        await this.trajectory.send('check-ins', { placementId, with: side, rating, concerns: dropsOut ? ['hours'] : [] });
      });
    if (dropsOut) this.at(161, () => this.warn(placementId));
  }

  private async warn(placementId: string): Promise<void> {
    const risk = { placementId, signals: ['low-rating', 'concern'], policyVersion: 1 };
    const riskId = await this.trajectory.create('risks', risk);
    this.at(168, async () => {
      await this.trajectory.send(`risks/${riskId}/answer`, { answer: 'talked' });
    });
    this.at(196, async () => {
      await this.trajectory.send(`placements/${placementId}/end`, { reason: 'dropped-out', by: 'candidate' });
      await this.trajectory.send('participation-steps', { step: 'none', reason: 'work-ended' });
    });
  }

  private async place({ employer, ...terms }: Placing): Promise<string> {
    const matchId = await this.trajectory.match(employer.id);
    return this.trajectory.create('placements', { matchId, employerId: employer.id, ...terms });
  }

  /** So many days after this volunteer begins. */
  private at(days: number, work: () => Promise<void>): void {
    this.stage.agenda.on(this.day(days), work);
  }

  private day(days: number): string {
    return daysAfter(BEGINS, days + 7 * this.drawn.after);
  }
}
