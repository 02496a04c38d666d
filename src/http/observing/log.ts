import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** What the log may say of an error: its kind, its code and where it was thrown. Never its message, which may quote a person. */
export type LoggedError = Readonly<{ name: string; code?: string; at: readonly string[]; cause?: LoggedError }>;

const FRAMES = 8;
/** What Nest tells of its own start: one line a route, which nobody reads. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);
const CONTEXT = /^[\w.-]{1,60}$/;
const CODE = /^[A-Za-z0-9_]{1,40}$/;

/** A log of JSON lines, to standard output unless told otherwise; an `error` in a line is cut down to what may be said of it. */
export function newLog(destination?: DestinationStream): Logger {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: loggable, err: loggable } };
  return destination ? pino(options, destination) : pino(options);
}

/** What was cut down already stays as it is. */
const loggable = (error: unknown): unknown => (error instanceof Error ? loggedError(error) : error);

/** An error as the log may have it; whatever else was thrown is only named by its type. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };

  const { code } = error as Error & { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' && CODE.test(code) && { code }),
    at: framesOf(error),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
  };
}

/** Lets Nest and everything that logs through it write to the same log by the same rules: a message that came with a stack is an error's own. */
export function nestLogger(log: Logger): LoggerService {
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown, ...more: unknown[]) => {
      const context = more.findLast((part) => typeof part === 'string' && CONTEXT.test(part));
      const error = [message, ...more].find((part) => part instanceof Error || isStack(part));
      const loudness = level === 'info' && CHATTER.has(String(context)) ? 'debug' : level;
      log[loudness](
        { context, ...(error !== undefined && { error: typeof error === 'string' ? framesIn(error) : error }) },
        textOf(message, error),
      );
    };
  return {
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('debug'),
    fatal: write('error'),
  };
}

const isStack = (part: unknown): part is string => typeof part === 'string' && /\n\s+at /.test(part);
const textOf = (message: unknown, error: unknown): string =>
  typeof message === 'string' && error === undefined ? message : 'unexpected';

/** The message stands in the stack before the frames, and may itself have lines that look like one; only what follows it is taken. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  return framesIn(message === '' ? stack : stack.slice(Math.max(0, stack.indexOf(message)) + message.length));
}

function framesIn(stack: string): readonly string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, FRAMES);
}
