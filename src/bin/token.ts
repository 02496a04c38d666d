import { endingOf } from '../lifecycle/ending.js';
import { ENVIRONMENT } from '../settings/settings.js';
import { noticeFor, tokenFor } from './token-request.js';

/**
 * `npm run --silent token -- --role caseworker [--demo]` prints a token and nothing else, so that it can be put into a variable; what
 * a person should know beside it goes to the other output.
 */
try {
  const args = process.argv.slice(2);
  process.stdout.write(`${await tokenFor(ENVIRONMENT, args)}\n`);
  const notice = noticeFor(args);
  if (notice !== null) process.stderr.write(`${notice}\n`);
} catch (error) {
  const { code, text } = endingOf(error, null);
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
