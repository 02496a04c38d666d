import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectTo } from '../../../src/adapters/event-store-kurrentdb/connect.js';
import { connectionString, placeOf, serverAddressFrom } from '../../../src/adapters/event-store-kurrentdb/server-address.js';
import { endingOf, EXIT } from '../../../src/lifecycle/ending.js';
import type { Environment } from '../../../src/settings/setting.js';
import { serverFrom, settingsFrom } from '../../../src/settings/settings.js';
import { certificatesIn, type Certificates } from '../../harness/certificates.js';
import { allOf, rejectionOf, someEvents, someStream } from './clients.js';
import { KurrentDouble } from './double/kurrentdb-double.js';
import { DoubleLog } from './double/log.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-tls-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const SECRET = 'p@ss:w/rd?';

const serverOf = (env: Environment) => serverFrom(settingsFrom(env, []));
const connectionOf = (env: Environment) => connectionString(serverOf(env)!);

/** The line with which a start with these settings is refused; it never repeats a password. */
function refusal(env: Environment): string {
  try {
    settingsFrom(env, []);
  } catch (error) {
    const { code, text } = endingOf(error, null);
    expect([code, text.split('\n')]).toEqual([EXIT.wrongSetting, [text]]);
    expect(text).not.toMatch(/geheim|p@ss|p%40ss/);
    return text;
  }
  throw new Error('it was not refused');
}

describe('the address of KurrentDB (R-531)', () => {
  it('is taken under each name of the protocol, with its nodes, and handed to the client under the present name', () => {
    const said = 'user:geheim@one.example:2114,two.example?tlsVerifyCert=true&KeepAliveInterval=10000';
    for (const protocol of ['kurrentdb', 'kurrent', 'kdb', 'esdb'])
      expect(connectionOf({ KURRENTDB_URL: `${protocol}://${said}` })).toBe(
        'kurrentdb://one.example:2114,two.example:2113?tlsVerifyCert=true&keepAliveInterval=10000',
      );
    expect(connectionOf({ KURRENTDB_URL: 'esdb+discover://cluster.example/' })).toBe('kurrentdb+discover://cluster.example:2113');
  });

  it('is told to an operator without who comes in', () => {
    expect(placeOf(serverAddressFrom('kurrentdb://user:geheim@one:2114,two')!)).toBe('one:2114, two:2113');
  });

  it('has the user and password of settings of their own, also from files, whatever characters they hold', () => {
    const file = path.join(folder, 'password');
    fs.writeFileSync(file, `${SECRET}\n`);
    const apart = { KURRENTDB_URL: 'kurrentdb://log', KURRENTDB_USER: 'us er', KURRENTDB_PASSWORD_FILE: file };
    const own = { KURRENTDB_URL: `kurrentdb://us%20er:${encodeURIComponent(SECRET)}@log` };
    for (const env of [apart, own]) expect(serverOf(env)?.credentials).toEqual({ username: 'us er', password: SECRET });
    expect(serverOf({})).toBeNull();
  });

  it.each([
    ['http://log', 'KURRENTDB_URL cannot be used: it must be as kurrentdb://'],
    ['kurrentdb://', 'KURRENTDB_URL cannot be used'],
    ['kurrentdb://log:65536', 'KURRENTDB_URL cannot be used'],
    ['kurrentdb://user:%E0@log', 'KURRENTDB_URL cannot be used'],
    ['kurrentdb://log?tls', 'KURRENTDB_URL cannot be used'],
    ['kurrentdb://log?tls=true&TLS=true', 'KURRENTDB_URL cannot be used'],
    ['kurrentdb://user:geheim@log?tlsCaFil=x', 'KURRENTDB_URL has the option tlsCaFil, which is not known: use '],
    ['kurrentdb://log?throwOnAppendFailure=false', 'KURRENTDB_URL has the option throwOnAppendFailure, which is not known'],
    ['kurrentdb://log?tls=no', 'KURRENTDB_URL has tls=no: it must be true or false.'],
    ['kurrentdb://log?nodePreference=follower', 'KURRENTDB_URL has nodePreference=follower: it must be leader, as other nodes'],
    ['kurrentdb://log?keepAliveInterval=ten', 'KURRENTDB_URL has keepAliveInterval=ten: it must be a number.'],
    ['kurrentdb+discover://one,two', 'KURRENTDB_URL names several hosts after +discover, which takes one name: leave +discover'],
    ['kurrentdb://[::1]:2113?tls=false', 'KURRENTDB_URL names [::1], and the client takes no address of IPv6: name the host.'],
    [
      'kurrentdb://log?tls=false',
      'KURRENTDB_URL has tls=false, which is for servers on this machine only, and names log: leave it out, or say privateNetwork=true where nobody else can read on the way.',
    ],
    ['kurrentdb://log?tlsCaFile=/away/ca.crt', 'KURRENTDB_URL names /away/ca.crt, which cannot be read: name a file'],
  ])('is refused in one line that names what is wrong: %s', (KURRENTDB_URL, line) => {
    expect(refusal({ KURRENTDB_URL })).toMatch(new RegExp(`^${line.replace(/[?.+[\]]/g, '\\$&')}`));
  });

  it('is refused with half of who comes in, and with two of them', () => {
    const both = { KURRENTDB_USER: 'user', KURRENTDB_PASSWORD: 'geheim' };
    expect(refusal({ KURRENTDB_URL: 'kurrentdb://log', KURRENTDB_USER: 'user' })).toMatch(/go together: set both, or neither/);
    expect(refusal({ KURRENTDB_URL: 'kurrentdb://log', KURRENTDB_PASSWORD: 'geheim' })).toMatch(/go together/);
    expect(refusal({ KURRENTDB_URL: 'kurrentdb://other:geheim@log', ...both })).toMatch(/leave one of the two out/);
  });
});

