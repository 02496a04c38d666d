import type { OpenAPIObject } from '@nestjs/swagger';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

/** Headers that many answers have. */
export const COMMON_HEADERS = {
  ApiVersion: { description: 'The full version of the API.', schema: { type: 'string' }, example: '1.0.0' },
  ETag: { description: 'The version of the stream; send it back as If-Match.', schema: { type: 'string' }, example: '"3"' },
} as const;

/** A problem as RFC 9457 has it. The facts of the case are further members, by code: docs/integrate.md lists them. */
export const PROBLEM = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', format: 'uri-reference', examples: ['/problems/no-such-placement'] },
      title: { type: 'string', description: 'What is the matter, in English or, where Accept-Language prefers it, in Dutch.' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { type: 'string', description: 'The same with the facts of the case, and what would be right.' },
      code: { type: 'string', description: 'Why; stable, for programs.' },
      errors: {
        type: 'array',
        description: 'Of invalid input: each fault.',
        items: {
          type: 'object',
          required: ['in', 'path', 'detail'],
          properties: {
            in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
            path: { type: 'string', description: 'A JSON pointer for the body, else the name.' },
            detail: { type: 'string' },
            expected: { oneOf: [{ type: 'string' }, { type: 'array', items: {} }] },
          },
        },
      },
    },
  },
} as const;

const STATUSES = {
  400: ['InvalidInput', 'The request is not as it should be; `errors` lists every fault.'],
  401: ['Unauthenticated', 'The token is missing, not valid, or has expired.'],
  403: ['NotPermitted', 'The role may not do this.'],
  404: ['NotFound', 'There is no such thing, or it belongs to somebody else, or it was not yet known then.'],
  409: ['Conflict', 'What is asked does not go with what happened already.'],
  412: ['StaleVersion', 'The stream has another version than If-Match expects.'],
  413: ['TooLarge', 'The body is larger than 1,000,000 bytes.'],
  415: ['UnsupportedMediaType', 'The body is not application/json in UTF-8, or has a Content-Encoding.'],
  422: ['Refused', 'What is asked breaks a rule; `code` says which.'],
  429: ['TooMany', 'This client has sent too many commands today.'],
  500: ['Unexpected', 'Something went wrong here; what became of the request is not known.'],
  503: ['Unavailable', 'Nothing can be answered or stored at the moment; try again.'],
} as const;
type Status = keyof typeof STATUSES;

const headers = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The problems that operations share. */
export const COMMON_RESPONSES: Responses = Object.fromEntries(
  Object.values(STATUSES).map(([name, description]) => [name, { description, headers, content }]),
);

/** The problems that one operation may answer. */
export function problemsOf({
  appends,
  isOpen,
}: Readonly<{ appends: boolean; isOpen: boolean }>): Readonly<Record<string, { $ref: string }>> {
  const always: Status[] = isOpen ? [500, 503] : [400, 401, 403, 404, 500, 503];
  const statuses: Status[] = appends ? [...always, 409, 412, 413, 415, 422, 429] : always;
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${STATUSES[status][0]}` }]));
}
