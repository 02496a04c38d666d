import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { isInstalledAs } from '../../tools/installed.mjs';
import { portTrouble } from '../../tools/port.mjs';
import { eventually } from '../harness/eventually.js';
import { PROJECT } from '../harness/planted-copy.js';

const HERE = { platform: 'linux', arch: 'x64' };
const one = { version: '1.0.0', integrity: 'sha512-one' };
const native = { version: '2.0.0', integrity: 'sha512-two', optional: true, os: ['linux'], cpu: ['x64'] };
const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/one': one, 'node_modules/native': native } };

describe('what is installed', () => {
  it('is what the lock file names, whatever the root says of itself', () => {
    expect(isInstalledAs(lock, { packages: { 'node_modules/one': one, 'node_modules/native': native } }, HERE)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a package less', { packages: { 'node_modules/native': native } }],
    ['another version', { packages: { 'node_modules/one': { ...one, version: '1.0.1' } } }],
    ['other bytes', { packages: { 'node_modules/one': { ...one, integrity: 'sha512-else' } } }],
    ['a package more', { packages: { 'node_modules/one': one, 'node_modules/more': one } }],
  ])('is not so with %s', (_, present) => {
    expect(isInstalledAs(lock, present, HERE)).toBe(false);
  });

  it('is not so when it was installed on another machine', () => {
    const present = { packages: { 'node_modules/one': one, 'node_modules/native': native } };
    expect(isInstalledAs(lock, present, { platform: 'linux', arch: 'arm64' })).toBe(false);
  });
});

describe('a step of the set-up', () => {
  const stepOf = (script: string) => {
    const code = `const { step } = await import('./tools/set-up.mjs');
      await step('Waiting', process.execPath, ['-e', ${JSON.stringify(script)}], 'is the package registry reachable?')
        .catch((error) => { console.error(error.message); process.exit(error.code); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: PROJECT });
    let told = '';
    child.stderr.on('data', (text: Buffer) => (told += text.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, ended, told: () => told };
  };

  it.each([
    ['ends by the signal', 'console.error("begun"); setInterval(() => {}, 1000)'],
    ['ends in its own way', 'process.on("SIGINT", () => process.exit(1)); console.error("begun"); setInterval(() => {}, 1000)'],
  ])('that somebody interrupts is told as that, not as a failed one, when its program %s', async (_, script) => {
    const { child, ended, told } = stepOf(script);
    await eventually('it runs', () => told().includes('begun'));
    child.kill('SIGINT');

    expect(await ended).toBe(130);
    expect(told()).toContain('Waiting: interrupted; it begins again at the next start.');
    expect(told()).not.toContain('registry');
  });

  it('that fails says with what, and what to look at', async () => {
    const { ended, told } = stepOf('process.exit(7)');
    expect(await ended).toBe(1);
    expect(told()).toContain('Waiting failed (7): is the package registry reachable?');
  });
});

describe('the port', () => {
  it('is told when it is in use, and not when it is free', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;

    const told = await portTrouble({ PORT: String(port) });
    await new Promise((resolve) => taken.close(resolve));

    expect(told).toBe(`Port ${port} of 127.0.0.1 is in use: stop what listens there, or set PORT to another one.`);
    expect(await portTrouble({ PORT: String(port) })).toBeNull();
  });

  it('is left to the start when it is none', async () => {
    expect(await portTrouble({ PORT: 'eighty' })).toBeNull();
  });
});

describe('each command of package.json', () => {
  const { scripts, engines } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    engines: { node: string };
  };
  const WITHOUT_PACKAGES = ['lock'];

  it('sets itself up', () => {
    const commands = Object.keys(scripts).filter((name) => !(name.startsWith('pre') && name.slice(3) in scripts));
    const bare = commands.filter((name) => !/tools\/ensure\.mjs/.test(`${scripts[name]} ${scripts[`pre${name}`]}`));
    expect(bare).toEqual(WITHOUT_PACKAGES);
  });

  it('needs the Node that README names', () => {
    expect(engines.node).toBe('>=20.19 <21 || >=22.12');
    expect(fs.readFileSync(path.join(PROJECT, 'README.md'), 'utf8')).toContain('Node 20.19 or newer of 20, or 22.12 or newer');
  });
});
