import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import type { Engine } from '../../src/composition/engine.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { command, lifeOn, publishRules, TENANT, type Life } from '../harness/life.js';

/** A match for a place, and in whose trajectory it is. */
export type Matched = Readonly<{ id: string; matchId: string; employerId: string; workplaceId: string }>;

export type Pair = Readonly<{ candidateId: string; employerId: string }>;

/** Back on benefit within three years after leaving for paid work. */
const WITHIN_THREE_YEARS = { policy: 'draaideur', benefits: ['bijstand', 'ww'], after: ['paid-work'], withinMonths: 36 };

/** People who meet, in the log of an engine on a simulated store. */
export class People {
  programmeId = '';
  readonly accepted: Life['accepted'];

  /** `life`: by which commands are sent; keys are of one life only. */
  constructor(
    private readonly engine: Pick<Engine, 'flow' | 'tools' | 'clockLoop'>,
    private readonly life: Life = lifeOn(engine as Engine),
  ) {
    this.accepted = life.accepted;
  }

  /** Publishes what Meedoen Werkt stands on; it is then the morning of 1 August 2019. */
  async publish(): Promise<void> {
    await this.itIs('2019-08-01');
    this.programmeId = await publishRules(this.life);
  }

  /** Publishes Meedoen Werkt once more, with what counts as a return or null; trajectories stand under it from then on. */
  async publishReturns(returns: object | null = WITHIN_THREE_YEARS): Promise<void> {
    const { returns: _, ...file } = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8')) as { returns: object };
    const definition = { ...file, ...(returns && { returns }), title: returns ? 'Met terugkeer' : 'Zonder terugkeer' };
    const publish = command('PublishProgramme', { validFrom: '2019-01-01', definition });
    await this.accepted('programme', null, { ...publish, role: 'administrator' });
  }

  /** Publishes Meedoen Werkt once more, with how long a place is kept or null; nothing has to happen before somebody works. */
  async publishKeeping(reservation: string | null = 'P6W'): Promise<void> {
    const file = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8')) as object;
    const beforePlacement = { talk: false, plan: false, agreements: [] };
    const keeping = { ...(reservation && { reservation }), title: reservation ? 'Met werkplekken' : 'Zonder werkplekken' };
    const publish = command('PublishProgramme', {
      validFrom: '2019-01-01',
      definition: { ...file, ...keeping, phases: [], names: {}, beforePlacement },
    });
    await this.accepted('programme', null, { ...publish, role: 'administrator' });
  }

  workplace(employerId: string): Promise<string> {
    const offer = { employerId, kind: 'learn-work', tasks: ['Inpakken'], hoursPerWeek: 24 };
    const rest = { area: null, requirements: [], accommodations: [], department: null };
    return this.life.made('workplace', null, command('OfferWorkplace', { ...offer, ...rest }));
  }

  /** Somebody who starts, and to whom a match for a place is proposed; the candidate said yes. */
  async proposedFor(workplaceId: string, employerId: string): Promise<Matched> {
    const { id } = await this.start(await this.candidate());
    await this.accepted('trajectory', id, command('SetGoal', { goal: 'paid-work', askAgainOn: null }));
    const proposal = { employerId, meetingId: null, workplaceId, because: 'vacancy', interested: ['candidate'] };
    const matchId = await this.life.made('trajectory', id, command('ProposeMatch', proposal));
    return { id: id!, matchId, employerId, workplaceId };
  }

  /** The second yes. */
  secondYes({ id, matchId }: Matched): Promise<Accepted> {
    return this.accepted(
      'trajectory',
      id,
      command('ExpressInterest', { matchId, by: 'employer', interested: true, reason: null }),
    );
  }

  /** Begins to work by a match, today; answers the id of the placement. */
  worksBy({ id, matchId, employerId }: Matched): Promise<string> {
    const terms = { kind: 'learn-work', location: 'external', contract: 'none', hoursPerWeek: 24, until: '2021-12-31' };
    return this.life.made('trajectory', id, command('StartPlacement', { matchId, employerId, ...terms }));
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

  /** Who left for paid work, today; answers the id of the trajectory. */
  async leaves(candidateId: string): Promise<string> {
    const { id } = await this.start(candidateId);
    await this.accepted('trajectory', id, command('CloseTrajectory', { result: 'paid-work' }));
    return id!;
  }

  /** A benefit begins, today unless told otherwise; answers the id of the fact. */
  async onBenefit(candidateId: string, kind: 'bijstand' | 'ww' = 'bijstand', rest: object = {}): Promise<string> {
    const start = command('RecordBenefitStart', { kind, source: 'municipality' }, rest);
    const { streamId, version } = await this.accepted('candidate', candidateId, start);
    const [fact] = await this.engine.tools.store.readStream(TENANT, streamId, { after: version - 1 });
    return fact.eventId;
  }

  /** What was entered never happened. */
  async neverHappened(category: 'candidate' | 'trajectory', id: string, corrects: string): Promise<void> {
    const correction = { corrects, kind: 'void', reason: 'never-happened', requestedBy: 'caseworker' };
    await this.accepted(category, id, { kind: 'corrections', corrections: [correction], late: [] } as unknown as Wish);
  }

  async itIs(day: string): Promise<void> {
    const moved = await this.engine.clockLoop?.moveTo(startOf(day as Day));
    if (moved?.kind !== 'moved') throw new Error(`the clock did not move to ${day}`);
  }
}