describe('an open connection to KurrentDB (R-532)', () => {
  it.each(['tls', 'tlsVerifyCert'])('is for a server on this machine only, and never for production: %s=false', (option) => {
    const url = (host: string) => ({ KURRENTDB_URL: `kurrentdb://${host}?${option}=false` });
    for (const host of ['localhost', '127.0.0.1:2113', '127.1.2.3']) expect(connectionOf(url(host))).toContain(`${option}=false`);
    for (const host of ['log.example', '10.0.0.1', '127.0.0.1.example', 'localhost,log'])
      expect(refusal(url(host))).toMatch(
        new RegExp(`^KURRENTDB_URL has ${option}=false, which is for servers on this machine only`),
      );
    const vouched = { KURRENTDB_URL: `${url('log,10.0.0.1').KURRENTDB_URL}&privateNetwork=true` };
    expect(connectionOf(vouched)).toBe(`kurrentdb://log:2113,10.0.0.1:2113?${option}=false`);
    for (const open of [url('localhost'), vouched])
      expect(refusal({ ...open, NODE_ENV: 'production' })).toMatch(/refused when NODE_ENV=production/);
    expect(connectionOf({ KURRENTDB_URL: 'kurrentdb://log.example', NODE_ENV: 'production' })).toBe(
      'kurrentdb://log.example:2113',
    );
  });
});

describe('a server that speaks TLS', () => {
  let known: Certificates;
  let double: KurrentDouble;
  const clients: KurrentDBClient[] = [];

  beforeAll(async () => {
    known = certificatesIn(path.join(folder, 'known'));
    const [key, cert] = [known.key, known.cert].map((file) => fs.readFileSync(file));
    double = await KurrentDouble.start(new DoubleLog(), { key, cert });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await double.end();
  });

  const clientBy = (ca: string, host = 'localhost'): KurrentDBClient => {
    const KURRENTDB_URL = `kurrentdb://${host}:${double.endpoint.port}?tlsCaFile=${encodeURIComponent(ca)}`;
    const settings = { KURRENTDB_URL, KURRENTDB_USER: 'us er', KURRENTDB_PASSWORD: SECRET };
    const client = connectTo(serverOf(settings)!);
    clients.push(client);
    return client;
  };

  it('is written to and read by whoever knows its signer, who comes in with the password in every call', async () => {
    const client = clientBy(known.ca);
    const stream = someStream();
    await client.appendToStream(stream, someEvents(2), { streamState: 'no_stream' });
    expect(await allOf(client.readStream(stream))).toHaveLength(2);
    expect([...double.callers]).toEqual([`Basic ${Buffer.from(`us er:${SECRET}`).toString('base64')}`]);
  });

  it('is refused by whoever knows another signer, and under a name that its certificate does not have', async () => {
    const other = certificatesIn(path.join(folder, 'other'));
    const foreign = certificatesIn(path.join(folder, 'foreign'), 'DNS:elsewhere.example');
    const [key, cert] = [foreign.key, foreign.cert].map((file) => fs.readFileSync(file));
    const elsewhere = await KurrentDouble.start(new DoubleLog(), { key, cert });
    const misnamed = connectTo(serverAddressFrom(`kurrentdb://localhost:${elsewhere.endpoint.port}?tlsCaFile=${foreign.ca}`)!);
    clients.push(misnamed);

    for (const client of [clientBy(other.ca), misnamed]) {
      await rejectionOf(client.appendToStream(someStream(), someEvents(1), { streamState: 'no_stream' }));
      await rejectionOf(allOf(client.readStream(someStream())));
    }
    expect(elsewhere.log.all).toEqual([]);
    await elsewhere.end();
  });
});
