import { createHmac, type KeyObject } from 'node:crypto';
import pg from 'pg';
import { LOGINS, roleOf, type Connections } from '../connections.js';

/** The one database of the application. */
export const DATABASE = 'trajectlijn';

/** Gives a name its secret, always the same for the same name. */
export type PasswordOf = (name: string) => string;

/** Passwords that hang on one key: nothing else need be kept, and whoever loses the key loses the way in. */
export const passwordsFrom =
  (key: KeyObject): PasswordOf =>
  (name) =>
    createHmac('sha256', key).update(`postgresql ${name}`).digest('base64url');

/**
 * Makes the database and the logins where they are missing, and sets their passwords to those of the key folder.
 * What the logins may do is the business of the migrations.
 */
export async function ensureLogins(
  session: pg.Client,
  superuser: pg.ClientConfig,
  passwordOf: PasswordOf | null,
): Promise<Connections> {
  for (const login of LOGINS) await ensureLogin(session, roleOf(login), passwordOf?.(roleOf(login)) ?? null);

  const { rowCount } = await session.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await session.query(`create database ${DATABASE} owner ${roleOf('owner')}`);

  const entries = LOGINS.map((login) => [
    login,
    { ...superuser, database: DATABASE, user: roleOf(login), password: passwordOf?.(roleOf(login)) },
  ]);
  return Object.fromEntries(entries) as Connections;
}

async function ensureLogin(session: pg.Client, role: string, password: string | null): Promise<void> {
  const { rowCount } = await session.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await session.query(`create role ${role} login`);
  if (password !== null) await session.query(`alter role ${role} password ${pg.escapeLiteral(password)}`);
}
