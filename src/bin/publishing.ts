import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse, YAMLParseError } from 'yaml';
import { idOf } from '../application/names.js';
import { WrongSetting } from '../settings/settings.js';

/** The clone that this program was built in. */
const CLONE = path.resolve(import.meta.dirname, '../..');

/** What is shipped holds from here on where a file does not say: the year in which Meedoen Werkt began. Ours. */
const SHIPPED_FROM = '2019-01-01';

/** The API to publish to, and who publishes. */
export type Publisher = Readonly<{ address: string; token: string; tenant: string }>;

/** Where a server is asked that listens on a host and a port. */
export const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** A file that was published, or every reason why it was not, each with its path in the file. */
export type Published =
  | Readonly<{ kind: 'published'; what: 'programme' | 'ruleset'; id: string; version: number }>
  /** The last version says the same already. */
  | Readonly<{ kind: 'same'; what: 'programme' | 'ruleset'; id: string; version: number }>
  | Readonly<{ kind: 'not-published'; reasons: readonly string[] }>;

/**
 * Publishes a file as the next version of what its `slug` names: a ruleset where it says a `kind`, else a programme, which is
 * in force from `validFrom` on. What the last version says already is published only when `again` asks for it.
 *
 * Errors: throws WrongSetting for a file that cannot be read; what the API refuses is answered.
 */
export async function publishFile(
  publisher: Publisher,
  file: string,
  { validFrom, again = false }: Readonly<{ validFrom: string; again?: boolean }>,
): Promise<Published> {
  const content = await contentOf(file);
  if ('reasons' in content) return content;

  const what = isRuleset(content.value) ? 'ruleset' : 'programme';
  const same = again ? undefined : await sameAsLast(publisher, what, content.value);
  if (same) return same;

  const body = what === 'ruleset' ? content.value : { validFrom, definition: content.value };
  const response = await called(publisher, `/v1/${what}s`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Problem & { id: string; version: number };
  if (!response.ok) return { kind: 'not-published', reasons: reasonsIn(answer) };
  return { kind: 'published', what, id: answer.id, version: answer.version };
}

/** Publishes what is shipped and not there yet, rulesets before the programmes that name them; says each in a line. */
export async function publishShipped(publisher: Publisher, say: (line: string) => void): Promise<void> {
  for (const file of [...(await yamlIn('rulesets')), ...(await yamlIn('programmes'))]) {
    if (await isThere(publisher, path.join(CLONE, file))) continue;
    const outcome = await publishFile(publisher, path.join(CLONE, file), { validFrom: SHIPPED_FROM });
    for (const line of linesOf(file, outcome)) say(line);
  }
}

/** What became of a file, for a person. */
export function linesOf(file: string, outcome: Published): readonly string[] {
  if (outcome.kind === 'published') return [`Published ${file}: version ${outcome.version} of ${outcome.what} ${outcome.id}.`];
  if (outcome.kind === 'same') {
    const { version, what, id } = outcome;
    return [
      `Nothing published: ${file} is the same as version ${version} of ${what} ${id}, the last. With --again it becomes one more.`,
    ];
  }
  return [`Not published: ${file}`, ...outcome.reasons.map((reason) => `  ${reason}`)];
}

type What = 'programme' | 'ruleset';
type Stored = Readonly<{ version: number; type: string; eventId: string; data: Readonly<Record<string, unknown>> }>;

/** By what the API holds, as the file would be held: a definition, or a ruleset without its slug. One that was corrected since is another. */
async function sameAsLast(publisher: Publisher, what: What, { slug, ...rest }: Content['value']): Promise<Published | undefined> {
  const id = idOf(['slug', publisher.tenant, String(slug)]);
  const events = await eventsOf(publisher, `/v1/${what}s/${id}/events`);
  const last = events.findLast(({ type }) => type === (what === 'ruleset' ? 'RulesetPublished' : 'ProgrammePublished'));
  if (!last || events.some(({ type, data }) => type === 'EventCorrected' && data.corrects === last.eventId)) return undefined;

  const [held, given] = what === 'ruleset' ? [last.data, rest] : [last.data.definition, { slug, ...rest }];
  return isDeepStrictEqual(held, given) ? { kind: 'same', what, id, version: last.version } : undefined;
}

/** Page by page; none where there is no such stream. */
async function eventsOf(publisher: Publisher, address: string): Promise<readonly Stored[]> {
  const found: Stored[] = [];
  for (let after: number | null = 0; after !== null;) {
    const response = await called(publisher, `${address}?limit=100&after=${after}`, {});
    if (!response.ok) return [];
    const page = (await response.json()) as { events: readonly Stored[]; next: number | null };
    found.push(...page.events);
    after = page.next;
  }
  return found;
}

async function isThere(publisher: Publisher, file: string): Promise<boolean> {
  const content = await contentOf(file);
  if ('reasons' in content) return false;

  const what = isRuleset(content.value) ? 'ruleset' : 'programme';
  const id = idOf(['slug', publisher.tenant, String(content.value.slug)]);
  return (await called(publisher, `/v1/${what}s/${id}`, {})).ok;
}

async function yamlIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(CLONE, folder));
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(folder, name));
}

type Content = Readonly<{ value: Readonly<Record<string, unknown>> }>;

async function contentOf(file: string): Promise<Content | Extract<Published, { kind: 'not-published' }>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WrongSetting(`${file} cannot be read (${error.code}): name a YAML file.`);
  });
  try {
    const value: unknown = parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Content['value'] };
    return { kind: 'not-published', reasons: ['the file holds no members such as slug and title'] };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { kind: 'not-published', reasons: [error.message.split('\n')[0]] };
  }
}

const isRuleset = (value: Content['value']): boolean => 'kind' in value;

type Problem = Readonly<{
  detail: string;
  errors?: readonly Readonly<{ path: string; detail: string; expected?: unknown }>[];
  faults?: readonly Readonly<{ path: string; reason: string }>[];
}>;

function reasonsIn({ detail, errors, faults }: Problem): readonly string[] {
  if (faults) return faults.map(({ path: place, reason }) => `${place}: ${reason}`);
  if (errors) return errors.map((error) => `${placeOf(error.path)}: ${error.detail}${expectedIn(error.expected)}`);
  return [detail];
}

/** `/definition/followUps/0/due` is written `followUps[0].due`, as it stands in the file. */
const placeOf = (pointer: string): string =>
  pointer
    .replace(/^\/(definition\/)?/, '')
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.') || 'the whole';

const expectedIn = (expected: unknown): string =>
  expected === undefined ? '' : ` (expected: ${typeof expected === 'string' ? expected : JSON.stringify(expected)})`;

async function called({ address, token }: Publisher, at: string, init: RequestInit): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
  return fetch(`${address}${at}`, { ...init, headers }).catch(() => {
    throw new WrongSetting(`Nothing answers on ${address}: run npm start first, or name the server with --address.`);
  });
}
