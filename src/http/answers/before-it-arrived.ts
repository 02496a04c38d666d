import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

const answered = new WeakSet<Socket>();

/**
 * An answer to a request that has not arrived whole: it leaves at once, and ends when the rest was read and thrown away.
 * If it ended before, the connection would be closed on bytes that nobody read, which is a reset: a client that sends all before
 * it reads would lose the answer. What never arrives is given up with the time for the whole request.
 */
export function beforeItArrived(message: IncomingMessage, text: string): Readable {
  const answer = new Readable({ read: () => undefined });
  answer.push(text);
  answered.add(message.socket);

  const end = (): void => {
    answered.delete(message.socket);
    answer.push(null);
  };
  message.once('end', end).once('close', end).resume();
  return answer;
}

/** Whether the request that is still arriving on a connection has its answer already. */
export const isAnswered = (socket: Socket): boolean => answered.has(socket);
