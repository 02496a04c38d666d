import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { plantedCopy, PROJECT } from '../harness/planted-copy.js';

/** From the edge to the heart: a room may import those of lower levels, never a neighbour of its own level. */
const LEVELS = [
  ['bin'],
  ['lifecycle'],
  ['composition'],
  ['settings'],
  ['http', 'adapters'],
  ['application'],
  ['follow-ups', 'reactions', 'read-models'],
  ['trajectory', 'candidate', 'employer', 'workplace', 'series', 'meeting', 'organisation', 'ruleset'],
  ['programme'],
  ['kernel'],
];
/** Stands apart: knows the kernel's days, and is known by the program that plays it. */
const DEMO = 'demo';
const ROOMS = [...LEVELS.flat(), DEMO];

/** Rooms that the design names and that later work fills; one that is built must leave this list. */
const NOT_BUILT_YET: readonly string[] = [];

type Plant = Readonly<{ rule: string; file: string; imports: string }>;

/** Every rule beside the order of the rooms, each with the ways round it that were thought of. */
const PLANTS: readonly Plant[] = [
  { rule: 'phases-do-not-import-phases', file: 'src/trajectory/plan/planted.ts', imports: '../support/planted-phase.js' },
  { rule: 'reactions-know-no-rules', file: 'src/reactions/to-ruleset.ts', imports: '../ruleset/planted.js' },
  { rule: 'reactions-know-no-rules', file: 'src/reactions/to-organisation.ts', imports: '../organisation/planted.js' },
  { rule: 'reactions-know-no-rules', file: 'src/reactions/to-series.ts', imports: '../series/planted.js' },
  { rule: 'adapters-do-not-import-adapters', file: 'src/adapters/one/planted.ts', imports: '../another/planted-adapter.js' },
  { rule: 'pure-rooms-use-no-package', file: 'src/trajectory/plan/planted-zod.ts', imports: 'zod' },
  { rule: 'pure-rooms-use-no-package', file: 'src/follow-ups/planted-nest.ts', imports: '@nestjs/common' },
  { rule: 'events-use-no-package-but-zod', file: 'src/candidate/planted.events.ts', imports: 'rxjs' },
  { rule: 'pure-rooms-use-no-builtin', file: 'src/kernel/planted-crypto.ts', imports: 'node:crypto' },
  { rule: 'pure-rooms-use-no-builtin', file: 'src/read-models/planted-fs.ts', imports: 'fs' },
  { rule: 'pure-rooms-use-no-builtin', file: 'src/employer/planted-builtin.events.ts', imports: 'node:crypto' },
  { rule: 'application-uses-two-packages', file: 'src/application/planted-pg.ts', imports: 'pg' },
  { rule: 'application-uses-two-packages', file: 'src/application/planted-core.ts', imports: '@nestjs/core' },
  { rule: 'application-uses-one-builtin', file: 'src/application/planted-fs.ts', imports: 'node:fs' },
  { rule: 'nothing-imports-the-entries', file: 'src/http/planted-entry.ts', imports: '../planted-entry.js' },
  { rule: 'nothing-imports-the-entries', file: 'src/composition/planted-entry.ts', imports: '../planted-entry.js' },
  { rule: 'nothing-imports-main', file: 'src/planted-beside.ts', imports: './main.js' },
  { rule: 'no-cycles', file: 'src/kernel/planted-chicken.ts', imports: './planted-egg.js' },
  { rule: 'only-what-exists', file: 'src/http/planted-missing.ts', imports: './nowhere.js' },
  { rule: 'only-what-is-installed-in-production', file: 'src/http/planted-dev.ts', imports: 'fast-check' },
];

