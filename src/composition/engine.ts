import type pg from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { PostgresCommandClaims } from '../adapters/claims-postgres/command-claims.js';
import { currentHashKey } from '../adapters/claims-postgres/hash-keys.js';
import { openKeyClaims } from '../adapters/claims-postgres/key-claims.js';
import type { Connections } from '../adapters/connections.js';
import { refuseLogElsewhere } from '../adapters/event-store-kurrentdb/identity.js';
import { openQueue } from '../adapters/follow-ups-bullmq/open-queue.js';
import type { RedisAddress } from '../adapters/follow-ups-bullmq/redis-address.js';
import type { KeyFolder } from '../adapters/key-folder/key-folder.js';
import { personVault } from '../adapters/person-vault/person-vault.js';
import { PostgresParkedReactions } from '../adapters/reactions-postgres/postgres-parked-reactions.js';
import { PostgresReactionStore } from '../adapters/reactions-postgres/postgres-reaction-store.js';
import { CaseloadRows } from '../adapters/read-models-typeorm/caseload-counts.js';
import { FactFigures } from '../adapters/read-models-typeorm/fact-figures.js';
import { FollowUpLists, OpenFollowUpSteps } from '../adapters/read-models-typeorm/follow-up-lists.js';
import { OpenLapses } from '../adapters/read-models-typeorm/open-lapses.js';
import { TypeormLookRows } from '../adapters/read-models-typeorm/look-rows.js';
import { ProjectionRunner } from '../adapters/read-models-typeorm/projection-runner.js';
import { PROJECTIONS } from '../adapters/read-models-typeorm/projections.js';
import { readModels } from '../adapters/read-models-typeorm/read-models.js';
import { TrajectoryLists } from '../adapters/read-models-typeorm/trajectory-lists.js';
import { Timelines } from '../adapters/read-models-typeorm/timelines.js';
import { sweepErasures } from '../application/erasing/erasure.js';
import { CommandFlow } from '../application/commands/command-flow.js';
import type { Tools } from '../application/commands/tools.js';
import { idOf } from '../application/names.js';
import type { CaseloadCounts } from '../application/ports/caseloads.js';
import type { SimulatedClock } from '../application/ports/clock.js';
import type { EventStore } from '../application/ports/event-store.js';
import type { Figures } from '../application/ports/figures.js';
import type { FollowUpQueue, OpenSteps } from '../application/ports/follow-ups.js';
import type { LookRows } from '../application/ports/look-rows.js';
import type { Loop } from '../application/ports/loops.js';
import type { ParkedReactions } from '../application/ports/reactions.js';
import type { FollowUpRows, TimelineRows, TrajectoryRows } from '../application/ports/read-models.js';
import { ReactionLoop } from '../application/reacting/reaction-loop.js';
import { wakingRows } from '../application/reacting/waking-rows.js';
import { allSteps } from '../application/time/all-steps.js';
import { ClockLoop } from '../application/time/clock-loop.js';
import { Every } from '../application/time/every.js';
import { FollowUpSweeper } from '../application/time/follow-up-sweeper.js';
import { FollowUpWorker } from '../application/time/follow-up-worker.js';
import { RecordsSteps } from '../application/time/record-step.js';
import { masterOf } from './master-of.js';
import type { LogElsewhere, OpenLog } from './open-log.js';
import { openOwnLog } from './places-remembered.js';
import { alarmsIn, projectionError, queueTold } from './engine-tells.js';
import { toldError } from './told-error.js';
import { openedOn, openPools, type Pools } from './pools.js';
import { tellingTroubles, type Troubles } from './troubles.js';
import { REACTIONS } from '../reactions/reactions.js';

const MINUTE = 60_000;

/** More new keys than this on one day are a client gone wild. */
const CLAIMS_PER_CLIENT_AND_DAY = 100_000;

/** What the engine stands on: a migrated database, the folder of keys, where to log, and where events and queue lie unless in the database. */
export type Foundation = Readonly<{
  connections: Connections;
  keys: KeyFolder;
  log: Logger;
  events?: LogElsewhere | null;
  redis?: RedisAddress | null;
}>;

type Projections = Readonly<Record<keyof typeof PROJECTIONS, ProjectionRunner<never, never>>>;

