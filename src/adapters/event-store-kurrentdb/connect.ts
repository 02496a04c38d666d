import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { connectionString, type ServerAddress } from './server-address.js';

/** For how long it looks for who leads of several nodes, at ten times a second: about as long as an append waits that was not sent yet. */
const LOOKS_FOR_A_LEADER = { maxDiscoverAttempts: '100' };

/**
 * A client of the server; it connects when it is first used, and whoever made it disposes of it.
 * Who comes in is said with each call and never stands in the client's own text: its reader takes a name or password there as it is
 * written, its writer as it is meant.
 */
export function connectTo(server: ServerAddress): KurrentDBClient {
  const { credentials, discovers, hosts, options } = server;
  const looking = discovers || hosts.length > 1 ? { ...LOOKS_FOR_A_LEADER, ...options } : options;
  const client = KurrentDBClient.connectionString(connectionString({ ...server, options: looking }));
  if (credentials) client.setCredentialsProvider(() => Promise.resolve(credentials));
  return client;
}
