import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { newReaper } from '../../tools/reaper.mjs';
import { eventually } from '../harness/eventually.js';
import { commandsOf, typed, type Typed } from '../harness/doc-commands.js';
import { PROJECT } from '../harness/planted-copy.js';
import { withRoleTable } from '../harness/role-table.js';

const read = (file: string): string => fs.readFileSync(path.join(PROJECT, file), 'utf8');

/** `npm start` without npm, on a free port and data of its own; its commands of the documents find it there. */
class Service {
  readonly folder = fs.mkdtempSync('/var/tmp/trajectlijn-docs-');
  output = '';
  private child: ChildProcess | undefined;
  private readonly reaper = newReaper();

  constructor() {
    fs.chmodSync(this.folder, 0o755);
    this.reaper.folder(this.folder);
  }

  async start(): Promise<void> {
    this.output = '';
    const args = ['--import', './tools/typescript.mjs', 'src/main.ts', '--development'];
    const env = { ...process.env, DATA_DIR: this.folder, PORT: '0', NODE_ENV: '' };
    const child = spawn(process.execPath, args, { cwd: PROJECT, env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (this.output += text.toString()));
    this.child = child;
    await eventually('it serves', () => this.address !== '' || child.exitCode !== null, 240_000);
    if (child.exitCode !== null) throw new Error(`it ended: ${this.output}`);
  }

  get address(): string {
    return /serves on (http:\S+)/.exec(this.output)?.[1] ?? '';
  }

  /** Runs commands as a reader would type them, each of which must succeed. */
  shell(commands: string): Promise<Typed> {
    return typed(commands, this);
  }

  async stop(): Promise<void> {
    this.child?.kill('SIGTERM');
    await eventually('it has ended', () => this.child?.exitCode !== null, 60_000);
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.reaper.dismiss();
  }
}

/** What the commands of a document come to, at their end at the latest. */
const TELLS = {
  'README.md': /Trajectory started.*Published \/tmp\/meedoen-werkt/s,
  'docs/integrate.md': /"events":\[/,
  'docs/operations/change-a-programme.md':
    /"outcome":"would-migrate".*"change":"moved".*"outcome":"migrated".*"slug":"werkwinkel"/s,
};

describe('what the documents say of a server that was started for development', () => {
  const service = new Service();
  beforeAll(() => service.start(), 300_000);
  afterAll(() => service.remove(), 90_000);

  it('publishes what is shipped, a line each', () => {
    const shipped = ['rulesets', 'programmes'].flatMap((folder) => fs.readdirSync(path.join(PROJECT, folder)));
    for (const file of shipped)
      expect(service.output).toMatch(new RegExp(`^Published (rulesets|programmes)/${file}: version 1 of `, 'm'));
  });

  it('says nothing at its first start but what a person reads, with what comes next', () => {
    expect(service.output).not.toMatch(/^\{/m);
    expect(service.output).toMatch(/serves on .*\nNext, in another terminal: /);
  });

  it('prints a token and nothing else, also when it must be built first', async () => {
    fs.rmSync(path.join(PROJECT, 'dist/.trajectlijn-built'), { force: true });
    const { code, told } = await service.shell('TOKEN=$(npm run --silent token 2> /dev/null); echo "$TOKEN"');
    expect([code, told]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
  }, 120_000);

  it.each(['README.md', 'docs/integrate.md', 'docs/operations/change-a-programme.md'])(
    'every command of %s works as it is written',
    async (file) => {
      const { code, told } = await service.shell(commandsOf(file));
      if (code !== 0) throw new Error(`the commands ended with ${code}: ${told}`);
      expect(told).not.toContain('"status":4');
      expect(told).toMatch(TELLS[file as keyof typeof TELLS]);
    },
    300_000,
  );

  it('refuses a file with the place and the reason of each fault', async () => {
    const faulty = path.join(service.folder, 'faulty.yaml');
    fs.writeFileSync(faulty, read('programmes/meedoen-werkt.yaml').replaceAll('calendar: all-days', 'calendar: nowhere'));
    const { code, told } = await service.shell(`npm run --silent publish -- ${faulty}`);
    expect(code).toBe(1);
    expect(told).toContain(`Not published: ${faulty}\n  followUps[0].calendar: no calendar is called nowhere\n`);
  }, 120_000);

  it('publishes nothing of a file that the last version says already, unless it is asked to', async () => {
    const file = 'programmes/werkoffensief-500.yaml';
    const same = await service.shell(`npm run --silent publish -- ${file}`);
    expect([same.code, same.told]).toEqual([
      0,
      expect.stringMatching(`^Nothing published: ${file} is the same as version 1 of `),
    ]);
    const again = await service.shell(
      `npm run --silent publish -- ${file} --again; npm run --silent publish -- rulesets/all-days.yaml`,
    );
    expect(again.told).toMatch(
      /Published programmes\/werkoffensief-500.yaml: version 2 of .*Nothing published: rulesets.*version 1 of ruleset/s,
    );
  }, 120_000);

  it('publishes nothing again at the next start', async () => {
    await service.stop();
    await service.start();
    expect(service.output).not.toContain('ublished');
  }, 300_000);
});

it('docs/integrate.md has the roles as the code has them', () => {
  expect(read('docs/integrate.md')).toBe(withRoleTable(read('docs/integrate.md')));
});

it('README leads to every document', () => {
  const links = [...read('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
  for (const link of [
    'docs/integrate.md',
    'docs/supervise.md',
    'docs/replay.md',
    'docs/operations/change-a-programme.md',
    'docs/trajectory.md',
    'docs/rules.md',
    'docs/words.md',
    'docs/promises.md',
    'CONTRIBUTING.md',
  ])
    expect(links).toContain(link);
  expect(links.filter((link) => !fs.existsSync(path.join(PROJECT, link)))).toEqual([]);
});
