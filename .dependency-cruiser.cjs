// Who may import whom, as data: the order of the rooms is that of README.md, and each rule is seen to catch a planted
// violation in test/architecture/rooms.spec.ts. Type-only imports count as imports everywhere but in cycles.

const STREAMS = ['trajectory', 'candidate', 'employer', 'workplace', 'series', 'meeting', 'organisation', 'ruleset'];
const ANSWERS = ['follow-ups', 'reactions', 'read-models'];
const PURE = ['kernel', 'programme', ...STREAMS, ...ANSWERS];
const EDGES = ['http', 'adapters'];
/** What makes a process of the rooms: its settings, its parts put together, its start and end, and the programs that people run. */
const PROCESS = ['settings', 'composition', 'lifecycle', 'bin'];
const ROOMS = [...PURE, 'application', ...EDGES, ...PROCESS, 'demo'];

const inside = (...rooms) => `^src/(${rooms.join('|')})/`;
const APPLICATION_PACKAGES = ['@nestjs/common', '@nestjs/cqrs'];
/** What stands in no room. */
const BESIDE_MAIN = '^src/[^/]+\\.ts$';
const PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** What a room may import besides itself; every other room is forbidden to it. */
const BELOW = {
  kernel: [],
  programme: ['kernel'],
  ...Object.fromEntries(STREAMS.map((stream) => [stream, ['kernel', 'programme']])),
  ...Object.fromEntries(ANSWERS.map((room) => [room, ['kernel', 'programme', ...STREAMS]])),
  application: PURE,
  http: [...PURE, 'application'],
  adapters: [...PURE, 'application'],
  ...Object.fromEntries(PROCESS.map((room, at) => [room, [...PURE, 'application', ...EDGES, ...PROCESS.slice(0, at)]])),
  // The demo uses the API as anybody does; only the program that plays it knows it.
  demo: ['kernel'],
};
BELOW.bin.push('demo');

const downwards = ROOMS.map((room) => ({
  name: `${room}-imports-downwards-only`,
  comment: `src/${room} may import ${BELOW[room].join(', ') || 'no other room'}.`,
  from: { path: inside(room) },
  to: { path: '^src/.*/', pathNot: [inside(room, ...BELOW[room]), BESIDE_MAIN] },
}));

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'phases-do-not-import-phases',
      comment: 'What two phases share stands beside them in src/trajectory.',
      from: { path: '^src/trajectory/([^/]+)/' },
      to: { path: '^src/trajectory/[^/]+/', pathNot: ['^src/trajectory/$1/'] },
    },
    {
      name: 'reactions-know-no-rules',
      comment: 'A reaction says what one stream asks of another; by which rules that is judged, the other stream knows.',
      from: { path: inside('reactions') },
      to: { path: inside('ruleset', 'organisation', 'series') },
    },
    {
      name: 'adapters-do-not-import-adapters',
      comment: 'Each can be left out or replaced; they share what stands beside them in src/adapters only.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: ['^src/adapters/$1/', '^src/adapters/[^/]+\\.ts$'] },
    },
    {
      name: 'pure-rooms-use-no-package',
      comment: 'zod describes the events, and nothing else; time and ids arrive in the command.',
      from: { path: inside(...PURE), pathNot: ['\\.events\\.ts$'] },
      to: { dependencyTypes: PACKAGE },
    },
    {
      name: 'events-use-no-package-but-zod',
      from: { path: `${inside(...PURE)}.*\\.events\\.ts$` },
      to: { dependencyTypes: PACKAGE, pathNot: ['^node_modules/zod/'] },
    },
    {
      name: 'pure-rooms-use-no-builtin',
      from: { path: inside(...PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'application-uses-two-packages',
      comment: 'NestJS makes the handlers; what else is needed comes through a port.',
      from: { path: inside('application') },
      to: { dependencyTypes: PACKAGE, pathNot: APPLICATION_PACKAGES.map((name) => `^node_modules/${name}/`) },
    },
    {
      name: 'application-uses-one-builtin',
      from: { path: inside('application') },
      to: { dependencyTypes: ['core'], pathNot: ['^(node:)?crypto$'] },
    },
    {
      name: 'nothing-imports-the-entries',
      comment: 'main.ts starts the process and app.module.ts knows every room; only what starts a process may use them.',
      from: { path: '^src/', pathNot: [BESIDE_MAIN, inside('lifecycle', 'bin')] },
      to: { path: BESIDE_MAIN },
    },
    { name: 'nothing-imports-main', from: {}, to: { path: '^src/main\\.ts$' } },
    {
      name: 'no-cycles',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'only-what-exists', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-what-is-installed-in-production',
      comment: 'What runs may not need a package of development.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
