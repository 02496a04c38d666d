import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { plantedCopy, PROJECT, type PlantedCopy } from '../harness/planted-copy.js';

/** One violation a file, and the rule that must catch it. */
const PLANTS: Readonly<Record<string, readonly [rule: string, source: string]>> = {
  'src/trajectory/plan/planted-now.ts': ['no-restricted-globals', 'export const at = Date.now();'],
  'src/kernel/planted-today.ts': ['no-restricted-globals', 'export const at = new Date();'],
  'src/candidate/planted-date-text.ts': ['no-restricted-globals', 'export const at = Date();'],
  'src/employer/planted-date.ts': ['no-restricted-globals', "export const at = new Date('2026-03-02');"],
  'src/follow-ups/planted-chance.ts': ['no-restricted-syntax', 'export const chance = Math.random();'],
  'src/read-models/list/planted-utc.ts': ['no-restricted-globals', 'export const at = Date.UTC(2026, 1);'],
  'src/meeting/planted-intl.ts': ['no-restricted-syntax', "export const order = new Intl.Collator('nl');"],
  'src/ruleset/planted-locale.ts': ['no-restricted-syntax', 'export const text = (1.5).toLocaleString();'],
  'src/programme/planted-crypto.ts': ['no-restricted-globals', 'export const id = crypto.randomUUID();'],
  'src/kernel/planted-process.ts': ['no-restricted-globals', 'export const mode = process.env.NODE_ENV;'],
  'src/trajectory/planted-timer.ts': ['no-restricted-globals', 'export const timer = setTimeout(() => undefined, 1);'],
  'src/trajectory/planted-disabled.ts': [
    'no-restricted-globals',
    '// eslint-disable-next-line no-restricted-globals\nexport const mode = process.env.NODE_ENV;',
  ],
  'src/application/planted-now.ts': ['no-restricted-syntax', 'export const at = Date.now();'],
  'src/application/planted-today.ts': ['no-restricted-syntax', 'export const at = new Date();'],
  'src/application/planted-date-text.ts': ['no-restricted-syntax', 'export const at = Date();'],
  'src/application/planted-chance.ts': ['no-restricted-syntax', 'export const chance = Math.random();'],
  'src/http/planted-utc.ts': ['no-restricted-syntax', 'export const at = Date.UTC(2026, 1);'],
  'src/adapters/one/planted-intl.ts': ['no-restricted-syntax', "export const format = new Intl.NumberFormat('nl');"],
  'src/http/planted-default.ts': ['no-restricted-syntax', 'export default 1;'],
  'src/planted-environment.ts': ['no-restricted-syntax', 'export const role = process.env.ROLE;'],
  'src/http/planted-parameters.ts': [
    'max-params',
    'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;',
  ],
  'src/http/planted-long.ts': ['max-lines', `${'export {};\n'.repeat(250)}export const line = 251;`],
  'src/http/planted-function.ts': ['max-lines-per-function', `export function long() {\n${'  void 0;\n'.repeat(40)}}`],
  'src/http/planted-deep.ts': [
    'max-depth',
    `export function deep(n: number) { ${'if (n > 1) { '.repeat(4)}n++;${' }'.repeat(4)} return n; }`,
  ],
  'src/http/planted-complex.ts': ['complexity', `export const f = (n: number) => ${'n > 1 ? n : '.repeat(10)}0;`],
  'src/http/planted-switch.ts': [
    '@typescript-eslint/switch-exhaustiveness-check',
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
  ],
  'src/http/planted-promise.ts': ['@typescript-eslint/no-floating-promises', 'export function f() { Promise.resolve(1); }'],
  'src/http/planted-type.ts': [
    '@typescript-eslint/consistent-type-imports',
    "import { Day } from '../kernel/days.js';\nexport type D = Day;",
  ],
  ...Object.fromEntries(callsNotRun().map((call) => [`test/planted-${call}.spec.ts`, notRunning(call)])),
};

