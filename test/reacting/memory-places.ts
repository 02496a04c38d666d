import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { idOf } from '../../src/application/names.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { LookRows } from '../../src/application/ports/look-rows.js';
import type { Settled, StoredCommand } from '../../src/application/ports/reactions.js';
import { Looking } from '../../src/application/reacting/looking.js';
import { hears, reactTo } from '../../src/application/reacting/react-to.js';
import { sendAsked } from '../../src/application/reacting/send-asked.js';
import { StreamsRead } from '../../src/application/reacting/streams-read.js';
import type { Refused } from '../../src/application/refusals.js';
import { RecordsSteps } from '../../src/application/time/record-step.js';
import { dueAt } from '../../src/kernel/days.js';
import { streamIdOf, type Category, type StreamId, type TrajectoryId, type WorkplaceId } from '../../src/kernel/ids.js';
import { places } from '../../src/reactions/places.js';
import type { Asked } from '../../src/reactions/reaction.js';
import { rowsOf } from '../../src/read-models/projection.js';
import { trajectories } from '../../src/read-models/trajectories/trajectories.projection.js';
import type { Trajectory } from '../../src/trajectory/trajectory.js';
import type { Workplace } from '../../src/workplace/workplace.js';
import { command, TENANT } from '../harness/life.js';
import { memoryFlow } from '../harness/memory-flow.js';

/** One tenant in memory with an employer, people and places, in which the reaction on workplaces acts whenever it is told to. */
export class MemoryPlaces {
  readonly workplaceIds: WorkplaceId[] = [];
  readonly trajectoryIds: TrajectoryId[] = [];
  /** What a person is left with, and how often each answer came. */
  readonly parked: StoredCommand[] = [];
  readonly kinds = new Map<string, number>();
  employerId = '';
  /** How far the reaction has come in each stream. */
  private readonly heard = new Map<StreamId, number>();
  private readonly around = memoryFlow();

  static async begin({ people, workplaces }: Readonly<{ people: number; workplaces: number }>): Promise<MemoryPlaces> {
    const world = new MemoryPlaces();
    const programmeId = await world.publish();
    const firm = { legalForm: 'bv', sector: 'trade', sizeClass: '10-49', name: 'Bakkerij Twente BV' };
    world.employerId = await world.made('employer', 'RegisterEmployer', firm);
    for (let n = 0; n < people; n += 1) await world.start(programmeId);
    const place = { employerId: world.employerId, kind: 'learn-work', tasks: ['Inpakken'], hoursPerWeek: 24 };
    const rest = { area: null, requirements: [], accommodations: [], department: null };
    for (let n = 0; n < workplaces; n += 1)
      world.workplaceIds.push((await world.made('workplace', 'OfferWorkplace', { ...place, ...rest })) as WorkplaceId);
    return world;
  }

  get clock() {
    return this.around.clock;
  }

  /** As a supervisor, who may do whatever a caseworker may. */
  send(target: Readonly<{ category: Category; id: string | null }>, wish: Wish): Promise<Accepted | Refused> {
    const role = ['ruleset', 'programme'].includes(target.category) ? 'administrator' : 'supervisor';
    return this.around.send(target, wish, { role });
  }

  trajectoryOf(id: TrajectoryId): Promise<Trajectory> {
    return this.streams.trajectoryOf(id);
  }

  workplaceOf(id: WorkplaceId): Promise<Workplace> {
    return this.streams.workplaceOf(id);
  }

  eventsOf(category: Category, id: string): Promise<readonly StoredEvent[]> {
    return this.around.store.readStream(TENANT, streamIdOf(category, id));
  }

  /** The streams in which something happened that the reaction has not heard. */
  async unheard(): Promise<readonly StreamId[]> {
    const streams = [
      ...this.trajectoryIds.map((id) => streamIdOf('trajectory', id)),
      ...this.workplaceIds.map((id) => streamIdOf('workplace', id)),
    ];
    const lengths = await Promise.all(streams.map(async (id) => (await this.around.store.readStream(TENANT, id)).length));
    return streams.filter((id, at) => lengths[at] > (this.heard.get(id) ?? 0));
  }

  /** Lets the reaction take the next event of one stream; `meanwhile` happens before each of its commands is sent. */
  async hear(streamId: StreamId, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const stream = await this.around.store.readStream(TENANT, streamId);
    const event = stream[this.heard.get(streamId) ?? 0];
    this.heard.set(streamId, event.version);
    if (!hears(places, event, idOf)) return;

    const look = new Looking({ rows: this.rows, streams: this.streams, tenant: TENANT, end: null });
    const asked = await reactTo(places, { event, stream }, look);
    await this.sendAll(event, asked, meanwhile);
  }

