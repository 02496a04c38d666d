import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { developmentIdentity } from '../../src/adapters/identity-development/development-identity.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { WrongSetting } from '../../src/settings/settings.js';
import { noticeFor, tokenFor } from '../../src/bin/token-request.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'trajectlijn-token-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const started = async (store: 'real' | 'demo') => (await openKeyFolder(path.join(home, store, 'keys'))).key('identity');
const token = (...args: string[]) => tokenFor({ DATA_DIR: home }, ['--development', ...args]);

describe('a token from the command line', () => {
  it('is one that the server of npm start takes, with what was asked', async () => {
    const guard = developmentIdentity({ key: await started('real'), development: true, environment: null });

    const args = ['--role', 'supervisor', '--tenant', 'zwolle', '--organisation', 'uwv', '--subject', 's-1', '--client', 'c-1'];
    const identified = await guard.identify(await token(...args, '--on-behalf-of', 's-2'));

    const identity = {
      tenant: 'zwolle',
      organisation: 'uwv',
      role: 'supervisor',
      subject: 's-1',
      client: 'c-1',
      onBehalfOf: 's-2',
    };
    expect(identified).toEqual({ kind: 'identified', identity });
  });

  it('is for a caseworker of the example when nothing is asked', async () => {
    const guard = developmentIdentity({ key: await started('real'), development: true, environment: null });

    expect(await guard.identify(await token())).toMatchObject({
      identity: {
        tenant: 'meedoen',
        organisation: 'gemeente',
        role: 'caseworker',
        subject: 'example-caseworker',
        onBehalfOf: null,
      },
    });
  });

  it('comes with a word on whose it is where nobody said so, and how to choose', () => {
    expect(noticeFor(['--development', '--demo'])).toMatch(
      /this token is a caseworker's.*--role, one of caseworker, account-manager/,
    );
    expect([noticeFor(['--role', 'auditor']), noticeFor(['--role=auditor'])]).toEqual([null, null]);
  });

  it('is of the demo with --demo, and no other server takes it', async () => {
    const [real, demo] = [await started('real'), await started('demo')];
    const guardOf = (key: typeof real) => developmentIdentity({ key, development: true, environment: null });

    expect(await guardOf(demo).identify(await token('--demo'))).toMatchObject({ kind: 'identified' });
    expect(await guardOf(real).identify(await token('--demo'))).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [['--role', 'mayor'], 'it must be one of caseworker, account-manager'],
    [['--role', 'system'], '--role is "system"'],
    [['--name', 'Jan'], 'use --role, --tenant'],
    [['caseworker'], 'use --role, --tenant'],
    [['--subject', 'Jan Jansen'], 'no token can say this sub'],
  ])('is refused for %p, in one line', async (args, said) => {
    await started('real');
    const error = await token(...args).catch((thrown: unknown) => thrown as Error);

    expect(error).toBeInstanceOf(WrongSetting);
    expect((error as Error).message).toContain(said);
    expect((error as Error).message).not.toContain('\n');
  });

  it('needs a server that was started once, and makes nothing itself', async () => {
    await expect(token()).rejects.toThrow('run npm start first, and set DATA_DIR as it was set there.');
    await expect(token('--demo')).rejects.toThrow('run npm run demo first');
    expect(await readdir(home)).toEqual([]);
  });

  // Seen to fail when the flag is not looked at, and when neither the settings nor the signer look at the environment.
  it('does not exist without --development, nor in production (P11)', async () => {
    await started('real');

    await expect(tokenFor({ DATA_DIR: home }, [])).rejects.toThrow('use --development');
    await expect(tokenFor({ DATA_DIR: home, NODE_ENV: 'production' }, ['--development'])).rejects.toThrow('NODE_ENV=production');
  });

  it('is all that the program prints; a refusal goes to the other stream, with a code', async () => {
    await started('real');

    const good = await program('--development', '--role', 'auditor');
    const unsaid = await program('--development');
    const refused = await program();

    expect(good).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) as string, stderr: '' });
    expect(unsaid).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\S+\n$/) as string,
      stderr: expect.stringContaining('caseworker') as string,
    });
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('use --development') as string });
  });
});

function program(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const typescript = path.join(__dirname, '../../tools/typescript.mjs');
  const entry = path.join(__dirname, '../../src/bin/token.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', typescript, entry, ...args],
      { env: { ...process.env, DATA_DIR: home } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}
