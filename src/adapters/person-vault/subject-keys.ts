import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { SubjectErased } from '../../application/ports/person-vault.js';
import type { MasterKey, Wrapped } from '../../application/ports/master-key.js';
import type { TenantId } from '../../kernel/ids.js';

/** A person, or an employer's contact, whose words have a key of their own. */
export type Subject = Readonly<{ tenant: TenantId; subject: string }>;

/**
 * The subject's key, made when there is none yet: all who ask at once get the key that is stored.
 * Errors: throws `SubjectErased` when it was destroyed, `CannotUnwrap` when the master key is not that of this database.
 */
export async function subjectKey(writer: pg.Pool, master: MasterKey, subject: Subject): Promise<Buffer> {
  const stored = (await storedKey(writer, subject)) ?? (await makeKey(writer, master, subject));
  return unwrapSubjectKey(master, subject, stored);
}

/** Opens a subject's wrapped key. Errors: throws `CannotUnwrap`. */
export function unwrapSubjectKey(master: MasterKey, subject: Subject, wrapped: Wrapped): Buffer {
  return master.unwrap(wrapped, placeOf(subject));
}

async function storedKey(writer: pg.Pool, { tenant, subject }: Subject): Promise<Wrapped | null> {
  const { rows } = await writer.query<{ master: string | null; wrapped: Buffer | null }>(
    'select master, wrapped from vault.subject_key where tenant = $1 and subject = $2',
    [tenant, subject],
  );
  if (rows.length === 0) return null;
  const [{ master, wrapped }] = rows;
  if (master === null || wrapped === null) throw new SubjectErased(`the key of ${subject} was destroyed`);
  return { master, wrapped };
}

/** Who comes second waits for the first to commit, and finds that key. */
async function makeKey(writer: pg.Pool, master: MasterKey, { tenant, subject }: Subject): Promise<Wrapped> {
  const fresh = master.wrap(randomBytes(32), placeOf({ tenant, subject }));
  const { rowCount } = await writer.query(
    'insert into vault.subject_key (tenant, subject, master, wrapped) values ($1, $2, $3, $4) on conflict do nothing',
    [tenant, subject, fresh.master, fresh.wrapped],
  );
  if (rowCount === 1) return fresh;

  const stored = await storedKey(writer, { tenant, subject });
  if (!stored) throw new Error(`the key of ${subject} is gone`);
  return stored;
}

const placeOf = ({ tenant, subject }: Subject) => ['subject-key', tenant, subject];
