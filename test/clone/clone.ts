import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '../harness/eventually.js';
import { newReaper } from '../../tools/reaper.mjs';
import { PROJECT } from '../harness/planted-copy.js';

/** Installing takes most of it. Units: milliseconds. */
export const INSTALL_MS = 900_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** A fresh clone of the project's last commit, in which nothing was installed or built. */
export class Clone {
  readonly folder: string;
  private readonly started: Started[] = [];
  /** For a run that is ended from outside: what was started here runs in groups of its own. */
  private readonly reaper = newReaper();

  /** `mode` is that of the folder above the clone: 0700 is what `mktemp -d` gives, which only its owner may enter. */
  constructor(mode = 0o700) {
    const above = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-clone-'));
    this.reaper.folder(above);
    fs.chmodSync(above, mode);
    this.folder = path.join(above, 'trajectlijn');
    spawnSync('git', ['clone', '--quiet', PROJECT, this.folder], { stdio: 'inherit' });
  }

  /** Runs `npm <args>` in a process group of its own, as a terminal would. */
  npm(args: readonly string[], env: Environment = {}): Started {
    const child = spawn('npm', args, {
      cwd: this.folder,
      env: cleanEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (child.pid !== undefined) this.reaper.group(child.pid);
    const started = new Started(child, (data) => this.reaper.folder(path.dirname(data)));
    this.started.push(started);
    return started;
  }

  /** Ends what still runs, and removes the clone with the data that it kept elsewhere. */
  async remove(): Promise<void> {
    for (const started of this.started) await started.kill();
    await this.reaper.dismiss();
  }
}

/** One `npm` command under way. */
export class Started {
  output = '';
  code: number | null = null;

  constructor(
    private readonly child: ChildProcess,
    private readonly onData: (folder: string) => void,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => this.hears(text.toString()));
    child.once('close', (code) => (this.code = code ?? 1));
  }

  /** Waits for the line that says where it serves, and answers the address. */
  async serving(withinMs = INSTALL_MS): Promise<string> {
    await eventually('it serves', () => this.address() !== null || this.code !== null, withinMs);
    const address = this.address();
    if (address === null) throw new Error(`it ended with ${this.code}: ${this.output}`);
    return address;
  }

  /** Waits for its end; answers the exit code. */
  async ended(withinMs = 60_000): Promise<number> {
    await eventually('it ends', () => this.code !== null, withinMs);
    return this.code ?? 1;
  }

  /** To npm alone, as a service manager does. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** To the whole group in the foreground, as Ctrl-C does. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-(this.child.pid ?? 0), signal);
  }

  async kill(): Promise<void> {
    if (this.code !== null) return;
    this.signalGroup('SIGKILL');
    await this.ended();
  }

  dataFolder(): string | null {
    return /Starting PostgreSQL on (\S+) \.\.\./.exec(this.output)?.[1] ?? null;
  }

  /** What a person was told when it did not start: the last line that npm itself did not write. */
  lastWords(): string {
    const lines = this.output.split('\n').filter((line) => line.trim() !== '' && !/^(npm |>)/.test(line));
    return lines.at(-1) ?? '';
  }

  private hears(text: string): void {
    const before = this.dataFolder();
    this.output += text;
    const data = this.dataFolder();
    if (data !== null && data !== before) this.onData(data);
  }

  private address(): string | null {
    return /serves on (http:\/\/\S+?)[\s,;)]/.exec(this.output)?.[1] ?? null;
  }
}

/** The process ids of PostgreSQL servers whose data lies in a folder. */
export function postgresOn(folder: string): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line.includes(`-D ${folder}`) && !line.includes('/bin/sh'));
  return lines.map((line) => Number(line.trim().split(' ')[0]));
}

/** A first and only command knows nothing of the npm and the Jest that run this test. */
export function cleanEnvironment(env: Environment): Environment {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|JEST_|NODE_|INIT_CWD|TEST_|DATA_DIR|PORT|HOST)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), ...env };
}