/**
 * What of the engine runs: what takes commands only (it hears of changes in what they consult), projections too, or all, with reactions,
 * worker and sweepers.
 */
export type Parts = 'commands' | 'projections' | 'all';

/** Everything that works below HTTP: what commands and questions need, and what runs by itself. */
export type Engine = Readonly<{
  tools: Tools;
  flow: CommandFlow;
  timelines: TimelineRows;
  followUpLists: FollowUpRows;
  trajectoryLists: TrajectoryRows;
  figures: Figures;
  caseloads: CaseloadCounts;
  projections: Projections;
  /** By the name of the reaction. */
  reactions: Readonly<Record<string, ReactionLoop>>;
  parkedReactions: ParkedReactions;
  /** What health and metrics tell of: who reads the log (projections and reactions), and the steps of follow-ups. */
  watched: readonly Loop[];
  queue: Pick<FollowUpQueue, 'standing'>;
  /** Errors: throws `LogRefused` once the log was moved from where this process has it. */
  refuseMoved(): Promise<void>;
  /** Null on a real store, whose clock nobody moves. */
  clockLoop: ClockLoop | null;
  /** Starts what runs by itself, all of it unless told otherwise; resolves when each part runs. */
  start(parts?: Parts): Promise<void>;
  /** Ends them in order, then closes the store and every connection. */
  stop(): Promise<void>;
}>;

/** Assembles the engine on a database that is migrated; nothing runs before `start`. Errors: throws QueueRefused and LogRefused. */
export const openEngine = (foundation: Foundation): Promise<Engine> =>
  tellingTroubles(foundation.log, (troubles) => assembled(foundation, troubles));

async function assembled({ connections, keys, log, events = null, redis = null }: Foundation, { onError, end }: Troubles) {
  const pools = openPools(connections, onError);
  const opened = await openedOn(pools, openOwnLog({ connections, pools, elsewhere: events, onError, ...alarmsIn(log) }));
  const tools = await toolsOn(opened, pools, keys);
  const [{ store }, flow] = [tools, new CommandFlow(tools)];
  const sources = await sourcesOn(connections, onError);
  const projections = projectionsOn(opened, pools.writer, log);
  const rows = wakingRows(new TypeormLookRows(sources[1]), projections);
  const reactions = reactionsOn(tools, { flow, pools, rows, logName: opened.name }, log);
  const loops = [...Object.values(projections), ...Object.values(reactions)];
  const queue = await openQueue({ ...connections, storeId: store.storeId, redis }, queueTold(log, onError));
  const worker = new FollowUpWorker(tools.clock, new RecordsSteps(store, flow, idOf));
  const around = { steps: stepsFrom(sources[1]), queue, worker };
  const clockLoop = store.simulated ? new ClockLoop({ clock: tools.clock as SimulatedClock, store, loops, ...around }) : null;
  const sweeps = sweepsOf(tools, new FollowUpSweeper({ clock: tools.clock, ...around }), log);

  return {
    tools,
    flow,
    projections,
    reactions,
    watched: [...loops, stepsAsLoop(store, worker)],
    queue,
    clockLoop,
    ...besideTheLog(sources[0], pools, events),
    start: async (parts = 'all') => {
      await started([flow.consulted, ...(parts === 'commands' ? [] : Object.values(projections))]);
      if (parts !== 'all') return;
      await sweepErasures(tools);
      await started([...Object.values(reactions), { start: () => worker.start(queue) }]);
      for (const sweep of sweeps) sweep.start();
    },
    stop: async () => {
      await stopped([...sweeps, { stop: end }]);
      await queue.close();
      for (const readers of [Object.values(reactions), [flow.consulted, ...Object.values(projections)]]) await stopped(readers);
      await closed({ opened, sources, pools });
    },
  };
}

/** The worker reads no log, so it is never behind; what it could not record is told all the same. */
const stepsAsLoop = (store: EventStore, worker: FollowUpWorker): Loop => ({
  name: 'steps',
  stopped: false,
  passed: () => store.lastPosition(),
  parked: () => Promise.resolve(worker.parked()),
  wake: () => undefined,
});

