import type pg from 'pg';
import type { ParkedPlace, ParkedReaction, ParkedReactions } from '../../application/ports/reactions.js';
import type { EventId, TenantId } from '../../kernel/ids.js';
import { PARKED, parkedOf, type ParkedRow } from './parked.js';

type Logins = Readonly<Record<'reader' | 'writer', pg.Pool>>;

/** Answers as `reader`, to whom another tenant's rows are not there, and changes as `writer`. */
export class PostgresParkedReactions implements ParkedReactions {
  constructor(private readonly pools: Logins) {}

  async list(
    tenant: TenantId,
    { after, limit }: Readonly<{ after: ParkedPlace | null; limit: number }>,
  ): Promise<readonly ParkedReaction[]> {
    const client = await this.pools.reader.connect();
    try {
      await client.query('begin read only');
      await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
      const place = after && [after.since, after.reaction, after.eventId, after.n];
      const { rows } = await client.query<ParkedRow>(
        `select * from (${PARKED}) parked where tenant = $1 and ($2::text[] is null
           or (since, reaction, event_id::text, n) > ($2[1], $2[2], $2[3], $2[4]::integer))
         order by since, reaction, event_id, n limit $3`,
        [tenant, place, limit],
      );
      await client.query('commit');
      return rows.map(parkedOf);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async tryAgain(tenant: TenantId, reaction: string, eventId: EventId): Promise<boolean> {
    const { rows } = await this.pools.writer.query<{ again: string }>(
      `with aside as (
         update read.reaction_aside set again = true where tenant = $1 and reaction = $2 and event_id = $3 returning 1),
       refused as (
         update read.reaction_command set settled = null
         where tenant = $1 and reaction = $2 and event_id = $3 and settled ->> 'kind' = 'parked' returning 1)
       select (select count(*) from aside) + (select count(*) from refused) as again`,
      [tenant, reaction, eventId],
    );
    return rows[0].again !== '0';
  }
}
