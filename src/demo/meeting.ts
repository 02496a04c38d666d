import { daysAfter, type Agenda } from './agenda.js';
import type { Api } from './api.js';
import { registerAtTheDoor, type Candidate, type Employer } from './cast.js';
import type { Chance } from './chance.js';

/** A candidate and the employers who said yes to each other at a meeting, in the order in which they spoke; there is at least one. */
export type Click = Readonly<{ candidate: Candidate; employerIds: readonly string[]; meetingId: string; heldOn: string }>;

type Evening = Readonly<{
  heldOn: string;
  programmeId: string;
  candidates: readonly Candidate[];
  employers: readonly Employer[];
  walkIns: number;
  onClick: (click: Click) => void;
}>;

type Party = Readonly<{ kind: 'candidate'; candidateId: string } | { kind: 'employer'; employerId: string }>;

/** Everyone who walks in has one good talk, so that each way in is seen. */
const BOTH = { candidate: true, employer: true };

/** One Meedoenplein: planned three weeks ahead, both sides invited, met, and who said yes to whom. */
export class Meeting {
  private id = '';

  constructor(
    private readonly around: Readonly<{ api: Api; chance: Chance; agenda: Agenda }>,
    private readonly evening: Evening,
  ) {}

  plan(): void {
    const { agenda } = this.around;
    const { heldOn } = this.evening;
    agenda.put(`${daysAfter(heldOn, -14)}T09:00`, () => this.invite());
    agenda.put(`${heldOn}T10:00`, () => this.meet());
  }

  private async invite(): Promise<void> {
    const { api, agenda, chance } = this.around;
    const { heldOn, programmeId } = this.evening;
    this.id = await api.create('/meetings', {
      programmeId,
      title: 'Meedoenplein',
      place: 'Stadhuis',
      heldOn,
      startsAt: `${heldOn}T${heldOn < '2019-10-27' ? '08' : '09'}:00:00Z`,
      capacity: 80,
    });
    for (const invitee of this.guests()) {
      const invitationId = await api.create(`/meetings/${this.id}/invitations`, { invitee, channel: 'letter' });
      const accepted = chance.percent(85);
      const answeredOn = `${daysAfter(heldOn, -7)}T09:00`;
      agenda.put(answeredOn, async () => {
        await api.send(`/meetings/${this.id}/invitations/${invitationId}/answer`, { accepted });
      });
    }
  }

  private async meet(): Promise<void> {
    const candidates = [...(await this.attending(this.evening.candidates)), ...(await this.atTheDoor())];
    const employers = await this.attending(this.evening.employers);
    for (const candidate of candidates) await this.speak(candidate, this.around.chance.some(employers, 3));
    await this.around.api.send(`/meetings/${this.id}/holding`, {});
  }

  private async attending<T extends Candidate | Employer>(invited: readonly T[]): Promise<T[]> {
    const came: T[] = [];
    for (const guest of invited) {
      const attendance = this.around.chance.percent(80) ? 'attended' : this.around.chance.one(['no-show', 'excused']);
      await this.around.api.send(`/meetings/${this.id}/attendance`, { party: partyOf(guest), attendance });
      if (attendance === 'attended') came.push(guest);
    }
    return came;
  }

  private async atTheDoor(): Promise<Candidate[]> {
    const { api, chance } = this.around;
    const came: Candidate[] = [];
    for (let n = 0; n < this.evening.walkIns; n += 1) {
      const candidate = await registerAtTheDoor(api, chance);
      await api.send(`/meetings/${this.id}/walk-ins`, { party: partyOf(candidate) });
      await api.send(`/meetings/${this.id}/attendance`, { party: partyOf(candidate), attendance: 'attended' });
      came.push(candidate);
    }
    return came;
  }

  /** What each says of the other; what follows where both said yes is the engine's to ask. */
  private async speak(candidate: Candidate, employers: readonly Employer[]): Promise<void> {
    const { api, chance } = this.around;
    const employerIds: string[] = [];
    for (const [at, { id: employerId }] of employers.entries()) {
      const yes = candidate.walksIn && at === 0 ? BOTH : { candidate: chance.percent(60), employer: chance.percent(45) };
      for (const by of ['candidate', 'employer'] as const)
        await api.send(`/meetings/${this.id}/interest`, { by, candidateId: candidate.id, employerId, interested: yes[by] });
      if (yes.candidate && yes.employer) employerIds.push(employerId);
    }
    const { heldOn, onClick } = this.evening;
    if (employerIds.length > 0) onClick({ candidate, employerIds, meetingId: this.id, heldOn });
  }

  private guests(): Party[] {
    return [...this.evening.candidates, ...this.evening.employers].map(partyOf);
  }
}

const partyOf = (guest: Candidate | Employer): Party =>
  'walksIn' in guest ? { kind: 'candidate', candidateId: guest.id } : { kind: 'employer', employerId: guest.id };
