import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { documentOf, Problem } from '../problem.js';
import { isAnswered } from './before-it-arrived.js';
import { ANSWER_HEADERS } from './headers.js';

/** Answers what was no readable HTTP request, straight on the connection, and ends it: there is no request to answer to. */
export function problemOnSocket(error: Error & { code?: string }, socket: Socket, limitBytes: number): void {
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswered(socket)) return void socket.destroy();

  const problem = problemOf(error.code, limitBytes);
  const body = JSON.stringify(documentOf(problem, 'en'));
  const headers = {
    ...ANSWER_HEADERS,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...lines, '', body].join('\r\n'));
}

function problemOf(code: string | undefined, limitBytes: number): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem({ code: 'headers-too-large', limitBytes });
  return new Problem({ code: code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-not-received-in-time' : 'malformed-request' });
}
