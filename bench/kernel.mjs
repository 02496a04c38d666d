// What the kernel costs on streams of 60 and 1,000 events: printed, not judged. The aim is 20 ms to fold 1,000 events.
// Run: node bench/kernel.mjs
import { transformFile } from '@swc/core';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.join(import.meta.dirname, '..');

/** The kernel, and the small life of its specs, as ESM in a folder of their own. */
async function compiled() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'trajectlijn-bench-'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  for (const room of ['src/kernel', 'test/kernel/toy', 'test/harness'])
    for (const file of await readdir(path.join(root, room)))
      if (file.endsWith('.ts')) await compile(path.join(room, file), folder);
  return folder;
}

async function compile(file, into) {
  const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
  const { code } = await transformFile(path.join(root, file), { swcrc: false, jsc, module: { type: 'es6' } });
  const built = path.join(into, file.replace(/\.ts$/, '.js'));
  await mkdir(path.dirname(built), { recursive: true });
  await writeFile(built, code);
}

/** What one run of `work` takes, in milliseconds of this process's own time, so that a busy machine does not count. */
function costOf(times, work) {
  for (let warm = 0; warm < times / 5; warm++) work();
  const start = process.cpuUsage();
  for (let run = 0; run < times; run++) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}

const folder = await compiled();
try {
  const load = (file) => import(pathToFileURL(path.join(folder, file)).href);
  const { effective, stateOf } = await load('src/kernel/history.js');
  const { decide } = await load('src/kernel/decide.js');
  const { stepsWithin } = await load('src/kernel/next-steps.js');
  const { addDays } = await load('src/kernel/days.js');
  const { toyDecider } = await load('test/kernel/toy/toy.js');
  const { lifeOf } = await load('test/kernel/toy/toy.lives.js');
  const { testMeta } = await load('test/harness/ids.js');

  console.log(`node ${process.version}, ${os.cpus()[0].model.trim()}, load ${os.loadavg()[0].toFixed(1)}`);
  for (const size of [60, 1000]) {
    const { history, today, placementId } = lifeOf(size);
    const meta = testMeta({ today });
    const talk = { type: 'Talk', on: addDays(today, -30), data: { placementId, rating: 3 }, meta };
    const days = 30;
    const line = {
      'effective history': costOf(50, () => effective(history)),
      state: costOf(50, () => stateOf(toyDecider, history)),
      'decide, 30 days back': costOf(50, () => decide(toyDecider, history, talk)),
      'next steps a day':
        costOf(5, () => stepsWithin(toyDecider, history, { meta, from: addDays(today, 1 - days), until: today })) / days,
    };
    console.log(
      `${String(size).padStart(5)} events:`,
      Object.entries(line)
        .map(([what, ms]) => `${what} ${ms.toFixed(2)} ms`)
        .join(', '),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