/** What is allowed, and would be caught by rules that say too much. */
const ALLOWED: readonly Omit<Plant, 'rule'>[] = [
  { file: 'src/candidate/planted-allowed.events.ts', imports: 'zod' },
  { file: 'src/trajectory/plan/planted-shared.ts', imports: '../planted.js' },
  { file: 'src/adapters/one/planted-connections.ts', imports: '../connections.js' },
  { file: 'src/adapters/one/planted-own.ts', imports: './planted.js' },
  { file: 'src/application/planted-crypto.ts', imports: 'node:crypto' },
  { file: 'src/application/planted-cqrs.ts', imports: '@nestjs/cqrs' },
  { file: 'src/http/planted-fastify.ts', imports: '@nestjs/core' },
  { file: 'src/planted-module.ts', imports: './planted-entry.js' },
  { file: 'src/lifecycle/planted-module.ts', imports: '../planted-entry.js' },
  { file: 'src/kernel/planted-egg.ts', imports: './planted-chicken.js' }, // the other half of the cycle, which is told once
];

const TARGETS = {
  ...Object.fromEntries(ROOMS.map((room) => [`src/${room}/planted.ts`, 'export type Planted = 1;\n'])),
  'src/trajectory/support/planted-phase.ts': 'export type Planted = 1;\n',
  'src/adapters/another/planted-adapter.ts': 'export type Planted = 1;\n',
  'src/planted-entry.ts': 'export type Planted = 1;\n',
};

const pairs = ROOMS.flatMap((from) =>
  ROOMS.filter((to) => to !== from).map((to) => ({ from, to, file: `src/${from}/to-${to}.ts` })),
);

describe('the rooms', () => {
  it('import downwards only, apart from each other, and every rule of it catches what is planted against it', () => {
    const forbidden = pairs.filter(({ from, to }) => !mayImport(from, to));
    const expected = [
      ...forbidden.map(({ from, file }) => `${from}-imports-downwards-only: ${file}`),
      ...PLANTS.map(({ rule, file }) => `${rule}: ${file}`),
    ];

    expect(violations()).toEqual(expected.sort());
  }, 120_000);

  it('have a planted violation for each rule, and no longer say that a room is missing when it is built', () => {
    const planted = new Set([...PLANTS.map(({ rule }) => rule), ...ROOMS.map((room) => `${room}-imports-downwards-only`)]);
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(path.join(PROJECT, '.dependency-cruiser.cjs'));
    expect(forbidden.map(({ name }) => name).sort()).toEqual([...planted].sort());
    expect(NOT_BUILT_YET.filter((room) => fs.existsSync(path.join(PROJECT, 'src', room)))).toEqual([]);
  });
});

function mayImport(from: string, to: string): boolean {
  if (to === DEMO) return from === 'bin';
  if (from === DEMO) return to === 'kernel';
  return levelOf(from) < levelOf(to);
}

/** A level is high when it is near the heart. */
const levelOf = (room: string): number => LEVELS.findIndex((level) => level.includes(room));

/** `rule: file` of everything that the rules catch in a copy of the project with all plants, sorted. */
function violations(): string[] {
  const copy = plantedCopy(['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'], sources());
  try {
    fs.writeFileSync(path.join(copy.folder, 'linked.cjs'), LINKED);
    const cli = path.join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const run = spawnSync(process.execPath, [cli, 'src', '--config', 'linked.cjs', '--output-type', 'json'], {
      cwd: copy.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const { summary } = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort();
  } finally {
    copy.remove();
  }
}

/** The copy's packages are a link; what it points at must keep its short name. */
const LINKED = `
const rules = require('./.dependency-cruiser.cjs');
module.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };
`;

/** The order of the rooms is tried with the weakest import there is, of a type; the rest with an import that stays. */
function sources(): Record<string, string> {
  const weak = pairs.map(({ to, file }) => [
    file,
    `import type { Planted } from '../${to}/planted.js';\nexport type Used = Planted;\n`,
  ]);
  const strong = [...PLANTS, ...ALLOWED].map(({ file, imports }) => [
    file,
    `import * as used from '${imports}';\nexport const kept = used;\n`,
  ]);
  return { ...TARGETS, ...(Object.fromEntries([...weak, ...strong]) as Record<string, string>) };
}
