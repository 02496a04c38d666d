import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuseRequest } from '../problem.js';
import { faultsOf } from './input-faults.js';

const NOTHING = z.strictObject({});

/**
 * Refuses a query at an address that reads none: who asks for another day there would else be answered with today.
 * Where a query is read, its own schema refuses what it does not know.
 */
@Injectable()
export class NoQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (readsQuery(context)) return true;

    const { error } = NOTHING.safeParse({ ...(query as object) });
    if (!error) return true;
    return refuseRequest({
      code: 'invalid-input',
      errors: faultsOf(error.issues, { value: query, schema: NOTHING, place: 'query' }),
    });
  }
}

/** By what Nest itself keeps of the parameters of a handler; the keys begin with their kind. */
function readsQuery(context: ExecutionContext): boolean {
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
