import pg from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresReactionStore } from '../../src/adapters/reactions-postgres/postgres-reaction-store.js';
import { TypeormLookRows } from '../../src/adapters/read-models-typeorm/look-rows.js';
import { readModels } from '../../src/adapters/read-models-typeorm/read-models.js';
import { ReactionLoop } from '../../src/application/reacting/reaction-loop.js';
import type { Reacting } from '../../src/application/reacting/reactor.js';
import { quiet } from '../../src/application/time/quiet.js';
import type { Reaction } from '../../src/reactions/reaction.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { connectionsTo } from '../harness/postgres-store.js';
import { sql } from '../harness/sql.js';
import { People } from './people.js';

/** So long that no beat comes between the steps of a spec; what is to be taken again, a wake takes. */
const NO_BEAT = 3_600_000;

/**
 * Processes that act for a reaction, each a loop of its own, on an engine that runs none itself; `ports` are what each works with,
 * and a spec gives a loop others that die or stall.
 */
export class Processes {
  readonly people: People;

  private constructor(
    readonly test: TestEngine,
    readonly ports: Reacting,
    private readonly open: Readonly<{ pool: pg.Pool; source: DataSource }>,
  ) {
    this.people = new People(test.engine);
  }

  static async begin(): Promise<Processes> {
    const test = await startEngine({ parts: 'projections' });
    const { writer } = connectionsTo(test.superuser);
    const [pool, source] = [new pg.Pool({ ...writer, max: 6 }), await readModels(writer, { pool: 2 })];
    const { tools, flow } = test.engine;
    const ports = { store: tools.store, name: tools.name, flow };
    const own = { reactions: new PostgresReactionStore(pool), rows: new TypeormLookRows(source) };
    const processes = new Processes(test, { ...ports, ...own }, { pool, source });
    await processes.people.publish();
    return processes;
  }

  loop(reaction: Reaction, ports: Reacting = this.ports): ReactionLoop {
    return new ReactionLoop({ ...ports, beat: NO_BEAT }, reaction);
  }

  /** Runs it until it is quiet, as the only one, and stops it. */
  async run(reaction: Reaction, ports?: Reacting): Promise<void> {
    const loop = this.loop(reaction, ports);
    await loop.start();
    await this.level(loop);
    await loop.stop();
  }

  /** Waits until it has passed the log's end, and nothing more followed. */
  async level(loop: ReactionLoop): Promise<void> {
    const lagging = await quiet(this.ports.store, [loop], { upTo: 15_000, every: 5 });
    if (lagging.length > 0) throw new Error(`${lagging.join()} did not come to the log's end`);
  }

  /** Whoever held a reaction has not been heard of for too long. */
  async expire(): Promise<void> {
    await this.sql(`update read.reaction set held_until = '-infinity'`);
  }

  /** Everything that reactions remember, as text. */
  async remembered(): Promise<readonly unknown[]> {
    return [
      await this.sql('select name, position, epoch, holder from read.reaction order by name'),
      await this.sql('select reaction, event_id, n, asked, settled from read.reaction_command order by reaction, event_id, n'),
      await this.sql('select reaction, event_id, why, because from read.reaction_aside order by reaction, event_id'),
    ];
  }

  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    return sql(this.test.superuser, text, values);
  }

  async end(): Promise<void> {
    await this.open.source.destroy();
    await this.open.pool.end();
    await this.test.stop();
  }
}
