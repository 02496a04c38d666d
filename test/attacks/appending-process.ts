import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { Connections } from '../../src/adapters/connections.js';
import { eventually } from '../harness/eventually.js';

const ROOT = path.resolve(__dirname, '../..');
const ARGUMENTS = ['--import', './tools/typescript.mjs', 'test/attacks/appender.ts'];

/** An appending process that may be killed and stopped; `acknowledged` holds the event ids of each append whose answer it had. */
export class AppendingProcess {
  readonly acknowledged: (readonly string[])[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  private unfinished = '';
  private said = '';

  constructor({ flusher, reader }: Connections) {
    const args = [...ARGUMENTS, JSON.stringify({ flusher, reader })];
    this.child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.child.stdin!.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Waits until so many more appends than now were acknowledged. */
  async appendsMore(count: number, withinMs?: number): Promise<void> {
    const before = this.acknowledged.length;
    const holds = () => this.acknowledged.length >= before + count || this.child.exitCode !== null;
    await eventually(`${count} more appends`, holds, withinMs);
    if (this.child.exitCode !== null) throw new Error(`an appending process ended: ${this.said}`);
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** With SIGKILL; resolves when it is gone and all that it said is heard. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Lets it finish what is under way. Fails when it was told of anything but success. */
  async finish(): Promise<void> {
    this.child.stdin!.end();
    const code = await this.ended;
    if (code !== 0) throw new Error(`an appending process ended with ${code}: ${this.said}`);
  }

  private hear(text: string): void {
    const lines = (this.unfinished + text).split('\n');
    this.unfinished = lines.pop()!;
    for (const line of lines) this.acknowledged.push(line.split(' '));
  }
}
