import { spawn, type ChildProcess } from 'node:child_process';
import { newReaper } from '../../tools/reaper.mjs';
import { eventually } from '../harness/eventually.js';
import { PROJECT } from '../harness/planted-copy.js';

/** One of the programs of src in a process of its own, with nothing in its environment but what is given and a path. */
export class Program {
  output = '';
  private readonly child: ChildProcess;
  private readonly reaper = newReaper(); // a run that is ended from outside leaves none behind
  private isOver = false;

  constructor(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, ['--import', './tools/typescript.mjs', file, ...args], {
      cwd: PROJECT,
      env: { PATH: process.env.PATH, ...env },
      detached: true,
    });
    this.reaper.group(this.child.pid!);
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.child.once('close', () => (this.isOver = true));
  }

  /** The code with which it ends by itself. */
  async ended(): Promise<number | null> {
    await eventually('it has ended', () => this.isOver, 120_000);
    await this.reaper.dismiss();
    return this.child.exitCode;
  }

  /** The address that it names when it is ready. */
  async address(): Promise<string> {
    const found = () => /on (http:\/\/[\d.:]+)/.exec(this.output.split('Trajectlijn ')[1] ?? '')?.[1];
    await eventually('it is ready', () => this.isOver || found() !== undefined, 120_000);
    const address = found();
    if (address === undefined) throw new Error(`it ended: ${this.output}`);
    return address;
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }
}
