import { spawn, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serverAddressFrom } from '../../src/adapters/event-store-kurrentdb/server-address.js';
import { connectTo } from '../../src/adapters/event-store-kurrentdb/connect.js';
import { openKeyFolder } from '../../src/adapters/key-folder/key-folder.js';
import { fileNameOf } from '../../src/settings/setting.js';
import { SETTINGS } from '../../src/settings/settings-table.js';
import { DoubleLog } from '../event-store/kurrentdb/double/log.js';
import { KurrentDouble } from '../event-store/kurrentdb/double/kurrentdb-double.js';
import { PROJECT } from '../harness/planted-copy.js';
import { composeFile, onKurrentDb } from './compose-file.js';

const page = fs.readFileSync(path.join(PROJECT, 'docs/operations/compose.md'), 'utf8');
const blocks = [...page.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text]) => ({ language, text }));
const withoutEngine = blocks.filter(({ text }) => !text.includes('docker compose '));
const file = composeFile();
const merged = onKurrentDb(file);

/** Where an operator types: what the page makes lies in it. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-compose-page-'));
const secret = (name: string): string => path.join(folder, 'secrets', name);
const modeOf = (place: string): number => fs.statSync(place).mode & 0o777;
let told: string;
beforeAll(() => {
  const commands = withoutEngine.map(({ text }) => text).join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', commands], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  told = stdout;
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('docs/operations/compose.md (R-621)', () => {
  it('has only blocks that can be pasted', () => {
    expect(blocks.length).toBeGreaterThan(8);
    expect(blocks.filter(({ language }) => language !== 'sh')).toEqual([]);
    const refused = blocks.filter(({ text }) => spawnSync('bash', ['-n', '-c', text]).status !== 0);
    expect(refused).toEqual([]);
  });

  it('sets no variable but those that something reads', () => {
    const ours = Object.values(SETTINGS).flatMap(({ name }) => [name, fileNameOf(name)]);
    const servers = Object.values(file.services).flatMap(({ environment = {} }) => Object.keys(environment));
    const known = new Set([...ours, ...servers, 'COMPOSE_FILE', 'COMPOSE_PROFILES', 'NODE_EXTRA_CA_CERTS', 'PWD', 'END']);
    const named = [...page.matchAll(/\b([A-Z]{2,}(?:_[A-Z]+)+|PWD|END)\b/g)].map(([name]) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names services and programs that there are', () => {
    const text = blocks.map((block) => block.text).join('\n');
    const command =
      /docker compose (?:--profile \w+ )?(?:up|run|exec|build|stop)((?: (?:--env \S+|--\S+|-T|\\\n *--volume \S+))*)((?: [a-z-]+)+)/g;
    const named = [...text.matchAll(command)].flatMap(([, , words]) =>
      words
        .split(/ node| tar/)[0]
        .trim()
        .split(' '),
    );
    expect(new Set(named)).toEqual(
      new Set(['migrate', 'app', 'worker', 'tools', 'kurrentdb', 'app-development', 'worker-development']),
    );
    const programs = [...page.matchAll(/dist\/([\w/-]+)\.js/g)].map(([, name]) => path.join(PROJECT, 'src', `${name}.ts`));
    expect(programs.length).toBeGreaterThan(3);
    expect(programs.filter((program) => !fs.existsSync(program))).toEqual([]);
  });

  it('makes every secret that the compose files mount, in a folder that lets in nobody else', () => {
    for (const one of Object.values(file.secrets))
      expect([one.file, modeOf(path.join(folder, one.file))]).toEqual([one.file, 0o644]);
    expect(modeOf(path.join(folder, 'secrets'))).toBe(0o700);
    expect(modeOf(secret('ca-key'))).toBe(0o600);
    const mounted = new Set(Object.values(file.secrets).map((one) => path.basename(one.file)));
    expect(fs.readdirSync(path.join(folder, 'secrets')).filter((name) => !mounted.has(name))).toEqual(['ca-key']);
  });

  it('carries the keys out of their volume and into another, as the program takes them', async () => {
    const [from, to] = ['from', 'to'].map((name) => path.join(folder, name));
    fs.mkdirSync(to);
    const made = await (await openKeyFolder(path.join(from, 'real/keys'))).key('master');
    const docker = '#!/bin/bash\nwhile [ "$1" != tools ]; do shift; done\nshift\nexec "${@/#\\/app\\/data/$VOLUME}"\n';
    fs.writeFileSync(path.join(folder, 'docker'), docker, { mode: 0o755 });
    const [out, back] = blocks.filter(({ text }) => text.includes(' tar ')).map(({ text }) => text);
    for (const [text, VOLUME] of [
      [out, from],
      [back, to],
    ]) {
      const env = { PATH: `${folder}:${process.env.PATH}`, VOLUME };
      expect(spawnSync('bash', ['--norc', '-euc', text], { cwd: folder, env, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
    }
    expect((await (await openKeyFolder(path.join(to, 'real/keys'))).existing('master'))?.equals(made)).toBe(true);
    expect(modeOf(path.join(folder, 'trajectlijn-keys.tar'))).toBe(0o600);
  });

  it('says in .env which files and which profile there are', () => {
    const said = Object.fromEntries(
      fs
        .readFileSync(path.join(folder, '.env'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=') as [string, string]),
    );
    expect(said.COMPOSE_FILE.split(':').filter((name) => !fs.existsSync(path.join(PROJECT, name)))).toEqual([]);
    expect(file.services.kurrentdb.profiles).toEqual([said.COMPOSE_PROFILES]);
    expect(fs.readFileSync(path.join(PROJECT, '.gitignore'), 'utf8').split('\n')).toContain('.env');
  });

  it('makes a certificate by which KurrentDB is known under its name, and from within', () => {
    expect(told).toContain('kurrentdb-certificate: OK');
    const certificate = new X509Certificate(fs.readFileSync(secret('kurrentdb-certificate')));
    const { hostname } = new URL(merged.services.worker.environment!.KURRENTDB_URL);
    const within = file.services.kurrentdb.healthcheck!.test.at(-1)!;
    expect([certificate.checkHost(hostname), certificate.checkIP(new URL(within).hostname)]).toEqual([hostname, '127.0.0.1']);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  });
});

describe('KurrentDB as the compose files and their page have it (R-621)', () => {
  let double: KurrentDouble;
  let url: string;
  beforeAll(async () => {
    const [key, cert] = ['kurrentdb-key', 'kurrentdb-certificate'].map((name) => fs.readFileSync(secret(name)));
    double = await KurrentDouble.start(new DoubleLog(), { key, cert });
    const said = merged.services.worker.environment!.KURRENTDB_URL;
    url = said
      .replace('kurrentdb:2113', `localhost:${double.endpoint.port}`)
      .replace('/run/secrets', path.join(folder, 'secrets'));
  });
  afterAll(() => double.end());

  it('is reached with the address of the compose file, and the signer and certificate of the page', async () => {
    const client = connectTo(serverAddressFrom(url)!);
    await client.setStreamMetadata('some-stream', { maxCount: 7 });
    expect((await client.getStreamMetadata('some-stream')).metadata).toEqual({ maxCount: 7 });
    await client.dispose();
  });

  it('starts with the passwords of its secrets', () => {
    const [shell, flag, script] = file.services.kurrentdb.entrypoint!;
    const here = script
      .replaceAll('$$', '$')
      .replaceAll('/run/secrets', path.join(folder, 'secrets'))
      .replace('/opt/kurrentdb/KurrentDB', 'env');
    const given = spawnSync(shell, [flag, here], { encoding: 'utf8' }).stdout.split('\n');
    for (const [name, from] of [['ADMIN', 'kurrentdb-admin'] as const, ['OPS', 'kurrentdb-ops'] as const])
      expect(given).toContain(`KURRENTDB_DEFAULT_${name}_PASSWORD=${fs.readFileSync(secret(from), 'utf8').trim()}`);
  });

  it('makes the user that Trajectlijn comes in as, who may read $all', async () => {
    const [, script] = /node --input-type=module - <<'END'\n([\s\S]*?)\nEND\n/.exec(page)!;
    const [key, cert] = ['kurrentdb-key', 'kurrentdb-certificate'].map((name) => fs.readFileSync(secret(name)));
    const asked: unknown[] = [];
    const users = https.createServer({ key, cert }, (request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push({
          method: request.method,
          path: request.url,
          by: request.headers.authorization,
          body: JSON.parse(body) as unknown,
        });
        response.writeHead(201).end();
      });
    });
    await once(users.listen(0, '127.0.0.1'), 'listening');
    const here = script
      .replace('https://kurrentdb:2113', `https://localhost:${(users.address() as AddressInfo).port}`)
      .replace('/run/secrets', path.join(folder, 'secrets'));

    const user = merged.services.tools.environment!.KURRENTDB_USER;
    const env = { ...process.env, KURRENTDB_URL: url, KURRENTDB_USER: user, NODE_EXTRA_CA_CERTS: secret('kurrentdb-ca') };
    const child = spawn(process.execPath, ['--input-type=module', '-'], { cwd: PROJECT, env });
    child.stdin.end(here);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    expect([await once(child, 'close'), said]).toEqual([[0, null], `${user} was made.\n${user} may read $all.\n`]);

    const [admin, password] = ['kurrentdb-admin', 'kurrentdb'].map((name) => fs.readFileSync(secret(name), 'utf8').trim());
    const by = `Basic ${Buffer.from(`admin:${admin}`).toString('base64')}`;
    const body = { LoginName: user, FullName: 'Trajectlijn', Groups: [], Password: password };
    expect(asked).toEqual([{ method: 'POST', path: '/users', by, body }]);
    expect(double.callers).toContain(by);
    const rights = double.log.read('$$$all')!.map(({ type, data }) => [type, JSON.parse(data.toString()) as unknown]);
    expect(rights).toEqual([['$metadata', { $acl: { $r: ['$admins', user] } }]]);
    users.closeAllConnections();
    await once(users.close(), 'close');
  }, 30_000);
});
