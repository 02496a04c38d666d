import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { documentOf, Problem } from '../../src/http/problem.js';
import { detailIn } from '../../src/http/problems/details.js';
import { DUTCH_TEXTS } from '../../src/http/problems/details-in-dutch.js';
import { KEY_FORM } from '../../src/http/requests/idempotency-key.js';
import { checkedDefinition } from '../../src/programme/check-definition.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';
import { startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

const SRC = path.join(__dirname, '../../src');
const TRAJECTORY = '/v1/trajectories/c273e4d5-a071-5f82-a394-718293a4b5c6';
const dutch = { 'accept-language': 'nl' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** The source of everything that reads a request or a definition. */
function sources(): string {
  const files = fs.readdirSync(SRC, { recursive: true, encoding: 'utf8' });
  const reading = files.filter((file) =>
    /(?:\.events|\.dto|^http\/(?:requests|answers)\/[^/]+|^programme\/[^/]+)\.ts$/.test(file),
  );
  return reading.map((file) => fs.readFileSync(path.join(SRC, file), 'utf8')).join('\n');
}

/** What these files say to who sent something wrong; a part that differs each time stands as `7`. */
function said(): readonly string[] {
  const [text, places] = [`['\`]([^'\`\\n]+)['\`]`, [] as RegExp[]];
  places.push(
    new RegExp(`\\.(?:regex|refine)\\((?:.|\\n)*?, ${text}\\)`, 'g'),
    new RegExp(`\\b(?:error|detail|expected): ${text}`, 'g'),
    new RegExp(`\\bfault\\(${text}\\)`, 'g'),
    new RegExp(`\\bfault\\(\\s*(?:\\[[^\\n]*?\\]|[\\w.]+(?:\\([^\\n]*?\\))?), '[a-z0-9-]+', ${text}`, 'g'),
    new RegExp(`\\? ${text} : (?:null|issue)`, 'g'),
    new RegExp(`z\\.(?:email|iso\\.date)\\(${text}\\)`, 'g'),
  );
  const source = sources();
  const found = places.flatMap((place) => [...source.matchAll(place)].map(([, words]) => words));
  return [...new Set(found)].filter((words) => words.includes(' ')).map((words) => words.replace(/\$\{[^}]*\}/g, '7'));
}

describe('what is wrong in one place', () => {
  it('has Dutch words wherever a schema, a header or a definition says it (R-592)', () => {
    const texts = said();

    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => detailIn('nl', text) === text)).toEqual([]);
    expect(detailIn('nl', KEY_FORM)).not.toBe(KEY_FORM);
    expect(Object.entries(DUTCH_TEXTS).filter(([english, said]) => said.includes('  ') || english.length === 0)).toEqual([]);
  });

  it.each<[z.ZodType, unknown, string]>([
    [z.string().min(1), '', 'is leeg'],
    [z.string().min(2), 'a', 'heeft minder dan 2 tekens'],
    [z.string().max(1), 'ab', 'heeft meer dan 1 tekens'],
    [z.array(z.string()).min(1), [], 'heeft minder dan 1 in de lijst'],
    [z.array(z.string()).max(0), ['a'], 'heeft meer dan 0 in de lijst'],
    [z.int().min(1), 0, 'is minder dan 1'],
    [z.number().max(1), 1.5, 'is meer dan 1'],
    [z.number().multipleOf(0.5), 0.25, 'is geen veelvoud van 0.5'],
    [z.string().regex(/a/), 'b', 'past niet in de vorm die hier hoort'],
    [z.int(), 1.5, 'past hier niet: verwacht wordt een heel getal'],
    [z.iso.date(), 'x', 'is geen bestaande dag, JJJJ-MM-DD'],
    [z.uuid(), 'x', 'is geen UUID'],
  ])('that the schema library finds by itself is told in Dutch too (%#)', (schema, value, told) => {
    const message = schema.safeParse(value).error?.issues[0].message ?? '';
    expect(detailIn('nl', message)).toBe(told);
    expect(detailIn('en', message)).toBe(message);
  });

  it('stays as it is where nobody gave it Dutch words', () => {
    expect(detailIn('nl', 'is something else')).toBe('is something else');
  });

  it('is told in the language of the reader, with what would be right (R-592)', async () => {
    const wrong = { heldOn: '2027-02-29', with: 'nobody', rating: 9 };
    const told = async (headers: Record<string, string>) =>
      (await post(api, [`${TRAJECTORY}/check-ins`, wrong], { headers })).body;

    expect((await told(dutch)).errors).toEqual([
      { in: 'body', path: '/heldOn', detail: 'geen bestaande dag, JJJJ-MM-DD', expected: 'JJJJ-MM-DD, een bestaande dag' },
      { in: 'body', path: '/placementId', detail: 'ontbreekt', expected: 'tekst' },
      {
        in: 'body',
        path: '/with',
        detail: 'is geen van de waarden die hier bekend zijn',
        expected: ['candidate', 'employer'],
      },
      { in: 'body', path: '/rating', detail: 'is meer dan 5' },
    ]);
    expect((await told({})).errors).toContainEqual({
      in: 'body',
      path: '/placementId',
      detail: 'is missing',
      expected: 'string',
    });
  });

  it('with a definition is told so too (R-592)', () => {
    const [result] = ['fame'];
    const returns = { policy: 'back', benefits: ['ww'], after: [result], withinMonths: 1 };
    const checked = checkedDefinition({ ...(meedoenWerktFile as object), returns }, () => true);
    const faults = 'faults' in checked ? checked.faults : [];
    const reasons = (language: 'nl' | 'en') =>
      (documentOf(new Problem({ code: 'definition-faulty', faults }), language).faults as { reason: string }[]).map(
        ({ reason }) => reason,
      );

    expect(reasons('nl')).toEqual(['geen traject eindigt met fame']);
    expect(reasons('en')).toEqual(['no trajectory ends with fame']);
  });
});

describe('a parameter', () => {
  it('that is given twice is told as that', async () => {
    for (const [address, name] of [
      [`${TRAJECTORY}/state?validOn=2020-01-01&validOn=2020-01-02`, 'validOn'],
      ['/v1/trajectories?order=begun-first&order=begun-last', 'order'],
      ['/v1/follow-ups?limit=1&limit=2', 'limit'],
    ])
      expect((await get(api, address)).body.errors).toEqual([{ in: 'query', path: name, detail: 'is given more than once' }]);
  });

  it('that lost its + on the way is told how that is written', async () => {
    const at = async (knownAt: string) => (await get(api, `${TRAJECTORY}/state?knownAt=${knownAt}`)).body.errors;
    const detail = 'has a space where a + belongs: in an address a + is written %2B';

    expect(await at('2020-01-01T12:00:00+01:00')).toEqual([{ in: 'query', path: 'knownAt', detail }]);
    expect(await at('2020-01-01T12:00:00%2B01:00')).toBeUndefined();
    expect(await at('yesterday')).toEqual([
      { in: 'query', path: 'knownAt', detail: 'is not a day (YYYY-MM-DD), or an instant with its zone (2026-03-02T12:00:00Z)' },
    ]);
  });
});
