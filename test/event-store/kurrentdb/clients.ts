import { jsonEvent, KurrentDBClient, type EventData } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import type { KurrentDouble } from './double/kurrentdb-double.js';

/** A stream that no other spec knows. */
export const someStream = (): string => `spec~trajectory-${randomUUID()}`;

/** So many events with ids of their own. */
export const someEvents = (count: number, data: object = { goal: 'paid-work' }): EventData[] =>
  Array.from({ length: count }, () => jsonEvent({ id: randomUUID(), type: 'GoalSet', data: { ...data } }));

/** Credentials of which a server without security takes no notice; the client then uses the other of its two calls. */
export const CREDENTIALS = { username: 'admin', password: 'changeit' };

/** The two calls that append, by what makes the client take each. */
export const BOTH_CALLS = [
  ['batchAppend', {}],
  ['append', { credentials: CREDENTIALS }],
] as const;

/** Makes clients, and ends those that it made. */
export class Clients {
  private readonly made: KurrentDBClient[] = [];

  of(double: KurrentDouble, settings: Readonly<Record<string, string | number>> = {}): KurrentDBClient {
    const client = KurrentDBClient.connectionString(double.url(settings));
    this.made.push(client);
    return client;
  }

  async end(): Promise<void> {
    await Promise.all(this.made.splice(0).map((client) => client.dispose()));
  }
}

/** Every event of a read; rejects as it does. */
export async function allOf<T>(read: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of read) found.push(one);
  return found;
}

/** What a promise rejects with; fails when it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome) throw new Error(`resolved with ${String(outcome.value)}`);
  return outcome.error as Error & Record<string, unknown>;
}
