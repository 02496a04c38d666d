import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { closeApplication } from '../../src/http/server.js';
import { acceptedFor, startApi } from './harness/api.js';
import { eventually } from '../harness/eventually.js';

// Seen to take longer than the connection is kept when idle ones are looked for only once.
it('closing ends when what is under way is answered, though the client would keep its connection', async () => {
  const api = await startApi();
  let answer: () => void = () => undefined;
  api.buses.decide = (wish) => new Promise((resolve) => (answer = () => resolve(acceptedFor(wish))));
  const agent = new http.Agent({ keepAlive: true });
  const headers = {
    authorization: 'Bearer caseworker',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const request = http.request(`${api.url}/v1/candidates`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
    request.end(JSON.stringify({ words: { givenNames: 'Sanne' } }));
  });
  await Promise.race([answered, eventually('the command is under way', () => api.buses.wishes.length > 0)]);

  const begun = performance.now();
  const closed = closeApplication(api.app);
  await eventually('it takes no more requests', () => !api.app.getHttpServer().listening);
  answer();
  expect(await answered).toBe(201);
  await closed;
  expect(performance.now() - begun).toBeLessThan(4_000);
  agent.destroy();
});
