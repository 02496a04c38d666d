import { Metadata, status, type ServerErrorResponse, type ServerUnaryCall } from '@grpc/grpc-js';
import type { Endpoint, Refused } from './faults.js';
import type { Verdict } from './log.js';

/** A status as grpc-js sends it. */
export type Failure = Pick<ServerErrorResponse, 'name' | 'message'> &
  Readonly<{ code: status; details: string; metadata?: Metadata }>;

export function failure(code: status, details: string, head: Readonly<Record<string, string>> = {}): Failure {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(head)) metadata.set(name, value);
  return { name: 'Failure', message: details, code, details, metadata };
}

export function notLeader(leader: Endpoint | 'nobody'): Failure {
  if (leader === 'nobody') return failure(status.UNKNOWN, 'No leader info available in response');
  const { address, port } = leader;
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

export function eventTooLarge({ id, size, limit }: Verdict & { kind: 'event-too-large' }): Failure {
  const head = { exception: 'maximum-append-event-size-exceeded', 'maximum-append-event-size': String(limit), 'event-id': id };
  return failure(
    status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${limit}.`,
    head,
  );
}

export const accessDenied = (): Failure => failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const refused = ({ code, details }: Refused): Failure => failure(code, details);

/** Whether the caller wants the leader and nobody else. */
export function requiresLeader({ metadata }: Pick<ServerUnaryCall<unknown, unknown>, 'metadata'>): boolean {
  return metadata.get('requires-leader')[0] === 'true';
}
