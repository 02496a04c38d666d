import type { FastifyReply, FastifyRequest } from 'fastify';
import { rememberCode } from '../observing/request-log.js';
import { documentOf, type Problem } from '../problem.js';
import { languageOf } from '../problems/told.js';
import { beforeItArrived } from './before-it-arrived.js';
import { ANSWER_HEADERS } from './headers.js';

/** Answers with a problem as RFC 9457 has it, in the reader's language; also to who is still sending. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const text = JSON.stringify(documentOf(problem, language));
  rememberCode(request, problem.refusal.code);

  reply
    .code(problem.status)
    .headers({
      ...ANSWER_HEADERS,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'Content-Language': language,
      Vary: 'Accept-Language',
      ...problem.headers,
    })
    .send(request.raw.complete ? text : beforeItArrived(request.raw, text));
}
