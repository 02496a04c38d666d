import { Inject, Module, type DynamicModule, type Type } from '@nestjs/common';
import { CommandHandler, CqrsModule, QueryHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSecretKey, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { tokensAes } from '../../../src/adapters/tokens-aes/tokens-aes.js';
import type { Accepted } from '../../../src/application/commands/accepted.js';
import * as commands from '../../../src/application/commands/stream-commands.js';
import type { StreamWish } from '../../../src/application/commands/wish.js';
import * as migrations from '../../../src/application/migrating/migrations.js';
import type { Position } from '../../../src/application/ports/event-store.js';
import type { Identified, Identity } from '../../../src/application/ports/identity.js';
import * as dashboards from '../../../src/application/questions/dashboards.js';
import * as questions from '../../../src/application/questions/questions.js';
import { TryReactionAgain } from '../../../src/application/reacting/try-reaction-again.js';
import type { Refused } from '../../../src/application/refusals.js';
import { HttpModule } from '../../../src/http/http.module.js';
import { LIMITS } from '../../../src/http/limits.js';
import { newLog } from '../../../src/http/observing/log.js';
import type { HttpParts } from '../../../src/http/parts.js';
import { httpApplication } from '../../../src/http/server.js';
import type { Instant } from '../../../src/kernel/days.js';
import type { TenantId } from '../../../src/kernel/ids.js';
import type { Role } from '../../../src/kernel/messages.js';

/** What the buses were asked, and what they answer: set before a request, read after it. */
export class Buses {
  readonly wishes: StreamWish[] = [];
  readonly asked: unknown[] = [];
  decide: (wish: StreamWish) => Accepted | Refused | Promise<Accepted | Refused> = (wish) => acceptedFor(wish);
  answer: (question: unknown) => unknown = () => ({ kind: 'refused', refused: { code: 'not-found', what: 'anything' } });
}

/** An outcome as the application gives it; `id` null when nothing was created. */
export function acceptedFor({ category, id }: StreamWish, more: Partial<Accepted> = {}): Accepted {
  const made = id ?? randomUUID();
  const position = '0000000000000007' as Position;
  return { kind: 'accepted', streamId: `${category}-${made}`, id: id === null ? made : null, version: 1, position, ...more };
}

/** One identity a role; the token is the role's name, and another tenant's begins with `other-`. */
export function identityFor(token: string): Identity {
  const [, other, role] = /^(other-)?(.+)$/.exec(token) ?? [];
  const tenant = (other ? 'elsewhere' : 'oude-ijsselstreek') as TenantId;
  return {
    tenant,
    organisation: 'municipality',
    role: role as Role,
    subject: `subject-${role}`,
    client: 'spec',
    onBehalfOf: null,
  };
}

function identify(token: string): Promise<Identified> {
  if (token === 'expired') return Promise.resolve({ kind: 'refused', refused: { code: 'token-expired' } });
  if (token === 'nonsense') return Promise.resolve({ kind: 'refused', refused: { code: 'token-invalid' } });
  return Promise.resolve({ kind: 'identified', identity: identityFor(token) });
}

export type Api = Readonly<{
  url: string;
  app: NestFastifyApplication;
  buses: Buses;
  /** Every line that was logged so far. */
  lines(): string[];
  close(): Promise<void>;
}>;

/** The front door on a free port of the loopback, with the real buses and handlers that only record. */
export async function startApi(changes: Partial<HttpParts> = {}): Promise<Api> {
  const buses = new Buses();
  const { parts, lines } = partsFor(changes);
  const app = await httpApplication(rootOf(parts, buses), parts);
  await app.listen(0, '127.0.0.1');
  return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), app, buses, lines, close: () => app.close() };
}

/** Parts that only this suite has, and the lines that are logged through them. */
function partsFor(changes: Partial<HttpParts> = {}): { parts: HttpParts; lines: () => string[] } {
  const sink = new PassThrough();
  const chunks: string[] = [];
  sink.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));

  const parts: HttpParts = {
    identityGuard: { identify },
    tokens: tokensAes(createSecretKey(Buffer.alloc(32, 7))),
    store: { simulated: false, lastPosition: () => Promise.resolve('0000000000000007' as Position) },
    clock: { now: () => Promise.resolve('2020-03-02T10:00:00.000000Z' as Instant) },
    loops: [],
    queue: { standing: () => Promise.resolve('answers') },
    clockLoop: null,
    log: newLog(sink),
    limits: LIMITS,
    ...changes,
  };
  return { parts, lines: () => chunks.join('').split('\n').filter(Boolean) };
}

/** The root module: what the application would be, reduced to recording. */
function rootOf(parts: HttpParts, buses: Buses): DynamicModule {
  @Module({})
  class Root {}
  return {
    module: Root,
    imports: [CqrsModule.forRoot(), HttpModule.with({ simulated: parts.clockLoop !== null, useFactory: () => parts })],
    providers: [
      { provide: Buses, useValue: buses },
      ...Object.values(commands).map(recorderOf),
      ...Object.values({ ...questions, ...dashboards }).map((question) => answererOf(question, QueryHandler)),
      ...[migrations.MigrationOf, migrations.MigrationsOf].map((question) => answererOf(question, QueryHandler)),
      ...[TryReactionAgain, migrations.MigrateTrajectories].map((command) => answererOf(command, CommandHandler)),
    ],
  };
}

function recorderOf(command: new (wish: StreamWish) => commands.TrajectoryCommand): Type {
  @CommandHandler(command)
  class Recorder implements ICommandHandler<commands.TrajectoryCommand> {
    constructor(@Inject(Buses) private readonly buses: Buses) {}

    execute({ wish }: commands.TrajectoryCommand): Promise<Accepted | Refused> {
      this.buses.wishes.push(wish);
      return Promise.resolve(this.buses.decide(wish));
    }
  }
  return Recorder;
}

/** Records what is asked on either bus, and answers as the spec says. */
function answererOf(
  question: new (...parts: never[]) => object,
  handles: (question: new (...parts: never[]) => object) => ClassDecorator,
): Type {
  @handles(question)
  class Answerer {
    constructor(@Inject(Buses) private readonly buses: Buses) {}

    execute(asked: unknown): Promise<unknown> {
      this.buses.asked.push(asked);
      return Promise.resolve(this.buses.answer(asked));
    }
  }
  return Answerer;
}
