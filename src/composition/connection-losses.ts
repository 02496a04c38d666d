import type { Logger } from 'pino';

/** Tells of connections that were lost, until `end`: those that end with the engine are nobody's concern. */
export function connectionLosses(log: Logger): Readonly<{ onError: (error: unknown) => void; end: () => Promise<void> }> {
  let isEnding = false;
  return {
    onError: (error) => {
      const name = error instanceof Error ? error.name : 'unknown';
      if (!isEnding) log.warn({ error: name }, 'a connection was lost and is made again');
    },
    end: () => {
      isEnding = true;
      return Promise.resolve();
    },
  };
}
