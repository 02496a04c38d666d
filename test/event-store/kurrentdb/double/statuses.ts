import { Metadata, status, type ServerErrorResponse, type ServerUnaryCall } from '@grpc/grpc-js';
import type { Endpoint, Refused } from './faults.js';

/** A status as grpc-js sends it. */
export type Failure = Pick<ServerErrorResponse, 'name' | 'message'> &
  Readonly<{ code: status; details: string; metadata?: Metadata }>;

export function failure(code: status, details: string, head: Readonly<Record<string, string>> = {}): Failure {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(head)) metadata.set(name, value);
  return { name: 'Failure', message: details, code, details, metadata };
}

export function notLeader({ address, port }: Endpoint): Failure {
  const head = { exception: 'not-leader', 'leader-endpoint-host': address, 'leader-endpoint-port': String(port) };
  return failure(status.NOT_FOUND, 'Leader info available', head);
}

export function tooLarge(limit: number): Failure {
  const head = { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) };
  return failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, head);
}

export function streamDeleted(name: string): Failure {
  const head = { exception: 'stream-deleted', 'stream-name': name };
  return failure(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, head);
}

export const refused = ({ code, details }: Refused): Failure => failure(code, details);

/** Whether the caller wants the leader and nobody else. */
export function requiresLeader({ metadata }: Pick<ServerUnaryCall<unknown, unknown>, 'metadata'>): boolean {
  return metadata.get('requires-leader')[0] === 'true';
}
