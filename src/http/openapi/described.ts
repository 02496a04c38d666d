import { applyDecorators, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { AcceptedInterceptor } from '../answers/accepted.interceptor.js';
import { KEY_FORM } from '../requests/idempotency-key.js';
import { AcceptedDto } from '../answers/accepted.dto.js';

/** What a reader of the API's description is told of an operation. */
export type About = Readonly<{ summary: string; description?: string }>;

/** How the generated description knows an operation that appends, to one stream or to many. */
export const APPENDS = 'x-appends';

/**
 * A POST that appends: its handler answers what came over the command bus, and the answer is made of that.
 * `creates` says what the id in the answer is of; without it the command makes none.
 */
export function Appends(path: string, { creates, ...about }: About & Readonly<{ creates?: string }>): MethodDecorator {
  const status = creates === undefined ? 200 : 201;
  const description = creates === undefined ? 'Stored.' : `Stored; id is that of the ${creates}.`;
  return applyDecorators(
    Post(path),
    UseInterceptors(AcceptedInterceptor),
    ApiOperation(about),
    ApiExtension(APPENDS, 'one'),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: `One command, one key: ${KEY_FORM}.`, schema: KEY_SCHEMA }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The version that was read, as ETag gave it.',
      schema: { type: 'string', examples: ['"3"'] },
    }),
    ApiHeader({
      name: 'Override-Reason',
      required: false,
      description: 'For supervisors: the code of why a refusal is waived.',
      schema: { type: 'string' },
    }),
    ApiResponse({ status, description, standardSchema: AcceptedDto }),
  );
}

/** A POST that appends to many streams, each under a key of its own that is made of this one: sent again, it does what is left. */
export const AppendsToMany = (path: string, { answer, ...about }: About & Readonly<{ answer: z.ZodType }>): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation(about),
    ApiExtension(APPENDS, 'many'),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: `One wish, one key: ${KEY_FORM}.`, schema: KEY_SCHEMA }),
    ApiResponse({ status: 200, description: 'What came of each of them.', standardSchema: answer }),
  );

/** A GET that answers what `answer` describes. */
export const Asks = (path: string, { answer, ...about }: About & Readonly<{ answer: z.ZodType }>): MethodDecorator =>
  applyDecorators(
    Get(path),
    HttpCode(200),
    ApiOperation(about),
    ApiResponse({ status: 200, description: 'As asked.', standardSchema: answer }),
  );

/** A POST that only asks, because what is asked is about a person and stands in no address: it has no key. */
export const Finds = (path: string, { answer, ...about }: About & Readonly<{ answer: z.ZodType }>): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation(about),
    ApiResponse({ status: 200, description: 'As asked.', standardSchema: answer }),
  );

/** A POST that appends to no stream, and does no harm when it is sent again: it has no key. */
export const Does = (path: string, { answer, ...about }: About & Readonly<{ answer: z.ZodType }>): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation(about),
    ApiResponse({ status: 200, description: 'It will be done.', standardSchema: answer }),
  );

const KEY_SCHEMA = {
  type: 'string',
  pattern: '^[A-Za-z0-9_-]{16,128}$',
  examples: ['0b4a1c52-5f0e-4d36-9d0b-6f1f5f2f8a11'],
} as const;
