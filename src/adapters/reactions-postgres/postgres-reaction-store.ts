import type pg from 'pg';
import type { Position } from '../../application/ports/event-store.js';
import { Fenced } from '../../application/ports/fenced.js';
import type {
  Aside,
  Cause,
  Holding,
  ParkedReaction,
  ReactionStore,
  Settled,
  StoredCommand,
} from '../../application/ports/reactions.js';
import type { EventId } from '../../kernel/ids.js';
import type { Asked } from '../../reactions/reaction.js';
import { PARKED, parkedOf, type ParkedRow } from './parked.js';

/** How long a holder may act without being heard of, on the database's clock: leases go by real time. */
const LEASE = '10 seconds';

/** The one row that lets a holder write: another takes it with a later epoch, and waits here until this write is done. */
const HELD = 'select 1 from read.reaction where name = $1 and holder = $2 and epoch = $3 for update';

const COMMAND = `tenant, stream_id as "streamId", event_id as "eventId", position, n, asked, answers, settled`;
const CAUSE = `tenant, stream_id as "streamId", event_id as "eventId", position`;

type CommandRow = Cause & Readonly<{ n: number; asked: Asked; answers: number | null; settled: Settled | null }>;

/** What reactions remember, in tables of the schema `read`. Each write is one statement, which writes nothing without the holding. */
export class PostgresReactionStore implements ReactionStore {
  /** `log` is the one that this process reads: after a move to another one nothing is taken any more. Source: R-612. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly log?: string,
  ) {}

  async take(reaction: string, holder: string): Promise<{ holding: Holding; position: Position | null } | null> {
    const { rows } = await this.pool.query<{ epoch: string; position: Position | null }>(
      `update read.reaction set held_until = clock_timestamp() + interval '${LEASE}', epoch = epoch + 1, holder = $2
       where name = $1 and (holder = $2 or held_until < clock_timestamp())
         ${this.log === undefined ? '' : 'and coalesce(store.current_log_home(), $3) = $3'}
       returning epoch, position`,
      [reaction, holder, ...(this.log === undefined ? [] : [this.log])],
    );
    if (rows.length > 0) return { holding: { reaction, holder, epoch: rows[0].epoch }, position: rows[0].position };

    const { rowCount } = await this.pool.query('select from read.reaction where name = $1', [reaction]);
    if (rowCount === 0) throw new Error(`the reaction ${reaction} was never begun: migrate first`);
    return null;
  }

  async moveTo({ reaction, holder, epoch }: Holding, position: Position | null): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update read.reaction set position = greatest(position, $4), held_until = clock_timestamp() + interval '${LEASE}'
       where name = $1 and holder = $2 and epoch = $3`,
      [reaction, holder, epoch, position],
    );
    if (rowCount !== 1) throw new Fenced(`${reaction} is acted for by another process`);
  }

  async release({ reaction, holder, epoch }: Holding): Promise<void> {
    await this.pool.query(`update read.reaction set held_until = '-infinity' where name = $1 and holder = $2 and epoch = $3`, [
      reaction,
      holder,
      epoch,
    ]);
  }

  async reached(reaction: string): Promise<Position | null> {
    const { rows } = await this.pool.query<{ position: Position | null }>('select position from read.reaction where name = $1', [
      reaction,
    ]);
    return rows[0]?.position ?? null;
  }

  async commandsOf(reaction: string, eventId: EventId): Promise<readonly StoredCommand[]> {
    const { rows } = await this.pool.query<CommandRow>(
      `select ${COMMAND} from read.reaction_command where reaction = $1 and event_id = $2 order by n`,
      [reaction, eventId],
    );
    return rows.map(commandOf);
  }

  async unsettled(reaction: string, limit: number): Promise<readonly StoredCommand[]> {
    const { rows } = await this.pool.query<CommandRow>(
      `select ${COMMAND} from read.reaction_command where reaction = $1 and settled is null order by position, n limit $2`,
      [reaction, limit],
    );
    return rows.map(commandOf);
  }

  async store(holding: Holding, { tenant, streamId, eventId, position }: Cause, asked: readonly Asked[]): Promise<void> {
    await this.write(
      holding,
      `gone as (delete from read.reaction_aside using held where reaction = $1 and event_id = $4),
       stored as (
         insert into read.reaction_command (tenant, reaction, event_id, n, stream_id, position, asked)
         select $5, $1, $4, a.n - 1, $6, $7, a.asked from held, jsonb_array_elements($8::jsonb) with ordinality a (asked, n)
         on conflict do nothing)`,
      [eventId, tenant, streamId, position, JSON.stringify(asked)],
    );
  }

  async settle(
    holding: Holding,
    { cause: { eventId }, n }: Pick<StoredCommand, 'cause' | 'n'>,
    { settled, answer }: Readonly<{ settled: Settled; answer?: Asked }>,
  ): Promise<void> {
    await this.write(
      holding,
      `settled as (
         update read.reaction_command set settled = $6::jsonb, since = clock_timestamp() from held
         where reaction = $1 and event_id = $4 and n = $5),
       answered as (
         insert into read.reaction_command (tenant, reaction, event_id, n, stream_id, position, asked, answers)
         select c.tenant, $1, $4, (select max(n) + 1 from read.reaction_command where reaction = $1 and event_id = $4),
           c.stream_id, c.position, $7::jsonb, $5
         from held, read.reaction_command c
         where c.reaction = $1 and c.event_id = $4 and c.n = $5 and $7::jsonb is not null)`,
      [eventId, n, JSON.stringify(settled), answer ? JSON.stringify(answer) : null],
    );
  }

  async setAside(holding: Holding, { tenant, streamId, eventId, position }: Cause, { why, because }: Aside): Promise<void> {
    await this.write(
      holding,
      `aside as (
         insert into read.reaction_aside as a (tenant, reaction, event_id, stream_id, position, why, because)
         select $5, $1, $4, $6, $7, $8, $9 from held
         on conflict (reaction, event_id) do update
           set why = excluded.why, because = excluded.because, again = false, tried = a.tried + 1
           where excluded.why <> 'behind')`,
      [eventId, tenant, streamId, position, why, because],
    );
  }

  async isAside(reaction: string, { tenant, streamId, position }: Cause): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from read.reaction_aside where reaction = $1 and tenant = $2 and stream_id = $3 and position <= $4 limit 1`,
      [reaction, tenant, streamId, position],
    );
    return rowCount === 1;
  }

  async toTakeAgain(reaction: string, limit: number): Promise<readonly Cause[]> {
    const { rows } = await this.pool.query<Cause>(
      `select ${CAUSE} from (
         select distinct on (tenant, stream_id) * from read.reaction_aside where reaction = $1
         order by tenant, stream_id, position) first
       where why <> 'fault' or again order by tried, position limit $2`,
      [reaction, limit],
    );
    return rows;
  }

  async forgiveFaults(holding: Holding): Promise<void> {
    await this.write(
      holding,
      `forgiven as (update read.reaction_aside set again = true from held where reaction = $1 and why = 'fault')`,
      [],
    );
  }

  async parked(reaction: string, limit: number): Promise<readonly ParkedReaction[]> {
    const { rows } = await this.pool.query<ParkedRow>(
      `select * from (${PARKED}) parked where reaction = $1 order by since, reaction, event_id, n limit $2`,
      [reaction, limit],
    );
    return rows.map(parkedOf);
  }

  /** One statement with the holding's row locked first; `parts` see it as `held`, with parameters from $4 on. */
  private async write({ reaction, holder, epoch }: Holding, parts: string, values: readonly unknown[]): Promise<void> {
    const { rows } = await this.pool.query<{ held: string }>(
      `with held as materialized (${HELD}), ${parts} select count(*) as held from held`,
      [reaction, holder, epoch, ...values],
    );
    if (rows[0].held !== '1') throw new Fenced(`${reaction} is acted for by another process`);
  }
}

const commandOf = ({ tenant, streamId, eventId, position, ...command }: CommandRow): StoredCommand => ({
  cause: { tenant, streamId, eventId, position },
  ...command,
});
