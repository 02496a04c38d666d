import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '../harness/eventually.js';
import { PROJECT } from '../harness/planted-copy.js';

/** A tool that runs one long program, and removes a folder whatever becomes of it. */
const TOOL = `
import fs from 'node:fs';
import { newReaper } from '${PROJECT}/tools/reaper.mjs';
import { run, tool } from '${PROJECT}/tools/tool.mjs';
const [work] = process.argv.slice(2);
const reaper = newReaper();
reaper.folder(work);
const main = async () => {
  const { status } = await run(process.execPath, ['-e', "console.log('under way ' + process.pid); setInterval(() => 0, 1000)"], { stdio: 'inherit' });
  console.log('ended with ' + status);
  return 0;
};
void tool(main, () => reaper.dismiss());
`;

describe('a tool that is told to end', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-tool-'));
  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends what it runs, cleans up and says so last', async (signal) => {
    const { child, work, output } = await underWay();
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);

    expect(await ended).toBe(130);
    expect(output().trim().split('\n').at(-1)).toBe(
      `Ended by ${signal}: what follows was not tried, and nothing is known of it.`,
    );
    expect(output()).not.toContain('ended with');
    expect(fs.existsSync(work)).toBe(false);
    expect(isAlive(pidIn(output()))).toBe(false);
  });

  it('leaves no folder when it is killed', async () => {
    const { child, work, output } = await underWay();
    child.kill('SIGKILL');

    await eventually('the folder is removed', () => !fs.existsSync(work), 20_000);
    process.kill(pidIn(output()), 'SIGKILL');
  });

  async function underWay(): Promise<{ child: ChildProcess; work: string; output: () => string }> {
    const file = path.join(home, 'tool.mjs');
    fs.writeFileSync(file, TOOL);
    const work = fs.mkdtempSync(path.join(home, 'work-'));
    const child = spawn(process.execPath, [file, work]);
    let told = '';
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    await eventually('it is under way', () => /under way \d+\n/.test(told), 20_000);
    return { child, work, output: () => told };
  }
});

const pidIn = (output: string): number => Number(/under way (\d+)/.exec(output)?.[1]);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
