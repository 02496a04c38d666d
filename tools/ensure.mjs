// Runs before each command of package.json that needs packages, on whatever Node there is: nothing in this file is newer than Node 12.
// --build builds too; --port tries the port before anything else; `--then <program> ...` goes on with that program.
import process from 'process';
import path from 'path';
import { pathToFileURL } from 'url';

const parts = process.versions.node.split('.').map(Number);
const major = parts[0];
const minor = parts[1];
// 20.19 and 22.12 are the first of their lines in which CommonJS packages can load NestJS, which is ESM.
const recentEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;

const args = process.argv.slice(2);
const at = args.indexOf('--then');
const own = at < 0 ? args : args.slice(0, at);
const then = at < 0 ? [] : args.slice(at + 1);

if (recentEnough) {
  import('./set-up.mjs')
    .then((setUp) => setUp.ensure({ build: own.includes('--build'), port: own.includes('--port') && !then.includes('--help') }))
    .then(goOn)
    .catch((error) => (error.name === 'SetUpFailure' ? end(error.message, error.code) : end(error.stack, 1)));
} else {
  end(
    'Trajectlijn needs Node 20.19 or newer of 20, or 22.12 or newer, and this is ' +
      process.version +
      ': install a newer one from nodejs.org and start again.',
    1,
  );
}

/** In this same process, so that signals reach it as if it had been started itself. */
function goOn() {
  if (then.length === 0) return undefined;
  const program = path.resolve(then[0]);
  process.argv = [process.argv[0], program].concat(then.slice(1));
  return import(pathToFileURL(program).href);
}

function end(text, code) {
  console.error(text);
  process.exit(code);
}
