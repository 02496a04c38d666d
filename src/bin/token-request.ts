import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { developmentToken } from '../adapters/identity-development/development-identity.js';
import { openKeyFolder } from '../adapters/key-folder/key-folder.js';
import type { Identity } from '../application/ports/identity.js';
import type { TenantId } from '../kernel/ids.js';
import { ROLES, type Role } from '../kernel/messages.js';
import { storeFolder } from '../lifecycle/database.js';
import type { Environment } from '../settings/setting.js';
import { settingsFrom, WrongSetting } from '../settings/settings.js';

/** What a token says where nobody says otherwise; the tenant and organisation of the demo, so that a token for it needs a role only. */
export const EXAMPLE = { tenant: 'meedoen', organisation: 'gemeente', client: 'command-line' } as const;

const OPTIONS = {
  role: { type: 'string', default: 'caseworker' },
  tenant: { type: 'string', default: EXAMPLE.tenant },
  organisation: { type: 'string', default: EXAMPLE.organisation },
  subject: { type: 'string' },
  client: { type: 'string', default: EXAMPLE.client },
  'on-behalf-of': { type: 'string' },
  demo: { type: 'boolean', default: false },
  development: { type: 'boolean', default: false },
} as const;

/**
 * A token that the running development server takes: signed with the key in the folder of `npm start`, or with `--demo` of the demo.
 *
 * Errors: throws `WrongSetting` without `--development`, in production, for an option that does not exist or says what no token
 * can, and where no server has made a key yet; `KeyRefused` when the key cannot be trusted.
 */
export async function tokenFor(env: Environment, args: readonly string[]): Promise<string> {
  const { demo, development, identity } = requestFrom(args);
  if (!development)
    throw new WrongSetting('Tokens are made here for development only: use --development, as npm run token does.');
  const settings = settingsFrom(env, ['--development']);

  const folder = path.join(storeFolder(settings, demo ? 'demo' : 'real'), 'keys');
  const key = existsSync(folder) ? await (await openKeyFolder(folder)).existing('identity') : null;
  if (!key)
    throw new WrongSetting(
      `No server has made a key for tokens in ${folder} yet: run ${demo ? 'npm run demo' : 'npm start'} first, and set DATA_DIR as it was set there.`,
    );

  try {
    return await developmentToken({ key, development, environment: settings.environment }, identity);
  } catch (error) {
    throw error instanceof RangeError ? new WrongSetting(error.message) : error;
  }
}

/** What a person is told beside a token that they did not say the role of; null where they did. */
export function noticeFor(args: readonly string[]): string | null {
  if (args.some((arg) => arg === '--role' || arg.startsWith('--role='))) return null;
  return `No --role was given: this token is a ${OPTIONS.role.default}'s. Choose with --role, one of ${GIVEN_ROLES.join(', ')}.`;
}

const GIVEN_ROLES = ROLES.filter((one) => one !== 'system');

type Request = Readonly<{ demo: boolean; development: boolean; identity: Identity }>;

function requestFrom(args: readonly string[]): Request {
  const { role: said, tenant, organisation, subject, client, demo, development, ...rest } = valuesOf(args);
  const role = ROLES.find((one): one is Exclude<Role, 'system'> => one === said && one !== 'system');
  if (!role) throw new WrongSetting(`--role is ${JSON.stringify(said)}: it must be one of ${GIVEN_ROLES.join(', ')}.`);

  const who = { subject: subject ?? `example-${role}`, onBehalfOf: rest['on-behalf-of'] ?? null };
  return { demo, development, identity: { tenant: tenant as TenantId, organisation, role, client, ...who } };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const said = (error as Error).message.split('.')[0];
    throw new WrongSetting(
      `${said}: use ${Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    );
  }
}
