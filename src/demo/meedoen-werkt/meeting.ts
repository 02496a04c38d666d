import { daysAfter } from '../stage/agenda.js';
import { registerAtTheDoor, type Candidate, type Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';

/** A candidate and the employers who said yes to each other at a meeting, in the order in which they spoke; there is at least one. */
export type Click = Readonly<{ candidate: Candidate; employerIds: readonly string[]; meetingId: string; heldOn: string }>;

type Evening = Readonly<{
  heldOn: string;
  seriesId: string;
  candidates: readonly Candidate[];
  employers: readonly Employer[];
  onClick: (click: Click) => void;
}>;

type Party = Readonly<{ kind: 'candidate'; candidateId: string } | { kind: 'employer'; employerId: string }>;

/** Who walks in, and the first of those invited, have one good talk, so that each way in is seen at each meeting. */
const BOTH = { candidate: true, employer: true };

/** One Meedoenplein: planned two weeks ahead, both sides invited, met, and who said yes to whom. */
export class Meeting {
  private id = '';
  private invitations: readonly string[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly evening: Evening,
  ) {}

  plan(): void {
    const { agenda } = this.stage;
    const { heldOn } = this.evening;
    agenda.on(daysAfter(heldOn, -14), () => this.invite());
    agenda.on(daysAfter(heldOn, -7), () => this.answer());
    agenda.put(`${heldOn}T10:00`, () => this.meet());
  }

  /** The same, called off two days before; nobody who had said to come is then a no-show. */
  planCancelled(): void {
    const { agenda } = this.stage;
    const { heldOn } = this.evening;
    agenda.on(daysAfter(heldOn, -14), () => this.invite());
    agenda.on(daysAfter(heldOn, -2), async () => {
      await this.stage.api.send(`/meetings/${this.id}/cancellation`, { reason: 'public-health' });
    });
  }

  private async invite(): Promise<void> {
    const { api, programmeId } = this.stage;
    const { heldOn, seriesId } = this.evening;
    const startsAt = `${heldOn}T${heldOn < '2019-10-27' ? '08' : '09'}:00:00Z`;
    const evening = { programmeId, seriesId, title: 'Meedoenplein', place: 'Stadhuis', heldOn, startsAt, capacity: 80 };
    this.id = await api.create('/meetings', evening);

    const sent: string[] = [];
    for (const invitee of this.guests())
      sent.push(await api.create(`/meetings/${this.id}/invitations`, { invitee, channel: 'letter' }));
    this.invitations = sent;
  }

  private async answer(): Promise<void> {
    const { api, chance } = this.stage;
    for (const invitationId of this.invitations)
      await api.send(`/meetings/${this.id}/invitations/${invitationId}/answer`, { accepted: chance.percent(85) });
  }

  private async meet(): Promise<void> {
    const candidates = [...(await this.attending(this.evening.candidates)), await this.atTheDoor()];
    const employers = await this.attending(this.evening.employers);
    const lucky = [candidates[0], ...candidates.filter(({ walksIn }) => walksIn)];
    for (const candidate of candidates)
      await this.speak({ candidate, clicks: lucky.includes(candidate) }, this.stage.chance.some(employers, 3));
    await this.stage.api.send(`/meetings/${this.id}/holding`, {});
  }

  private async attending<T extends Candidate | Employer>(invited: readonly T[]): Promise<T[]> {
    const { api, chance } = this.stage;
    const came: T[] = [];
    for (const guest of invited) {
      const attendance = chance.percent(85) ? 'attended' : chance.one(['no-show', 'excused']);
      await api.send(`/meetings/${this.id}/attendance`, { party: partyOf(guest), attendance });
      if (attendance === 'attended') came.push(guest);
    }
    return came;
  }

  private async atTheDoor(): Promise<Candidate> {
    const { api } = this.stage;
    const candidate = await registerAtTheDoor(this.stage);
    await api.send(`/meetings/${this.id}/walk-ins`, { party: partyOf(candidate) });
    await api.send(`/meetings/${this.id}/attendance`, { party: partyOf(candidate), attendance: 'attended' });
    return candidate;
  }

  /** What each says of the other; what follows where both said yes is the engine's to ask. */
  private async speak(
    { candidate, clicks }: Readonly<{ candidate: Candidate; clicks: boolean }>,
    employers: readonly Employer[],
  ): Promise<void> {
    const { api, chance } = this.stage;
    const employerIds: string[] = [];
    for (const [at, { id: employerId }] of employers.entries()) {
      const yes = clicks && at === 0 ? BOTH : { candidate: chance.percent(60), employer: chance.percent(45) };
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
