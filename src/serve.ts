import { developmentIdentity } from './adapters/identity-development/development-identity.js';
import { refuseSimulatedInProduction } from './adapters/event-store-postgres/production-check.js';
import { tokensAes } from './adapters/tokens-aes/tokens-aes.js';
import { AppModule } from './app.module.js';
import type { IdentityGuard } from './application/ports/identity.js';
import { openEngine, type Engine } from './engine.js';
import { LIMITS } from './http/limits.js';
import { newLog } from './http/observing/log.js';
import type { HttpParts } from './http/parts.js';
import { closeApplication, httpApplication } from './http/server.js';
import type { Database } from './lifecycle/database.js';
import { tryPort } from './lifecycle/free-port.js';
import type { Running } from './lifecycle/running.js';
import type { Settings } from './settings.js';

/**
 * Opens the engine on a database, starts what runs by itself, and serves the API until the process ends.
 * Resolves when requests are taken, with the port that they are taken on.
 */
export async function serve(running: Running, settings: Settings, database: Database): Promise<number> {
  await tryPort(settings.port, settings.host);
  const log = newLog();
  log.level = settings.logLevel;

  const engine = await openEngine({ ...database, log, redis: settings.redis });
  refuseSimulatedInProduction(engine.tools.store, settings.environment);
  running.started('the engine', () => engine.stop());
  await engine.start();

  const parts = await httpParts(engine, { settings, database, log });
  const app = await httpApplication(AppModule.of(engine, parts), parts);
  await app.listen(settings.port, settings.host);
  running.started('HTTP', () => closeApplication(app));
  return portOf(app.getHttpServer().address());
}

type Around = Readonly<{ settings: Settings; database: Database; log: HttpParts['log'] }>;

async function httpParts(engine: Engine, { settings, database, log }: Around): Promise<HttpParts> {
  const { store, clock } = engine.tools;
  return {
    identityGuard: await identityGuard(settings, database),
    tokens: tokensAes(await database.keys.key('tokens')),
    store,
    clock,
    loops: engine.watched,
    queue: engine.queue,
    clockLoop: engine.clockLoop,
    log,
    limits: LIMITS,
  };
}

/** Until an identity provider is configured, only development users come in; without the flag nobody does. */
async function identityGuard({ development, environment }: Settings, { keys }: Database): Promise<IdentityGuard> {
  if (!development) return { identify: () => Promise.resolve({ kind: 'refused', refused: { code: 'token-invalid' } }) };
  return developmentIdentity({ key: await keys.key('identity'), development, environment });
}

function portOf(address: string | { port: number } | null): number {
  if (address === null || typeof address === 'string') throw new Error('the API listens on no port');
  return address.port;
}
