import { Redis } from 'ioredis';
import { certificateFault } from '../certificate-faults.js';
import { QueueRefused } from './queue-refused.js';
import { placeOf, type RedisAddress } from './redis-address.js';
import { optionsFor, PATIENCE_MS, tryWriting } from './redis-connections.js';
import { faultOf, infoFrom, remedyOf, type RedisInfo } from './redis-demands.js';
import { tryOut } from './redis-trial.js';

/**
 * Asks a server, before anything is built on it, whether it can hold the queue, and answers what it says of itself.
 *
 * Errors: throws QueueRefused when it does not answer, does not let us in, or is not as BullMQ needs it. Source: R-574.
 */
export async function examine(address: RedisAddress): Promise<RedisInfo> {
  const { client, cause, close } = connectionThatTriesOnce(address);
  let isSilent = false;
  const late = setTimeout(() => {
    isSilent = true;
    close();
  }, PATIENCE_MS);
  try {
    await client.connect();
    const info = infoFrom(await client.info());
    const fault = faultOf(info);
    if (fault !== null) throw new QueueRefused(`REDIS_URL: ${placeOf(address)} ${remedyOf(fault, info)}.`);
    await tryWriting(client);
    clearTimeout(late);
    await tryOut(address, (keys) => client.del(...keys));
    return info;
  } catch (error) {
    throw error instanceof QueueRefused ? error : refusalFor(isSilent ? new Error(SILENT) : (cause() ?? error), address);
  } finally {
    clearTimeout(late);
    close();
  }
}

function connectionThatTriesOnce(address: RedisAddress) {
  const client = new Redis({
    ...optionsFor(address),
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    maxLoadingRetryTime: PATIENCE_MS,
    disconnectTimeout: 0, // who does not answer is not waited for once more
  });
  let cause: Error | undefined;
  client.on('error', (error: Error) => (cause ??= error)); // what is thrown says only that the connection is closed
  return { client, cause: () => cause, close: () => client.disconnect() };
}

/** What to mend when a server answers a write with one of these. */
const REMEDY: Readonly<Record<string, string>> = {
  MISCONF: 'its disk, on which it cannot save,',
  OOM: 'maxmemory, which is used up,',
  READONLY: 'its role, which is to read only,',
  NOREPLICAS: 'min-replicas-to-write, for which replicas are missing,',
};

/** How servers say that a user may not, by themselves or in a script. */
const MAY_NOT = /^NOPERM|no permissions to run|can't run this command/;

function refusalFor(error: unknown, address: RedisAddress): QueueRefused {
  return new QueueRefused(`REDIS_URL: ${placeOf(address)} ${causeFor(error, address)}.`);
}

function causeFor(error: unknown, address: RedisAddress): string {
  const { message = '' } = error as Error;
  const untrusted = certificateFault(error);
  if (untrusted !== null) return `${untrusted}: set REDIS_CA_FILE to the certificate of who signed it`;
  if (/^(WRONGPASS|NOAUTH|ERR AUTH)/.test(message)) return 'does not let this user in: mend the user name or the password';
  if (MAY_NOT.test(message))
    return 'does not let this user do what the queue does: allow that user all commands but the administrative ones, and INFO';
  if (/DB index/.test(message)) return `has no database ${address.db}: name a lower number, or set databases higher there`;
  const refused = /^(MISCONF|OOM|READONLY|NOREPLICAS)\b/.exec(message)?.[1];
  if (refused) return `takes no jobs (${refused}): mend ${REMEDY[refused]} there`;
  return wrongServer(error, address);
}

/** Nobody said anything in time, as a plain Redis does that waits for the end of what it takes for a command. */
const SILENT = 'silent';

/** What a connection ends with when one side speaks TLS and the other does not. */
const CUT_OFF = /^(ECONNRESET|EPIPE|EPROTO|ERR_SSL\w*|Connection is closed\.)$/;

/** Something else than was thought listens there, or nothing. */
function wrongServer(error: unknown, { tls }: RedisAddress): string {
  const { message, code } = error as NodeJS.ErrnoException;
  if (message.startsWith('Protocol error')) return 'answers, and not as Redis or Valkey does: name the port of one';
  if (tls && message === SILENT) return 'does not answer by TLS: say redis:// if it speaks none, or start Redis or Valkey there';
  if (!CUT_OFF.test(code ?? message))
    return `does not answer (${code ?? 'no answer'}): start Redis or Valkey there, or leave REDIS_URL out`;
  return tls
    ? 'is there and speaks no TLS: say redis:// for it, or name the port that does'
    : 'ends the connection: say rediss:// if it speaks TLS, or name the port of Redis or Valkey';
}
