// Runs before `npm start`, `npm run demo` and `npm test`, on whatever Node there is: nothing in this file is newer than Node 12.
import process from 'process';

const parts = process.versions.node.split('.').map(Number);
const major = parts[0];
const minor = parts[1];
// 20.19 and 22.12 are the first of their lines in which CommonJS packages can load NestJS, which is ESM.
const recentEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;

if (recentEnough) {
  import('./set-up.mjs')
    .then((setUp) => setUp.ensure(process.argv.includes('--build')))
    .catch((error) => end(error.name === 'SetUpFailure' ? error.message : error.stack));
} else {
  end(
    'Trajectlijn needs Node 20.19 or newer (of 22: 22.12 or newer), and this is ' +
      process.version +
      ': install a newer one from nodejs.org and start again.',
  );
}

function end(text) {
  console.error(text);
  process.exit(1);
}