/** Every way to leave a test out, or to let one run alone, that the lint must see where it is planted. */
function callsNotRun(): readonly string[] {
  const said = ['skip', 'only'].flatMap((how) => [`it.${how}`, `test.${how}`, `describe.${how}`]);
  return [...said, ...['x', 'f'].flatMap((prefix) => [`${prefix}it`, `${prefix}describe`])];
}

/** A spec of which a test does not run: left out itself, or hidden by another that runs alone. */
function notRunning(call: string): [rule: string, text: string] {
  return ['no-restricted-syntax', `${call}('is not run', () => undefined);`];
}

const ALLOWED = {
  'src/adapters/one/planted-clock.ts': 'export const at = Date.now();',
  'src/kernel/planted-allowed.ts': 'export const largest = Math.max(1, 2);',
};

const COPIED = ['src', 'test/harness', 'eslint.config.mjs', 'tools/lint-exceptions.mjs', 'tsconfig.json', 'package.json'];

/** Appended to the one file that may know the calendar: what it may do, and then what it may not. */
const DAYS = 'src/kernel/days.ts';
const IN_DAYS = ['Date.UTC(2026, 1)', 'new Date(0)', 'Date.now()', 'new Date()', 'Math.random()', 'process.uptime()'];

type Exception = Readonly<{ file: string; rule: string; reason: string }>;
const EXCEPTIONS = jest.requireActual<{ exceptions: readonly Exception[] }>('../../tools/lint-exceptions.mjs').exceptions;

describe('the lint rules', () => {
  let rulesIn: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    rulesIn = lintPlanted();
  }, 300_000);

  it('catch each planted violation, and only that', () => {
    const planted = [...Object.keys(PLANTS), ...Object.keys(ALLOWED)];
    const caught = planted.filter((file) => rulesIn.has(file)).map((file) => [file, [...new Set(rulesIn.get(file))]]);

    expect(caught).toEqual(Object.entries(PLANTS).map(([file, [rule]]) => [file, [rule]]));
  });

  it('let the calendar use a Date, and neither the time nor the chance of the process', () => {
    expect(rulesIn.get(DAYS)).toEqual([...Array<string>(3).fill('no-restricted-syntax'), 'no-restricted-globals']);
  });

  it('have no exception that is no longer needed, and none without a reason', () => {
    expect(EXCEPTIONS.filter(({ file, rule }) => !rulesIn.get(file)?.includes(rule))).toEqual([]);
    expect(EXCEPTIONS.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });
});

/** The rules that each file breaks, in a copy of the project with all plants and without the exceptions. */
function lintPlanted(): Map<string, string[]> {
  const sources = Object.fromEntries(Object.entries(PLANTS).map(([file, [, source]]) => [file, source]));
  const copy = plantedCopy(COPIED, { ...sources, ...ALLOWED });
  try {
    append(copy, DAYS, IN_DAYS.map((call, n) => `export const planted${n} = ${call};\n`).join(''));
    append(copy, 'tools/lint-exceptions.mjs', 'exceptions.length = 0;\n');
    const files = [...Object.keys(sources), ...Object.keys(ALLOWED), DAYS, ...EXCEPTIONS.map(({ file }) => file)];
    return rulesByFile(fs.realpathSync(copy.folder), [...new Set(files)]);
  } finally {
    copy.remove();
  }
}

function rulesByFile(folder: string, files: readonly string[]): Map<string, string[]> {
  const cli = path.join(PROJECT, 'node_modules/eslint/bin/eslint.js');
  const run = spawnSync(process.execPath, [cli, '--format', 'json', ...files], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const results = JSON.parse(run.stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];

  const entries = results.map(
    ({ filePath, messages }) => [path.relative(folder, filePath), messages.flatMap(({ ruleId }) => ruleId ?? [])] as const,
  );
  return new Map(entries.filter(([, rules]) => rules.length > 0));
}

const append = ({ folder }: PlantedCopy, file: string, text: string): void => fs.appendFileSync(path.join(folder, file), text);
