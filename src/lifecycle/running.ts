import { hideFromPostgres } from '../settings/settings.js';
import { endingOf, EXIT } from './ending.js';

/** How long stopping in order may take before the process ends anyway. Units: milliseconds. */
const PATIENCE_MS = 30_000;

/** npm passes Ctrl-C on to a process that got it from the terminal already: what follows so soon is the same one. Units: milliseconds. */
const ONE_CTRL_C_MS = 1_000;

type Started = Readonly<{ name: string; stop: () => Promise<void> }>;

/** A process from its start to its end: what it has started is stopped in reverse order, once, whatever makes it end. */
export class Running {
  private readonly parts: Started[] = [];
  private endingSince: number | null = null;
  /** Where the data is, for lines about a disk; null until that is known. */
  folder: string | null = null;

  get isEnding(): boolean {
    return this.endingSince !== null;
  }

  /** Remembers how to stop what was just started. */
  started(name: string, stop: () => Promise<void>): void {
    this.parts.push({ name, stop });
  }

  /** Tells a person what is going on. */
  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** Ends the process in order because something went wrong. */
  fail(error: unknown): void {
    const { code, text } = endingOf(error, this.folder);
    process.stderr.write(`${text}\n`);
    void this.end(code);
  }

  /** Ends the process in order because its work is done; `code` tells whoever started it how that came out. */
  finished(code: number): void {
    void this.end(code);
  }

  /** Ends the process in order because somebody asked; asked again by a person at a keyboard, at once. */
  asked(signal: NodeJS.Signals): void {
    if (this.endingSince === null) this.say(`Stopping (${signal}) ...`);
    else if (signal === 'SIGINT' && performance.now() - this.endingSince > ONE_CTRL_C_MS) process.exit(EXIT.impatient);
    void this.end(EXIT.stopped);
  }

  private async end(code: number): Promise<void> {
    if (this.endingSince !== null) return;
    this.endingSince = performance.now();
    setTimeout(() => giveUp(this.parts), PATIENCE_MS).unref();

    let worst = code;
    for (let part = this.parts.pop(); part; part = this.parts.pop()) worst = Math.max(worst, await stopped(part));
    if (worst === EXIT.stopped) this.say('Stopped.');
    process.exit(worst);
  }
}

/**
 * Runs a program until a signal or a failure ends it, and never returns to the caller's code after that.
 * Nothing that goes wrong is swallowed: it is told, everything is stopped in order, and the exit code says so. What the ending itself cuts
 * off in `begin` has not gone wrong.
 */
export function run(begin: (running: Running) => Promise<void>): void {
  hideFromPostgres();
  const running = new Running();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => running.asked(signal));
  process.on('uncaughtException', (error) => running.fail(error));
  process.on('unhandledRejection', (error) => running.fail(error));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined); // the terminal went first
  begin(running).catch((error: unknown) => (running.isEnding ? undefined : running.fail(error)));
}

async function stopped({ name, stop }: Started): Promise<number> {
  try {
    await stop();
    return EXIT.stopped;
  } catch (error) {
    process.stderr.write(`${name} did not stop in order: ${String(error)}\n`);
    return EXIT.unexpected;
  }
}

function giveUp(left: readonly Started[]): void {
  process.stderr.write(
    `Not stopped after ${PATIENCE_MS / 1000} s (left: ${left.map(({ name }) => name).join(', ') || 'the last part'}): ended anyway.\n`,
  );
  process.exit(EXIT.unexpected);
}