  /** What the sweeper does for each reservation that has lapsed by now; answers how many matches fell by it. */
  async sweep(): Promise<number> {
    const recorder = new RecordsSteps(this.around.store, this.around.flow, idOf);
    const now = await this.clock.now();
    let fallen = 0;
    for (const workplaceId of this.workplaceIds) {
      const { held } = await this.workplaceOf(workplaceId);
      const trajectoryId = held && (await this.whoseMatch(held.matchId));
      if (!held?.lapsesOn || !trajectoryId || dueAt(held.lapsesOn) > now) continue;

      const [streamId, version] = [streamIdOf('trajectory', trajectoryId), await this.versionOfHolding(workplaceId)];
      const at = dueAt(held.lapsesOn);
      const step = { tenant: TENANT, streamId, matchId: held.matchId, workplaceId, version, step: 'lapse', at } as const;
      if (!(await recorder.isOpen(step))) continue;
      await recorder.record(step);
      fallen += 1;
    }
    return fallen;
  }

  private get streams(): StreamsRead {
    return new StreamsRead(this.around.store, TENANT);
  }

  /** The rows of the real projection, folded when asked. */
  private get rows(): LookRows {
    const none = () => Promise.reject(new Error('the reaction on workplaces does not ask this'));
    return {
      roundsOf: none,
      meetingInterestsOf: none,
      trajectoriesFor: async (_, workplaceId) => {
        const all = await Promise.all(
          this.trajectoryIds.map(async (id) => [...rowsOf(trajectories, await this.eventsOf('trajectory', id)).values()]),
        );
        const rows = all.flat().filter(({ matches }) => matches.some((match) => match.workplaceId === workplaceId));
        return { position: await this.around.store.lastPosition(), rows, doubtful: [] };
      },
    };
  }

  private async sendAll(event: StoredEvent, asked: readonly Asked[], meanwhile: () => Promise<unknown>): Promise<void> {
    const { eventId, streamId, position } = event;
    const cause = { tenant: TENANT, streamId, eventId, position };
    const commands: StoredCommand[] = asked.map((one, n) => ({ cause, n, asked: one, answers: null, settled: null }));
    for (let at = 0; at < commands.length; at += 1) {
      await meanwhile();
      const { settled, answer } = await sendAsked({ flow: this.around.flow, name: idOf, reaction: places }, commands[at], event);
      this.count(commands[at], settled);
      if (answer) commands.push({ cause, n: commands.length, asked: answer, answers: commands[at].n, settled: null });
    }
  }

  private count(sent: StoredCommand, settled: Settled): void {
    const kind = `${sent.asked.command.type} ${settled.kind}${settled.kind === 'done' ? '' : ` ${settled.code}`}`;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    if (settled.kind === 'parked') this.parked.push(sent);
  }

  private async whoseMatch(matchId: string): Promise<TrajectoryId | undefined> {
    for (const id of this.trajectoryIds) if ((await this.trajectoryOf(id)).matches.has(matchId as never)) return id;
    return undefined;
  }

  private async versionOfHolding(workplaceId: WorkplaceId): Promise<number> {
    const reserved = (await this.eventsOf('workplace', workplaceId)).filter(({ type }) => type === 'WorkplaceReserved');
    return reserved.at(-1)?.version ?? 0;
  }

  /** A programme that keeps places for six weeks, and holds nothing back. */
  private async publish(): Promise<string> {
    const calendar: unknown = parse(await readFile('rulesets/all-days.yaml', 'utf8'));
    await this.made('ruleset', 'PublishRuleset', calendar);
    const file = parse(await readFile('programmes/meedoen-werkt.yaml', 'utf8')) as object;
    const open = { phases: [], followUps: [], beforePlacement: { talk: false, plan: false, agreements: [] } };
    const definition = { ...file, ...open, names: {}, reservation: 'P6W' };
    return this.made('programme', 'PublishProgramme', { validFrom: '2019-01-01', definition });
  }

  private async start(programmeId: string): Promise<void> {
    const person = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
    const candidateId = await this.made('candidate', 'RegisterCandidate', person);
    const start = { candidateId, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
    this.trajectoryIds.push((await this.made('trajectory', 'StartTrajectory', start)) as TrajectoryId);
  }

  private async made(category: Category, type: string, data: unknown): Promise<string> {
    const outcome = await this.send({ category, id: null }, command(type, data));
    if (outcome.kind === 'refused' || outcome.id === null) throw new Error(JSON.stringify(outcome));
    return outcome.id;
  }
}
