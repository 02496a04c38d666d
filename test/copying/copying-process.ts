import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Connections } from '../../src/adapters/connections.js';

const ROOT = path.resolve(__dirname, '../..');
const ARGUMENTS = ['--import', './tools/typescript.mjs', 'test/copying/copier.ts'];

/** A log: in this PostgreSQL, or on a server with what stands beside it here. */
export type CopyingPlace = Readonly<{ connections: Connections; kurrentdb?: Readonly<{ url: string; name: string }> }>;

/** After so long it is not coming any more; milliseconds. */
const PATIENCE = 60_000;

/** When a copying process is to die: so many milliseconds after it told that step so many times. */
export type Death = Readonly<{ step: 'copied' | 'compared'; times: number; ms: number }>;

/** Moves a store in a process of its own, which dies at the hour given; answers the lines that it told. Fails when it ended by itself as ill. */
export async function copyingProcess(
  sides: Readonly<Record<'from' | 'to', CopyingPlace>>,
  death?: Death,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...ARGUMENTS, JSON.stringify(sides)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { told: '', failed: '', doomed: false };
  const told = (): readonly string[] => heard.told.split('\n').filter((line) => line !== '');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.failed += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.told += text;
    if (!death || heard.doomed || told().filter((line) => line.startsWith(death.step)).length < death.times) return;
    heard.doomed = true;
    setTimeout(() => child.kill('SIGKILL'), death.ms);
  });

  const tooLate = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(tooLate);
  if (code !== null && code !== 0) throw new Error(`a copying process ended with ${code}: ${heard.failed}`);
  return told();
}
