import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { migrateAll } from '../../src/composition/migrate-all.js';
import { tokenFor } from '../../src/bin/token-request.js';
import { freshDatabase, type TestDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../harness/free-port.js';
import { Program } from './program.js';

const folder = fs.mkdtempSync('/var/tmp/trajectlijn-roles-');
fs.chmodSync(folder, 0o755);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await migrateAll(database.config, { simulated: false });
}, 60_000);

const running: Program[] = [];
afterAll(async () => {
  for (const program of running) await program.end('SIGKILL');
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Of one installation: the same database and the same keys. */
function installation(): Record<string, string> {
  const host = encodeURIComponent(String(database.config.host));
  const passwords = ['FLUSHER', 'WRITER', 'READER'].map((login) => [`DATABASE_${login}_PASSWORD`, 'not asked for'] as const);
  const url = { DATABASE_URL: `postgres://${host}/${database.name}` };
  const read = { PGSSLMODE: 'require', PGOPTIONS: '-c default_transaction_read_only=on', PGPASSWORD: 'of another' };
  return { ...url, ...read, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', ...Object.fromEntries(passwords) };
}

function started(role: string): Program {
  const program = new Program('src/main.ts', ['--development'], { ...installation(), ROLE: role });
  running.push(program);
  return program;
}

const tool = (file: string, args: readonly string[] = [], env = {}): Program =>
  new Program(file, args, { ...installation(), ...env });

type Answer = Readonly<{ status: number; body: Record<string, unknown> }>;

async function asked(url: string, body?: object): Promise<Answer> {
  const token = await tokenFor({ DATA_DIR: folder }, ['--development', '--role', 'caseworker']);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const response = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const walkIn = (api: string) =>
  asked(`${api}/v1/candidates`, { walkIn: true, words: { givenNames: 'Sanne', familyName: 'Voorbeeld' } });

describe('one installation in several processes (R-573)', () => {
  let api: string;
  let worker: string;
  let written: Answer;
  const timeline = () =>
    asked(`${api}/v1/candidates/${String(written.body.id)}/timeline?minPosition=${String(written.body.position)}`);

  it('an api takes commands and brings no read model level by itself, whatever PG… say (R-641)', async () => {
    const program = started('api');
    api = await program.address();
    expect(program.output).toContain('Published programmes/meedoen-werkt.yaml');

    written = await walkIn(api);
    expect(written.status).toBe(201);
    expect(await timeline()).toMatchObject({ status: 503, body: { type: expect.stringContaining('not-yet-projected') } });
    expect(await asked(`${api}/health/ready`)).toMatchObject({ status: 200, body: { status: 'ready', loops: [] } });
  }, 120_000);

  it('a worker does, and serves nothing but how it does', async () => {
    worker = await started('worker').address();
    await eventually('the timeline has what was written', async () => (await timeline()).status === 200, 30_000);

    const { body } = await asked(`${worker}/health/ready`);
    const names = (body.loops as { loop: string }[]).map(({ loop }) => loop);
    expect(names).toEqual(expect.arrayContaining(['timeline', 'reaction-match-from-meeting', 'steps']));
    expect((await fetch(`${worker}/metrics`)).status).toBe(200);
    expect([(await asked(`${worker}/v1/programmes`)).status, (await walkIn(worker)).status]).toEqual([404, 404]);
    expect((await asked(`${worker}/v1/openapi.json`)).status).toBe(404);
  }, 120_000);

  it('tools work beside them: the log is verified and a read model made anew', async () => {
    const verify = tool('src/bin/store-verify.ts');
    expect([await verify.ended(), verify.output]).toEqual([0, expect.stringContaining('The log is whole')]);
    const rebuild = tool('src/bin/read-model-rebuild.ts', ['timeline']);
    expect([await rebuild.ended(), rebuild.output]).toEqual([0, expect.stringContaining('the same as those shown before')]);
  }, 120_000);

  it('whoever asks for health hears whether that process is ready', async () => {
    const ready = tool('src/bin/health.ts', [], { PORT: new URL(api).port });
    expect([await ready.ended(), ready.output]).toEqual([0, expect.stringContaining('"status":"ready"')]);
    const port = String(await freePort());
    const away = tool('src/bin/health.ts', [], { PORT: port });
    expect([await away.ended(), away.output]).toEqual([1, `nothing answers on port ${port}\n`]);
  }, 60_000);

  it('where nobody can listen, the start is refused with one line that names the setting (R-570)', async () => {
    const { port } = new URL(api);
    const refused = [
      [{ HOST: 'no-such-host.invalid' }, 'HOST no-such-host.invalid is no address of this machine: set HOST to one that is.'],
      [{ HOST: '192.0.2.1' }, 'HOST 192.0.2.1 is no address of this machine: set HOST to one that is.'],
      [{ PORT: port }, `Port ${port} of 127.0.0.1 is in use: stop what listens there, or set PORT to another one.`],
    ] as const;
    for (const [env, line] of refused) {
      const program = tool('src/main.ts', [], { ROLE: 'worker', ...env });
      expect([await program.ended(), program.output]).toEqual([3, `${line}\n`]);
    }
  }, 60_000);

  it('an api goes on while its worker was killed, and the next worker catches up (P1)', async () => {
    await running[1].end('SIGKILL');
    written = await walkIn(api);
    expect(written.status).toBe(201);

    const next = started('worker');
    await next.address();
    await eventually('the timeline has what was written', async () => (await timeline()).status === 200, 60_000);
    expect([await next.end('SIGTERM'), await running[0].end('SIGTERM')]).toEqual([0, 0]);
  }, 180_000);
});

const REFUSED = [
  { file: 'src/main.ts', args: ['--development'], env: { ROLE: 'api' }, line: 'ROLE api needs DATABASE_URL: only one process' },
  { file: 'src/main.ts', args: [], env: {}, line: 'Nobody could come in: there is no identity provider to connect yet' },
  { file: 'src/main.ts', args: [], env: { ROLE: 'api', DATABASE_URL: 'postgres://db/t' }, line: 'Nobody could come in: ' },
  { file: 'src/bin/demo.ts', args: [], env: { DATABASE_URL: 'postgres://db/t' }, line: 'DATABASE_URL is refused by the demo' },
  { file: 'src/bin/demo.ts', args: [], env: { ROLE: 'worker' }, line: 'ROLE worker is refused by the demo' },
];

it.each(REFUSED)(
  'a start is refused with one line and the code of a wrong setting: $file $args $env (R-573)',
  async ({ file, args, env, line }) => {
    const program = new Program(file, args, { DATA_DIR: folder, PORT: '0', ...(env as Record<string, string>) });
    expect(await program.ended()).toBe(2);
    expect(program.output.split('\n')).toEqual([expect.stringContaining(line), '']);
  },
  60_000,
);
