import { developmentIdentity } from '../adapters/identity-development/development-identity.js';
import { refuseSimulatedInProduction } from '../adapters/event-store-postgres/production-check.js';
import { tokensAes } from '../adapters/tokens-aes/tokens-aes.js';
import { AppModule } from '../app.module.js';
import { LogRefused } from '../adapters/event-store-kurrentdb/log-refused.js';
import { Every } from '../application/time/every.js';
import type { IdentityGuard } from '../application/ports/identity.js';
import { openEngine, type Engine } from '../composition/engine.js';
import { LIMITS } from '../http/limits.js';
import { newLog } from '../http/observing/log.js';
import type { HttpParts } from '../http/parts.js';
import { closeApplication, httpApplication } from '../http/server.js';
import type { Database } from './database.js';
import { tryPort } from './free-port.js';
import type { Running } from './running.js';
import { redisFrom, type Settings } from '../settings/settings.js';

/**
 * Opens the engine on a database, and until the process ends starts what runs by itself and serves the API: both, or the one that
 * the role names. A worker serves health and metrics only.
 * Resolves when requests are taken, with the port that they are taken on. Source: R-573.
 */
export async function serve(running: Running, settings: Settings, database: Database): Promise<number> {
  await tryPort(settings.port, settings.host);
  const log = newLog();
  log.level = settings.logLevel;

  const engine = await openEngine({ ...database, log, redis: redisFrom(settings) });
  refuseSimulatedInProduction(engine.tools.store, settings.environment);
  running.started('the engine', () => engine.stop());
  watchLog(running, engine);
  await engine.start(settings.role === 'api' ? 'commands' : 'all');

  const parts = await httpParts(engine, { settings, database, log });
  const root = settings.role === 'worker' ? AppModule.observed(parts) : AppModule.of(engine, parts);
  const app = await httpApplication(root, parts);
  await app.listen(settings.port, settings.host);
  running.started('HTTP', () => closeApplication(app));
  return portOf(app.getHttpServer().address());
}

/** How often it is looked whether the log is where it was; milliseconds of real time. */
const LOOK_EVERY = 5_000;

/** Whoever still reads a log that was moved would work for nothing, and say what is old: it ends, with the line that says where the log is. */
function watchLog(running: Running, engine: Engine): void {
  const watch = new Every(
    LOOK_EVERY,
    () => engine.refuseMoved(),
    (error) => (error instanceof LogRefused ? running.fail(error) : undefined),
  );
  watch.start();
  running.started('the look at the log', () => watch.stop());
}

type Around = Readonly<{ settings: Settings; database: Database; log: HttpParts['log'] }>;

async function httpParts(engine: Engine, { settings, database, log }: Around): Promise<HttpParts> {
  const { store, clock } = engine.tools;
  return {
    identityGuard: await identityGuard(settings, database),
    tokens: tokensAes(await database.keys.key('tokens')),
    store,
    clock,
    loops: settings.role === 'api' ? [] : engine.watched, // who runs them tells of them
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
