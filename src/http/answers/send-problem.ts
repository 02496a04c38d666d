import type { FastifyReply, FastifyRequest } from 'fastify';
import { rememberCode } from '../observing/request-log.js';
import { documentOf, type Problem } from '../problem.js';
import { languageOf } from '../problems/told.js';
import { ANSWER_HEADERS } from './headers.js';

/** Answers with a problem as RFC 9457 has it, in the reader's language. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  rememberCode(request, problem.refusal.code);

  reply
    .code(problem.status)
    .headers({
      ...ANSWER_HEADERS,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      Vary: 'Accept-Language',
      ...problem.headers,
    })
    .send(JSON.stringify(documentOf(problem, language)));
}
