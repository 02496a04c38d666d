import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { connectionString, type ServerAddress } from './server-address.js';

/**
 * A client of the server; it connects when it is first used, and whoever made it disposes of it.
 * Who comes in is said with each call and never stands in the client's own text: its reader takes a name or password there as it is
 * written, its writer as it is meant.
 */
export function connectTo(server: ServerAddress): KurrentDBClient {
  const client = KurrentDBClient.connectionString(connectionString(server));
  const { credentials } = server;
  if (credentials) client.setCredentialsProvider(() => Promise.resolve(credentials));
  return client;
}
