import pg from 'pg';
import { LOGINS, roleOf } from '../adapters/connections.js';
import { migrateAllIn } from '../composition/migrate-all.js';
import { logFrom } from '../composition/open-log.js';
import { WrongSetting, type Settings } from '../settings/settings.js';
import { SETTINGS } from '../settings/settings-table.js';
import { DatabaseRefused, entered, nameOfPassword, requiredPassword, wayIn, WORKING } from './elsewhere.js';
import { scramVerifier } from './scram-verifier.js';

/** The oldest that the program was seen to run on. */
const OLDEST = 18;

/**
 * Brings the database that `DATABASE_URL` names to this release's schema. A superuser also makes the roles that it is worked in by,
 * and sets their passwords to those of the settings; without one the owner does it, and finds them made. Safe to run again,
 * and by several at once.
 *
 * Errors: WrongSetting for a setting that is missing; DatabaseRefused and CannotMigrate. Source: R-572.
 */
export async function migrateElsewhere(settings: Settings): Promise<void> {
  const { config, password } = whoMigrates(settings);
  const session = await entered(config, settings, password);
  try {
    await refuseOld(session);
    if (settings.superuser !== null) await refuseUnlessSuperuser(session, settings.superuser);
    await migrateAllIn(session, { simulated: false, events: logFrom(settings) });
    if (settings.superuser !== null) await setPasswords(session, settings);
  } finally {
    await session.end();
  }
}

function whoMigrates(settings: Settings): Readonly<{ config: pg.ClientConfig; password: string }> {
  if (settings.database === null)
    throw new WrongSetting(
      'DATABASE_URL is missing: npm run migrate is for a database that others run; the one beside the program is migrated at each start.',
    );
  const { superuser, superuserPassword } = settings;
  if (superuser === null) {
    const owner = { user: roleOf('owner'), password: requiredPassword(settings, 'owner') };
    return { config: wayIn(settings, owner), password: nameOfPassword('owner') };
  }
  for (const login of WORKING) requiredPassword(settings, login);
  return { config: wayIn(settings, { user: superuser, password: superuserPassword }), password: SETTINGS.superuserPassword.name };
}

async function refuseOld(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ version: string }>(`select current_setting('server_version') as version`);
  if (Number.parseInt(rows[0].version) >= OLDEST) return;
  throw new DatabaseRefused(`DATABASE_URL: PostgreSQL ${rows[0].version} runs there: use ${OLDEST} or newer.`);
}

async function refuseUnlessSuperuser(session: pg.Client, name: string): Promise<void> {
  const { rows } = await session.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user');
  if (rows[0].rolsuper) return;
  throw new DatabaseRefused(
    `DATABASE_SUPERUSER: ${name} is no superuser: name one, or leave it out to migrate as ${roleOf('owner')}.`,
  );
}

/**
 * That of the owner too where it is given. Roles belong to the whole server, where another migration may set them for another database,
 * and of two who change one role at once PostgreSQL fails the second: so they wait for each other here.
 */
async function setPasswords(session: pg.Client, settings: Settings): Promise<void> {
  await session.query('begin');
  await session.query('lock table pg_authid in share row exclusive mode');
  for (const login of LOGINS) {
    const password = settings[`${login}Password`];
    if (password !== null)
      await session.query(`alter role ${roleOf(login)} password ${pg.escapeLiteral(scramVerifier(password))}`);
  }
  await session.query('commit');
}
