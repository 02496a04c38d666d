import { EXIT } from '../lifecycle/ending.js';
import { run } from '../lifecycle/running.js';
import { addressOf } from './publishing.js';
import { settingsHere } from '../settings/settings.js';

/** Longer than the store's own patience. Units: milliseconds. */
const PATIENCE_MS = 8_000;

/** Where a process that listens everywhere is asked by one beside it. */
const BESIDE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** `node dist/bin/health.js` asks the process with the same `HOST` and `PORT` whether it is ready. Exit codes: 0 it is, 1 it is not. */
run(async (running) => {
  const { host, port } = settingsHere([]);
  const response = await fetch(`${addressOf(BESIDE[host] ?? host, port)}/health/ready`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  const isReady = response?.ok ?? false;
  process.stdout.write(`${response === null ? `nothing answers on port ${port}` : await response.text()}\n`);
  running.finished(isReady ? EXIT.stopped : EXIT.unexpected);
});
