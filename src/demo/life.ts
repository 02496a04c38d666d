import { daysAfter, type Agenda } from './agenda.js';
import type { Api } from './api.js';
import { fictionalBsn, type Chance } from './chance.js';
import type { Click } from './meeting.js';
import type { Offers } from './offers.js';

/** What the story wants to have seen once, so that a newcomer can look for it; each is taken by the first life that can. */
export type Wanted = Set<'link' | 'miss' | 'end-and-return' | 'late' | 'note' | 'wrong-day'>;

type Around = Readonly<{ api: Api; offers: Offers; chance: Chance; agenda: Agenda; programmeId: string; wanted: Wanted }>;
type Match = Readonly<{ employerId: string; fellOn: string | null }>;
type Placed = Readonly<{ placementId: string; since: string }>;

/** No event of the story lies after this day. */
const LAST_DAY = '2020-03-31';

/**
 * One candidate's trajectory after a click: the offer that the engine made is accepted, then start, talk, plan, work, check-ins with
 * both; and for one, a return.
 */
export class Life {
  private id = '';
  private matchId = '';

  constructor(
    private readonly around: Around,
    private readonly click: Click,
  ) {}

  /** A caseworker takes it up the day after the meeting; whoever walked in wants some days to think. */
  plan(): void {
    this.at(this.click.candidate.walksIn ? 4 : 1, '09:00', () => this.begin());
  }

  /** One of those who walked in then says by which number he is known. */
  private async begin(): Promise<void> {
    const { api, offers, programmeId } = this.around;
    const { candidate } = this.click;
    this.id = await offers.to(candidate.id);
    await api.send(`/trajectories/${this.id}/offer-answers`, { accepted: true });
    await api.create('/trajectories', { candidateId: candidate.id, programmeId, referral: 'meeting' });
    if (candidate.walksIn && this.takes('link'))
      await api.send(`/candidates/${candidate.id}/identity`, { words: { bsn: fictionalBsn(500) } });
    await this.match();
  }

  /** There is a match with each employer of the click by now; it goes on with the first, and the others come to nothing. */
  private async match(): Promise<void> {
    const { api, chance } = this.around;
    await api.settle();
    await api.send(`/trajectories/${this.id}/goals`, { goal: 'paid-work' });
    const [first, ...others] = this.click.employerIds;
    const matches = await this.matches();
    this.matchId = matchWith(first, matches);
    if (others.length > 0) this.at(9, '16:00', () => this.choose(others.map((employerId) => matchWith(employerId, matches))));

    if (chance.percent(20)) this.at(10, '11:00', () => this.fall());
    else this.at(12, '14:00', () => this.talk());
  }

  private async matches(): Promise<Readonly<Record<string, Match>>> {
    const { state } = await this.around.api.ask<{ state: { matches: Record<string, Match> } }>(`/trajectories/${this.id}/state`);
    return state.matches;
  }

  /** The candidate goes on with one employer only, and says so to the others. */
  private async choose(others: readonly string[]): Promise<void> {
    for (const matchId of others) await this.letFall(matchId, { by: 'candidate', reason: 'other-job' });
  }

  private letFall(matchId: string, why: Readonly<{ by: string; reason: string }>): Promise<unknown> {
    return this.around.api.send(`/trajectories/${this.id}/matches/${matchId}/falling-through`, why);
  }

  private async fall(): Promise<void> {
    const { chance } = this.around;
    const why = { by: chance.one(['candidate', 'employer']), reason: chance.one(['changed-mind', 'vacancy-gone']) };
    await this.letFall(this.matchId, why);
  }

  private async talk(): Promise<void> {
    const { api } = this.around;
    const participants = ['candidate', 'employer', 'municipality'];
    const wrong = this.takes('wrong-day');
    const heldOn = daysAfter(this.click.heldOn, wrong ? 11 : 12);
    await api.send(`/trajectories/${this.id}/talks`, { heldOn, matchId: this.matchId, participants });
    if (wrong) this.at(40, '15:00', () => this.correctTheTalk());
    this.at(19, '10:00', () => this.agree());
  }

  /** The talk was a day later than it was entered; the employer noticed weeks after. */
  private async correctTheTalk(): Promise<void> {
    const { api } = this.around;
    const { events } = await api.ask<{ events: readonly { type: string; eventId: string; data: unknown }[] }>(
      `/trajectories/${this.id}/events`,
    );
    const talk = events.find(({ type }) => type === 'TripartiteTalkHeld');
    if (!talk) throw new Error('the talk that was entered is not there');

    const replacement = { occurredOn: daysAfter(this.click.heldOn, 12), data: talk.data };
    const correction = { kind: 'replace', corrects: talk.eventId, reason: 'wrong-day', requestedBy: 'employer', replacement };
    await api.send(`/trajectories/${this.id}/corrections`, { corrections: [correction] });
  }

