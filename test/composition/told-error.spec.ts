import pg from 'pg';
import { toldError } from '../../src/composition/told-error.js';
import { freePort } from '../harness/free-port.js';

async function failureOf(config: pg.ClientConfig): Promise<unknown> {
  const client = new pg.Client(config);
  return client.connect().catch((error: unknown) => error);
}

it('what failed is told with what an operator can look for, and without what was said (R-645)', async () => {
  const refused = await failureOf({ host: 'localhost', port: await freePort(), user: 'x', password: 'x', ssl: false });
  const kinds = [
    refused,
    new Error('Connection terminated unexpectedly'),
    new Error('of Sanne', { cause: refused }),
    Object.assign(new Error('of Sanne'), { code: 'with Sanne in it' }),
    'of Sanne',
  ].map(toldError);

  expect(kinds.map(({ code }) => code)).toEqual(['ECONNREFUSED', 'terminated', 'ECONNREFUSED', undefined, undefined]);
  expect(JSON.stringify(kinds)).not.toContain('Sanne');
});
