import tseslint from 'typescript-eslint';
import { exceptions } from './tools/lint-exceptions.mjs';

const PURE = [
  ...['kernel', 'programme', 'trajectory', 'candidate', 'employer', 'workplace', 'series', 'meeting', 'organisation', 'ruleset'],
  ...['follow-ups', 'reactions', 'read-models'],
].map((room) => `src/${room}/**/*.ts`);

/** The one file that knows how the calendar and the zone work. */
const DAYS = 'src/kernel/days.ts';

const SKIPPED_TEST = 'A test that does not run says so loudly: end the run with its name instead.';
const skippedTests = [
  { selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]', message: SKIPPED_TEST },
  { selector: 'CallExpression[callee.name=/^(x(it|test|describe)|f(it|describe))$/]', message: SKIPPED_TEST },
];

const CLOCK = 'Time arrives in the command, or comes from the Clock port; never from the process.';
const noProcessTime = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: CLOCK },
];

const CALENDAR = `Calendar and zone are the business of ${DAYS} alone.`;
const noCalendar = [
  { selector: 'Identifier[name="Intl"]', message: CALENDAR },
  { selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]', message: CALENDAR },
];
const noUtc = { selector: 'MemberExpression[object.name="Date"][property.name="UTC"]', message: CALENDAR };

const noChance = [
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Ids and chance arrive in the command.' },
];

const IMPURE = 'A pure room uses nothing of the process: what it needs arrives in the command.';
const impure = [
  ...['process', 'crypto', 'performance', 'Buffer', 'console', 'fetch', 'globalThis', 'global', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone'],
].map((name) => ({ name, message: IMPURE }));

const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'What a process is started with is read by src/settings/settings.ts alone, by its table.',
};

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'An export has one name, everywhere.' };

const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'dist-demo/**', 'coverage/**', '.data/**', '**/*.mjs', '**/*.cjs'] },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A switch over a union counts once: that it leaves nothing out is what the compiler checks.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  { files: ['src/**/*.ts'], rules: syntax(noDefaultExport, noEnvironment, ...noCalendar, noUtc) },
  { files: ['src/settings/settings.ts'], rules: syntax(noDefaultExport, ...noCalendar, noUtc) },
  {
    files: ['src/application/**/*.ts'],
    rules: syntax(noDefaultExport, noEnvironment, ...noCalendar, noUtc, ...noProcessTime, ...noChance),
  },
  {
    files: PURE,
    ignores: [DAYS],
    rules: {
      ...syntax(noDefaultExport, ...noCalendar, ...noChance),
      'no-restricted-globals': ['error', ...impure, { name: 'Date', message: CALENDAR }],
    },
  },
  {
    files: [DAYS],
    rules: { ...syntax(noDefaultExport, ...noProcessTime, ...noChance), 'no-restricted-globals': ['error', ...impure] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      ...syntax(...skippedTests),
    },
  },
  ...exceptions.map(({ file, rule }) => ({ files: [file], rules: { [rule]: 'off' } })),
);
