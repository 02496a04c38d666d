import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from './planted-copy.js';

/** How typed commands ended, and all that they told. */
export type Typed = Readonly<{ code: number | null; told: string }>;

/** The shell blocks of a document that talk to a running server or look at its data. */
export function commandsOf(file: string): string {
  const text = fs.readFileSync(path.join(PROJECT, file), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
  return blocks.filter((block) => /curl|\bask |\bsend |run publish|store:verify|read-model:rebuild/.test(block)).join('\n');
}

/** Types commands into a shell as a reader would, with the address and the data folder of a server in the place of the usual ones; the line `API=` of the demo is pasted. */
export async function typed(
  commands: string,
  { address, folder }: Readonly<{ address: string; folder: string }>,
): Promise<Typed> {
  const { hostname, port } = new URL(address);
  const env = { ...process.env, DATA_DIR: folder, PORT: port, HOST: hostname, NODE_ENV: '', API: `${address}/v1` };
  const child = spawn('bash', ['--norc', '-euo', 'pipefail', '-c', commands.replaceAll('http://127.0.0.1:3000', address)], {
    cwd: PROJECT,
    env,
    // Nothing to read from: bash takes a socket there for a login from afar, and then reads its start-up files all the same.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (told += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, told };
}
