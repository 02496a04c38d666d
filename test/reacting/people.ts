import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Engine } from '../../src/engine.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { command, lifeOn, publishRules, type Life } from '../harness/life.js';

export type Pair = Readonly<{ candidateId: string; employerId: string }>;

/** People who meet, in the log of an engine on a simulated store. */
export class People {
  programmeId = '';
  readonly accepted: Life['accepted'];
  private readonly life: Life;

  constructor(private readonly engine: Pick<Engine, 'flow' | 'tools' | 'clockLoop'>) {
    this.life = lifeOn(engine as Engine);
    this.accepted = this.life.accepted;
  }

  /** Publishes what Meedoen Werkt stands on; it is then the morning of 1 August 2019. */
  async publish(): Promise<void> {
    await this.itIs('2019-08-01');
    this.programmeId = await publishRules(this.life);
  }

  candidate(): Promise<string> {
    const data = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
    return this.life.made('candidate', null, command('RegisterCandidate', data, { words: { givenNames: 'Anna' } }));
  }

  employer(): Promise<string> {
    const data = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' };
    return this.life.made('employer', null, command('RegisterEmployer', data));
  }

  /** A meeting on this day with these candidates and employers there; it is then that day. */
  async meeting(heldOn: string, candidates: readonly string[], employers: readonly string[]): Promise<string> {
    const planned = { title: 'Meedoenplein', place: 'Stadhuis', heldOn, startsAt: null, capacity: null };
    const schedule = command('ScheduleMeeting', { seriesId: null, programmeId: this.programmeId, ...planned });
    const id = await this.life.made('meeting', null, schedule);
    await this.itIs(heldOn);
    const parties = [
      ...candidates.map((candidateId) => ({ kind: 'candidate', candidateId })),
      ...employers.map((employerId) => ({ kind: 'employer', employerId })),
    ];
    for (const party of parties) {
      await this.accepted('meeting', id, command('RegisterWalkIn', { party }));
      await this.accepted('meeting', id, command('RecordAttendance', { party, attendance: 'attended' }));
    }
    return id;
  }

  says(by: 'candidate' | 'employer', meetingId: string, pair: Pair): Promise<Accepted> {
    return this.accepted('meeting', meetingId, command('ExpressMeetingInterest', { by, ...pair, interested: true }));
  }

  async bothSay(meetingId: string, pair: Pair): Promise<void> {
    for (const by of ['candidate', 'employer'] as const) await this.says(by, meetingId, pair);
  }

  async start(candidateId: string): Promise<Accepted> {
    const start = { candidateId, programmeId: this.programmeId, previousTrajectoryId: null, enrolledOn: null };
    return this.accepted('trajectory', null, command('StartTrajectory', { ...start, referral: 'own-initiative' }));
  }

  private async itIs(day: string): Promise<void> {
    const moved = await this.engine.clockLoop?.moveTo(startOf(day as Day));
    if (moved?.kind !== 'moved') throw new Error(`the clock did not move to ${day}`);
  }
}