  private async agree(): Promise<void> {
    const { api } = this.around;
    const dueOn = daysAfter(this.click.heldOn, 60);
    await api.send(`/trajectories/${this.id}/plans`, {
      goal: 'paid-work',
      agreements: [
        { subject: 'guidance', owner: 'municipality', dueOn },
        { subject: 'working-hours', owner: 'employer', dueOn },
      ],
      signatories: ['candidate', 'employer', 'municipality'],
    });
    if (this.takes('note'))
      await api.send(`/trajectories/${this.id}/notes`, {
        visibility: 'internal',
        words: { note: 'Begint liever een half uur later, vanwege de bus.' },
      });
    this.at(25, '08:30', () => this.place());
  }

  private async place(): Promise<void> {
    const { api, chance } = this.around;
    const { heldOn, employerIds } = this.click;
    const placementId = await api.create(`/trajectories/${this.id}/placements`, {
      matchId: this.matchId,
      employerId: employerIds[0],
      kind: 'job',
      location: 'external',
      contract: chance.one(['fixed-term', 'fixed-term', 'permanent']),
      hoursPerWeek: chance.one([16, 20, 24, 28, 32, 36]),
    });
    const placed = { placementId, since: daysAfter(heldOn, 25) };
    if (!this.click.candidate.walksIn)
      await api.send(`/candidates/${this.click.candidate.id}/benefits/bijstand/end`, { source: 'municipality' });

    const missed = this.takes('miss');
    this.checkIn(placed, 'candidate', { missed: false });
    this.checkIn(placed, 'employer', { missed });
    if (!missed && !this.click.candidate.walksIn && this.takes('end-and-return')) this.at(70, '16:00', () => this.end(placed));
  }

  /** Most are held within the fourteen days; one comes later, after it fell due; one is missed and stays open. */
  private checkIn({ placementId, since }: Placed, side: 'candidate' | 'employer', { missed }: { missed: boolean }): void {
    const { api, chance, agenda } = this.around;
    const late = !missed && this.takes('late');
    const on = daysAfter(since, missed ? 14 : late ? 17 : chance.between(9, 14));
    const body = missed
      ? { placementId, with: side, reason: 'no-answer' }
      : {
          placementId,
          with: side,
          rating: chance.between(2, 5),
          concerns: chance.percent(30) ? [chance.one(['travel', 'hours'])] : [],
        };
    agenda.put(`${on}T15:30`, async () => {
      await api.send(`/trajectories/${this.id}/${missed ? 'missed-check-ins' : 'check-ins'}`, body);
    });
  }

  /** The work ends; weeks later the benefit is back, and the candidate with it: the revolving door. */
  private async end({ placementId }: Placed): Promise<void> {
    const { api } = this.around;
    await api.send(`/trajectories/${this.id}/placements/${placementId}/end`, { reason: 'no-work-left', by: 'employer' });
    await api.send(`/trajectories/${this.id}/closure`, { result: 'no-further-route' });
    this.at(100, '09:00', () => this.comeBack());
  }

  private async comeBack(): Promise<void> {
    const { api, programmeId, agenda } = this.around;
    const { candidate, heldOn } = this.click;
    await api.send(`/candidates/${candidate.id}/benefits/bijstand/resumption`, { source: 'municipality' });
    const again = { candidateId: candidate.id, programmeId, previousTrajectoryId: this.id };
    const next = await api.create('/trajectories/offers', again);
    agenda.put(`${daysAfter(heldOn, 104)}T09:00`, async () => {
      await api.send(`/trajectories/${next}/offer-answers`, { accepted: true });
      await api.create('/trajectories', { ...again, referral: 'return' });
    });
  }

  /** So many days after the meeting, unless the story is over by then. */
  private at(days: number, time: string, work: () => Promise<void>): void {
    const on = daysAfter(this.click.heldOn, days);
    if (on <= LAST_DAY) this.around.agenda.put(`${on}T${time}`, work);
  }

  private takes(what: Wanted extends Set<infer W> ? W : never): boolean {
    return this.around.wanted.delete(what);
  }
}

function matchWith(employer: string, matches: Readonly<Record<string, Match>>): string {
  const found = Object.entries(matches).find(([, { employerId, fellOn }]) => employerId === employer && fellOn === null);
  if (!found) throw new Error(`no match with ${employer} was proposed`);
  return found[0];
}
