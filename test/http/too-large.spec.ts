import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { LIMITS } from '../../src/http/limits.js';
import { startApi, type Api } from './harness/api.js';
import { get, post } from './harness/requests.js';

const MEGABYTE = 1_000_000;
const HEAD = [
  'POST /v1/candidates HTTP/1.1',
  'Host: x',
  'Authorization: Bearer caseworker',
  'Content-Type: application/json',
  'Idempotency-Key: a-key-of-the-client-1',
];
const CHUNK = `${MEGABYTE.toString(16)}\r\n${'x'.repeat(MEGABYTE)}\r\n`;

let api: Api;
/** Waits for a whole request so shortly that a spec can see it. */
let impatient: Api;
beforeAll(async () => {
  [api, impatient] = await Promise.all([startApi(), startApi({ limits: { ...LIMITS, receiveWithin: 1_000 } })]);
});
afterAll(async () => {
  for (const one of [api, impatient]) expect(one.buses.wishes).toEqual([]);
  await Promise.all([api.close(), impatient.close()]);
});

/** A client that reads nothing until it is told to. */
async function client({ url } = api): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
  await once(socket, 'connect');
  return socket;
}

/** Resolves when all of it was taken by the system, which holds far less than 10 MB. Errors: throws what the socket throws. */
const sendAll = (socket: Socket, bytes: string): Promise<void> =>
  new Promise((resolve, reject) => socket.once('error', reject).write(bytes, () => resolve()));

/** Everything that comes until the other side closes. */
async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a body of 10 MB is answered with 413, and every client reads it', () => {
  it.each([
    ['Content-Length', [`Content-Length: ${10 * MEGABYTE}`], 'x'.repeat(10 * MEGABYTE)],
    [
      'Content-Length and Connection: close',
      [`Content-Length: ${10 * MEGABYTE}`, 'Connection: close'],
      'x'.repeat(10 * MEGABYTE),
    ],
    ['chunks', ['Transfer-Encoding: chunked'], `${CHUNK.repeat(10)}0\r\n\r\n`],
  ])('that sends all of it before it reads, with %s', async (_, headers, body) => {
    const socket = await client();
    await sendAll(socket, [...HEAD, ...headers, '', body].join('\r\n'));
    const answer = await readAll(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"body-too-large"');
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it.each([
    ['with its length', (text: string) => text],
    ['as a stream', (text: string) => new Blob([text]).stream()],
  ])('that is fetch, %s', async (_, bodyOf) => {
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: {
        authorization: 'Bearer caseworker',
        'content-type': 'application/json',
        'idempotency-key': 'a-key-of-the-client-1',
      },
      body: bodyOf('x'.repeat(10 * MEGABYTE)),
      duplex: 'half',
    };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await fetch(`${api.url}/v1/candidates`, init);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'body-too-large']);
      if (attempt < 4) init.body = bodyOf('x'.repeat(10 * MEGABYTE));
    }
  });

  it('that never stops sending: it has the answer at once, and is closed within the time for a request', async () => {
    const socket = await client(impatient);
    socket.write([...HEAD, 'Transfer-Encoding: chunked', '', CHUNK.repeat(2)].join('\r\n'));
    socket.on('error', () => undefined);
    const [first] = (await once(socket.resume(), 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 413 /);

    let more = '';
    socket.on('data', (chunk: Buffer) => (more += chunk.toString()));
    await once(socket, 'close');
    expect(more).not.toContain('HTTP/1.1');
  });

  it('of a kind that is not read', async () => {
    const raw = 'x'.repeat(10 * MEGABYTE);
    const other = await post(api, ['/v1/candidates'], { raw, headers: { 'content-type': 'text/plain' } });
    expect([other.status, other.body.code]).toEqual([415, 'unsupported-media-type']);
    expect((await get(api, '/health/live')).status).toBe(200);
  });
});