async function started(parts: readonly Readonly<{ start(): Promise<void> }>[]): Promise<void> {
  await Promise.all(parts.map((part) => part.start()));
}

/** Resolves when none of them does anything any more. */
async function stopped(parts: readonly Readonly<{ stop(): Promise<void> }>[]): Promise<void> {
  await Promise.all(parts.map((part) => part.stop()));
}

type Open = Readonly<{ opened: OpenLog; sources: readonly DataSource[]; pools: Pools }>;

async function closed({ opened, sources, pools }: Open): Promise<void> {
  await opened.store.close();
  await opened.end();
  await Promise.all([...sources.map((source) => source.destroy()), ...Object.values(pools).map((pool) => pool.end())]);
}

const besideTheLog = (source: DataSource, pools: Pools, events: LogElsewhere | null) => ({
  timelines: new Timelines(source),
  followUpLists: new FollowUpLists(source),
  trajectoryLists: new TrajectoryLists(source),
  figures: new FactFigures(source),
  caseloads: new CaseloadRows(source),
  parkedReactions: new PostgresParkedReactions(pools),
  refuseMoved: () => refuseLogElsewhere(pools.writer, events?.nameSpace),
});

const stepsFrom = (source: DataSource): OpenSteps => allSteps(new OpenFollowUpSteps(source), new OpenLapses(source));

/** What the API asks with, and what the worker asks with. */
const sourcesOn = ({ reader, writer }: Connections, onError: (error: unknown) => void) =>
  Promise.all([readModels(reader, { onError }), readModels(writer, { onError, pool: 2 })]);

async function toolsOn(
  { name: logName, store, clock, letGo }: OpenLog,
  { writer, reader, flusher }: Pools,
  keys: KeyFolder,
): Promise<Tools> {
  const master = await masterOf(keys, writer);
  return {
    store,
    vault: personVault({
      writer,
      reader,
      master,
      nameKey: (await currentHashKey(writer, master, 'name')).bytes,
      log: store,
      logName,
    }),
    commandClaims: new PostgresCommandClaims({ writer, master, perClientAndDay: CLAIMS_PER_CLIENT_AND_DAY }),
    keyClaims: await openKeyClaims({ writer, flusher, letGo, master }),
    clock,
    name: idOf,
  };
}

function projectionsOn({ store, name }: OpenLog, pool: pg.Pool, log: Logger): Projections {
  const around = {
    store,
    log: name,
    pool,
    onFault: (fault: object) => log.error(fault, 'a stream is parked in a projection until its fold is mended'),
    onError: (error: unknown) => log.warn(projectionError(error), 'a projection could not be written and is tried again'),
  };
  const runners = Object.entries(PROJECTIONS).map(
    ([name, { projection, table }]) => [name, new ProjectionRunner(around, projection, table)] as const,
  );
  return Object.fromEntries(runners) as Projections;
}

type Reacting = Readonly<{ flow: CommandFlow; pools: Pools; logName: string; rows: LookRows }>;

function reactionsOn({ store, name }: Tools, { flow, pools, logName, rows }: Reacting, log: Logger): Engine['reactions'] {
  const reactions = new PostgresReactionStore(pools.writer, logName);
  const onError = (error: unknown): void => log.error(toldError(error), 'a reaction failed and is tried again');
  const loops = REACTIONS.map((reaction) => new ReactionLoop({ store, name, flow, rows, reactions, onError }, reaction));
  return Object.fromEntries(loops.map((loop, at) => [REACTIONS[at].name, loop]));
}

/** On a simulated store nothing is armed by itself: there the clock loop does it, step by step. */
function sweepsOf({ store, vault, commandClaims, keyClaims }: Tools, followUps: FollowUpSweeper, log: Logger): readonly Every[] {
  const onError = (error: unknown): void => log.error(toldError(error), 'a sweep failed and is tried again');
  const housekeeping = async (): Promise<void> => {
    await sweepErasures({ store, vault, keyClaims });
    await vault.sweep();
    await keyClaims.sweep();
    await commandClaims.sweep();
  };
  if (store.simulated) return [];
  return [new Every(MINUTE, () => followUps.sweep(), onError), new Every(10 * MINUTE, housekeeping, onError)];
}
