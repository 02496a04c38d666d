import { createSecretKey } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { tokensAes } from '../../src/adapters/tokens-aes/tokens-aes.js';
import { AppModule } from '../../src/app.module.js';
import type { Identified } from '../../src/application/ports/identity.js';
import { LIMITS } from '../../src/http/limits.js';
import { newLog } from '../../src/http/observing/log.js';
import { httpApplication } from '../../src/http/server.js';
import type { Role } from '../../src/kernel/messages.js';
import { startEngine, type TestEngine } from './engine.js';
import { TENANT } from './life.js';

/** The whole program as a client meets it: HTTP on a free port of the loopback, above the engine on a database of a suite's own. */
export type WholeApi = TestEngine & Readonly<{ url: string }>;

/** Starts all of it on a simulated store; a token is the name of its role, in the tenant of `life.ts`. Call `stop` in `afterAll`. */
export async function startWholeApi(): Promise<WholeApi> {
  const test = await startEngine();
  const { tools, watched, queue, clockLoop } = test.engine;
  const parts = {
    identityGuard: { identify },
    tokens: tokensAes(createSecretKey(Buffer.alloc(32, 7))),
    store: tools.store,
    clock: tools.clock,
    loops: watched,
    queue,
    clockLoop,
    log: newLog(new PassThrough().resume()),
    limits: LIMITS,
  };
  const app = await httpApplication(AppModule.of(test.engine, parts), parts);
  await app.listen(0, '127.0.0.1');

  const stop = async (): Promise<void> => {
    await app.close();
    await test.stop();
  };
  return { ...test, url: await app.getUrl(), stop };
}

function identify(role: string): Promise<Identified> {
  const who = { organisation: 'gemeente', subject: `subject-${role}`, client: 'spec', onBehalfOf: null };
  return Promise.resolve({ kind: 'identified', identity: { tenant: TENANT, role: role as Role, ...who } });
}
