import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_VERSION } from '../answers/headers.js';
import { COMMON_HEADERS, COMMON_RESPONSES, PROBLEM, problemsOf } from './common-answers.js';
import { APPENDS } from './described.js';
import { jsonSchemaOf } from './json-schema.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [APPENDS]?: 'one' | 'many' };

const METHODS = ['get', 'post', 'put', 'delete', 'patch'] as const;

const DESCRIPTION = `Trajectlijn keeps the trajectories of people on their way (back) to work as events that are never rewritten.

Every command is a POST that appends to one stream. It needs an \`Idempotency-Key\`; sent again with the same key and body it gives the same
answer and happens once. \`ETag\` is the version of a stream, \`If-Match\` the version that you expect. A command that was refused stored nothing.
Whatever is refused is a problem (RFC 9457) whose \`code\` says why and whose members are the facts; \`docs/integrate.md\` has all of it.`;

/** The description of the API as its code has it: OpenAPI 3.1, the same for every start of the same code. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Trajectlijn')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setContact('Trajectlijn', 'https://github.com/trajectlijn/trajectlijn', 'trajectlijn@example.org')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/v1')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'Says who asks: tenant, organisation, role, subject and client.' },
      'token',
    )
    .addSecurityRequirements('token')
    .build();

  const document = SwaggerModule.createDocument(app, config, {
    ignoreGlobalPrefix: true,
    operationIdFactory: (controller, method) => `${lowerFirst(controller.replace(/Controller$/, ''))}${upperFirst(method)}`,
    standardSchemaConverter: jsonSchemaOf,
  });
  return completed(document);
}

/** Adds what every operation answers alike, and puts everything in an order that does not depend on how the code was loaded. */
function completed(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document)) complete(operation);

  const schemas = { ...document.components?.schemas, ...PROBLEM };
  const components = { ...document.components, schemas: sorted(schemas), responses: COMMON_RESPONSES, headers: COMMON_HEADERS };
  return {
    ...document,
    paths: sorted(document.paths),
    components: components as unknown as OpenAPIObject['components'],
    tags: tagsOf(document),
  };
}

function complete(operation: Operation): void {
  for (const response of Object.values(operation.responses)) {
    const headers = {
      'API-Version': { $ref: '#/components/headers/ApiVersion' },
      ...(operation[APPENDS] === 'one' && { ETag: { $ref: '#/components/headers/ETag' } }),
    };
    Object.assign(response ?? {}, { headers });
  }
  Object.assign(
    operation.responses,
    problemsOf({ appends: operation[APPENDS] !== undefined, isOpen: operation.security?.length === 0 }),
  );
  delete operation[APPENDS];
}

const operationsOf = ({ paths }: OpenAPIObject): readonly Operation[] =>
  Object.values(paths).flatMap((path) => METHODS.flatMap((method) => (path[method] ? [path[method] as Operation] : [])));

function tagsOf(document: OpenAPIObject): OpenAPIObject['tags'] {
  const names = new Set(operationsOf(document).flatMap(({ tags = [] }) => tags));
  return [...names].sort().map((name) => ({ name }));
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

const upperFirst = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}`;
const lowerFirst = (text: string): string => `${text[0].toLowerCase()}${text.slice(1)}`;
