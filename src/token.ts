import { endingOf } from './lifecycle/ending.js';
import { ENVIRONMENT } from './settings.js';
import { tokenFor } from './token-request.js';

/** `npm run --silent token -- --role caseworker [--demo]` prints a token and nothing else, so that it can be put into a variable. */
try {
  process.stdout.write(`${await tokenFor(ENVIRONMENT, process.argv.slice(2))}\n`);
} catch (error) {
  const { code, text } = endingOf(error, null);
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
