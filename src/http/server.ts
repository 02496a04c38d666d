import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { ANSWER_HEADERS } from './answers/headers.js';
import { problemOnSocket } from './answers/problem-on-socket.js';
import { ROUTES, type Routes } from './answers/routes.js';
import { sendProblem } from './answers/send-problem.js';
import type { Limits } from './limits.js';
import { nestLogger } from './observing/log.js';
import { requestIdOf } from './observing/correlation.js';
import { logAnswered } from './observing/request-log.js';
import { METRICS, type Metrics } from './observing/metrics.js';
import { Description } from './openapi/description.js';
import type { HttpParts } from './parts.js';
import { Problem } from './problem.js';
import { unreadContent } from './requests/content.js';
import { jsonIn } from './requests/json-body.js';

/** How often idle connections are looked for while closing; milliseconds of real time. */
const LOOK_EVERY = 50;

/** What stands outside `/v1`: for who runs the engine, not for who uses it. */
export const OUTSIDE_THE_API = ['health/live', 'health/ready', 'metrics'];

/**
 * The whole application behind its front door: not yet listening, its limits, headers and log in place.
 * `root` imports the HttpModule, and whatever handles what comes over the buses.
 */
export async function httpApplication(
  root: Type | DynamicModule,
  { log, limits }: Pick<HttpParts, 'log' | 'limits'>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(optionsWith(limits));
  const options = { bodyParser: false, logger: nestLogger(log), abortOnError: false };
  const app: NestFastifyApplication = await NestFactory.create(root, adapter, options);

  const routes = app.get<Routes>(ROUTES, { strict: false });
  const metrics = app.get<Metrics>(METRICS, { strict: false });
  observe(adapter.getInstance<FastifyInstance>(), { log, limits, routes, metrics });
  app.get(Description, { strict: false }).of(app);
  return app.setGlobalPrefix('v1', { exclude: OUTSIDE_THE_API });
}

/**
 * Takes no more requests, and resolves when those under way are answered. A connection that was busy when closing began is idle a moment
 * later, and would then be kept for its next request: Node looks for idle ones only once.
 */
export async function closeApplication(app: NestFastifyApplication): Promise<void> {
  const looking = setInterval(() => app.getHttpServer().closeIdleConnections(), LOOK_EVERY);
  try {
    await app.close();
  } finally {
    clearInterval(looking);
  }
}

function optionsWith({ bodyBytes, headerBytes, receiveWithin }: Limits) {
  return {
    bodyLimit: bodyBytes,
    http: { maxHeaderSize: headerBytes, ...inTime(receiveWithin) },
    requestTimeout: receiveWithin,
    genReqId: requestIdOf,
    frameworkErrors: (_: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(new Problem({ code: 'unknown-path' }), request, reply),
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => problemOnSocket(error, socket, headerBytes),
  };
}

/**
 * Two defaults of Node would undo the limit: it looks for late requests only every half minute,
 * and where headers may take longer than a whole request, it lets the request take that long.
 */
const inTime = (receiveWithin: number) => ({
  headersTimeout: receiveWithin,
  connectionsCheckingInterval: Math.ceil(receiveWithin / 10),
});

type Observed = Pick<HttpParts, 'log' | 'limits'> & Readonly<{ routes: Routes; metrics: Metrics }>;

function observe(fastify: FastifyInstance, { log, limits, routes, metrics }: Observed): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: limits.bodyBytes }, (_, body, done) => {
    readJson(body as Buffer, done);
  });

  fastify.addHook('onRoute', ({ url, method }) => routes.add(url, method));
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...ANSWER_HEADERS, 'X-Request-Id': request.id });
    done();
  });
  fastify.addHook('preParsing', (request) => {
    const problem = request.is404 || request.method === 'GET' ? null : unreadContent(request.headers);
    return problem ? Promise.reject(problem) : Promise.resolve();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logAnswered(log, request, reply);
    metrics.answered(request, reply);
    done();
  });
}

function readJson(body: Buffer, done: (error: Error | null, value?: unknown) => void): void {
  try {
    done(null, body.length === 0 ? undefined : jsonIn(body));
  } catch (error) {
    done(error as Error);
  }
}
