import { daysAfter } from '../stage/agenda.js';
import { Trajectory, type Match } from '../stage/trajectory.js';
import type { Stage } from '../stage/stage.js';
import type { Click } from './meeting.js';
import type { Part } from './parts.js';
import { presentFromAfar } from './presented.js';
import { askAgain, askAfterClosing, endAndComeBack, notYetPaid, type Working } from './working.js';

/** A life after a click. `bsn`: by which number somebody who walked in is known later. */
export type Drawn = Readonly<{ click: Click; part: Part | null; falls: boolean; bsn: string }>;

/**
 * One candidate's trajectory after a click: the offer that the engine made is accepted, then start, talk, plan, work, and check-ins
 * with both.
 */
export class Life {
  private trajectory!: Trajectory;
  private matchId = '';

  constructor(
    private readonly stage: Stage,
    private readonly drawn: Drawn,
  ) {}

  /** A caseworker takes it up the day after the meeting; whoever walked in wants some days to think. */
  plan(): void {
    this.at(this.drawn.click.candidate.walksIn ? 4 : 1, '09:00', () => this.begin());
  }

  private async begin(): Promise<void> {
    const { api, programmeId } = this.stage;
    const { click, part, bsn } = this.drawn;
    this.trajectory = await Trajectory.offeredTo(api, click.candidate.id, programmeId);
    await this.trajectory.accept({ candidateId: click.candidate.id, programmeId, referral: 'meeting' });
    if (part === 'link') await api.send(`/candidates/${click.candidate.id}/identity`, { words: { bsn } });
    // The engine proposes the matches of the meeting as soon as it starts, so the goal comes once that is done.
    this.at(click.candidate.walksIn ? 4 : 1, '15:00', async () => {
      await this.trajectory.send('goals', { goal: 'paid-work' });
    });
    this.at(9, '15:00', () => this.choose());
  }

  /** The engine has proposed a match with each employer of the click; it goes on with the first, and the others come to nothing. */
  private async choose(): Promise<void> {
    const { click, falls, part } = this.drawn;
    const [first, ...others] = click.employerIds;
    const matches = await this.trajectory.matches();
    this.matchId = matchWith(first, matches);
    for (const employerId of others) await this.fall(matchWith(employerId, matches), { by: 'candidate', reason: 'other-job' });

    if (part === 'other-goal') await notYetPaid(this.stage, { trajectory: this.trajectory, askAgainOn: this.day(130) });
    if (!falls) return this.at(12, '15:00', () => this.talk());
    const { chance } = this.stage;
    const why = { by: chance.one(['candidate', 'employer']), reason: chance.one(['changed-mind', 'vacancy-gone']) };
    await this.fall(this.matchId, why);
    if (part === 'presented') presentFromAfar(this.stage, { trajectory: this.trajectory, employerId: first });
  }

  private async fall(matchId: string, why: Readonly<{ by: string; reason: string }>): Promise<void> {
    await this.trajectory.send(`matches/${matchId}/falling-through`, why);
  }

  private async talk(): Promise<void> {
    const participants = ['candidate', 'employer', 'municipality'];
    const wrong = this.drawn.part === 'wrong-day';
    await this.trajectory.send('talks', { heldOn: this.day(wrong ? 11 : 12), matchId: this.matchId, participants });
    if (wrong) this.at(40, '15:00', () => this.correctTheTalk());
    this.at(19, '09:00', () => this.agree());
  }

  /** The talk was a day later than it was entered; the employer noticed weeks after. */
  private async correctTheTalk(): Promise<void> {
    const talk = await this.trajectory.last('TripartiteTalkHeld');
    const replacement = { occurredOn: this.day(12), data: talk.data };
    const correction = { kind: 'replace', corrects: talk.eventId, reason: 'wrong-day', requestedBy: 'employer', replacement };
    await this.trajectory.send('corrections', { corrections: [correction] });
  }

  private async agree(): Promise<void> {
    const dueOn = this.day(60);
    await this.trajectory.send('plans', {
      goal: this.drawn.part === 'other-goal' ? 'work-experience' : 'paid-work',
      agreements: [
        { subject: 'guidance', owner: 'municipality', dueOn },
        { subject: 'working-hours', owner: 'employer', dueOn },
      ],
      signatories: ['candidate', 'employer', 'municipality'],
    });
    if (this.drawn.part === 'note') {
      const note = 'Begint liever een half uur later, vanwege de bus.';
      await this.trajectory.send('notes', { visibility: 'internal', words: { note } });
    }
    this.at(25, '09:00', () => this.place());
  }

  private async place(): Promise<void> {
    const { api, chance } = this.stage;
    const { click, part } = this.drawn;
    const terms =
      part === 'other-goal'
        ? { kind: 'work-experience', contract: 'none', hoursPerWeek: 16, until: this.day(140) }
        : {
            kind: 'job',
            contract: chance.one(['fixed-term', 'fixed-term', 'permanent']),
            hoursPerWeek: chance.one([16, 24, 32]),
          };
    const match = { matchId: this.matchId, employerId: click.employerIds[0], location: 'external' };
    const placementId = await this.trajectory.create('placements', { ...match, ...terms });
    if (!click.candidate.walksIn && part !== 'other-goal')
      await api.send(`/candidates/${click.candidate.id}/benefits/bijstand/end`, { source: 'municipality' });

    this.checkIn(placementId, { side: 'candidate', late: part === 'late' });
    if (part === 'miss') this.missCheckIn(placementId);
    else this.checkIn(placementId, { side: 'employer', late: false });
    this.goOn({ trajectory: this.trajectory, placementId, startedOn: this.day(25), candidateId: click.candidate.id });
  }

  private goOn(working: Working): void {
    const { part } = this.drawn;
    if (part === 'support') askAgain(this.stage, working);
    if (part === 'after-closing') askAfterClosing(this.stage, working);
    if (part === 'end-and-return') endAndComeBack(this.stage, working);
  }

  /** Held within the fourteen days, or after the check-in fell due. */
  private checkIn(placementId: string, { side, late }: Readonly<{ side: 'candidate' | 'employer'; late: boolean }>): void {
    const { chance } = this.stage;
    const concerns = chance.percent(30) ? [chance.one(['travel', 'hours'])] : [];
    const body = { placementId, with: side, rating: chance.between(2, 5), concerns };
    this.at(25 + (late ? 17 : chance.between(9, 14)), '15:00', async () => {
      await this.trajectory.send('check-ins', body);
    });
  }

  /** Nobody answers, and the check-in stays open. */
  private missCheckIn(placementId: string): void {
    this.at(25 + 14, '15:00', async () => {
      await this.trajectory.send('missed-check-ins', { placementId, with: 'employer', reason: 'no-answer' });
    });
  }

  /** So many days after the meeting. */
  private at(days: number, time: '09:00' | '15:00', work: () => Promise<void>): void {
    this.stage.agenda.put(`${this.day(days)}T${time}`, work);
  }

  private day(days: number): string {
    return daysAfter(this.drawn.click.heldOn, days);
  }
}

function matchWith(employer: string, matches: Readonly<Record<string, Match>>): string {
  const found = Object.entries(matches).find(([, { employerId, fellOn }]) => employerId === employer && fellOn === null);
  if (!found) throw new Error(`no match with ${employer} was proposed`);
  return found[0];
}
