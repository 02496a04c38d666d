import type pg from 'pg';
import type { EventStore } from '../../application/ports/event-store.js';
import type { MasterKey } from '../../application/ports/master-key.js';
import { SealBroken, SubjectErased, type Part, type PersonVault, type Words } from '../../application/ports/person-vault.js';
import type { EventId, StreamId, TenantId } from '../../kernel/ids.js';
import type { Sealed } from '../../kernel/messages.js';
import { nameHashOf, sealedUnderName } from './name-keys.js';
import { destroyedUpTo, noteDestroyed } from './destroyed-up-to.js';
import { openWords, sealWords } from './sealed-words.js';
import { subjectKey, unwrapSubjectKey } from './subject-keys.js';
import { sweepParts } from './sweep-parts.js';

/**
 * `writer` seals, destroys and sweeps, `reader` opens and finds; the sweeper asks the log, whichever it is, what its events name.
 * `nameKey` is the key of the hashes by which somebody is found, `logName` what PostgreSQL calls the log.
 */
export type VaultOptions = Readonly<{
  writer: pg.Pool;
  reader: pg.Pool;
  master: MasterKey;
  nameKey: Buffer;
  log: Pick<EventStore, 'readStream'>;
  logName?: string;
}>;

/** A part that is asked for, as its event names it. */
type Named = Readonly<{ streamId: StreamId; eventId: EventId; sealed: Sealed }>;

/** The vault on PostgreSQL: AES-256-GCM, a key per subject, each wrapped by the master key that lies in no database. */
export function personVault({ writer, reader, master, nameKey, log, logName }: VaultOptions): PersonVault {
  return {
    seal: (part) => seal({ writer, master, nameKey }, part),
    open: (tenant, parts) => open({ reader, master, tenant }, parts),
    findNamed: async (tenant, who) => {
      const hash = nameHashOf(nameKey, tenant, who);
      return hash ? sealedUnderName(reader, tenant, hash) : [];
    },
    destroy: (tenant, subject) => destroy(writer, tenant, subject),
    destroyedUpTo: () => destroyedUpTo(writer),
    noteDestroyed: (upTo) => noteDestroyed(writer, upTo, logName),
    sweep: () => sweepParts(writer, log),
  };
}

type Sealing = Pick<VaultOptions, 'writer' | 'master' | 'nameKey'>;

async function seal({ writer, master, nameKey }: Sealing, part: Part): Promise<Sealed> {
  const { tenant, streamId, eventId, subject, words } = part;
  const key = await subjectKey(writer, master, part);
  const { nonce, ciphertext, digest } = sealWords(key, part, words);
  key.fill(0);

  // The share lock keeps the key until the part is committed: whoever destroys it waits, and then finds this part too.
  const { rowCount } = await writer.query(
    `with part as (
       insert into vault.sealed_part (tenant, stream, event_id, digest, subject, nonce, ciphertext)
       select tenant, $3, $4, decode($5, 'hex'), subject, $6, $7 from vault.subject_key
       where tenant = $1 and subject = $2 and wrapped is not null for share
       returning tenant, event_id, digest
     ), named as (
       insert into vault.name_key (tenant, event_id, digest, key)
       select tenant, event_id, digest, $8::bytea from part where $8::bytea is not null
     )
     select from part`,
    [tenant, subject, streamId, eventId, digest, nonce, ciphertext, nameHashOf(nameKey, tenant, words)],
  );
  if (rowCount === 0) throw new SubjectErased(`the key of ${subject} was destroyed`);
  return { subject, digest };
}

type Stored = Readonly<{
  event_id: EventId;
  digest: string;
  nonce: Buffer;
  ciphertext: Buffer;
  subject: string;
  master: string;
  wrapped: Buffer;
}>;

/** What answers for a part that should be there, and is not. */
type Lost = Readonly<{ event_id: EventId; digest: string; nonce: null }>;

type Opening = Readonly<{ reader: pg.Pool; master: MasterKey; tenant: TenantId }>;

async function open(opening: Opening, parts: readonly Named[]): Promise<ReadonlyMap<EventId, Words>> {
  if (parts.length === 0) return new Map();
  const named = new Map(parts.map((part) => [`${part.eventId} ${part.sealed.digest}`, part]));
  const { rows } = await opening.reader.query<Stored | Lost>('select * from vault.open_parts($1, $2, $3, $4)', [
    opening.tenant,
    parts.map(({ eventId }) => eventId),
    parts.map(({ sealed }) => sealed.digest),
    parts.map(({ sealed }) => sealed.subject),
  ]);

  return new Map(
    rows.map((row) => {
      const part = named.get(`${row.event_id} ${row.digest}`);
      if (!part) throw new Error(`the vault answered ${row.event_id}, which nobody asked for`);
      if (row.nonce === null) throw new SealBroken(part.eventId);
      return [part.eventId, wordsOf(opening, part, row)];
    }),
  );
}

/** Everything that binds the words is taken from the event, nothing from the row: a row that says otherwise does not open. */
function wordsOf({ master, tenant }: Opening, { streamId, eventId, sealed }: Named, stored: Stored): Words {
  const { subject } = sealed;
  if (stored.subject !== subject) throw new SealBroken(eventId);
  const key = unwrapSubjectKey(master, { tenant, subject }, stored);
  try {
    return openWords(key, { tenant, streamId, eventId, subject }, stored);
  } finally {
    key.fill(0);
  }
}

/** The key first: once it is gone no part can be added, so the second statement sees all there will ever be. */
async function destroy(writer: pg.Pool, tenant: TenantId, subject: string): Promise<number> {
  const client = await writer.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into vault.subject_key as k (tenant, subject, destroyed_at) values ($1, $2, clock_timestamp())
       on conflict (tenant, subject) do update set master = null, wrapped = null, destroyed_at = coalesce(k.destroyed_at, excluded.destroyed_at)`,
      [tenant, subject],
    );
    const { rowCount } = await client.query('delete from vault.sealed_part where tenant = $1 and subject = $2', [
      tenant,
      subject,
    ]);
    await client.query('commit');
    client.release();
    return rowCount ?? 0;
  } catch (error) {
    client.release(true); // a connection that is thrown away rolls back
    throw error;
  }
}
