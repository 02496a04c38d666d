// The lock file must hold every optional package that its packages name: `npm install` leaves out, without a word, those that
// the registry does not have, and `npm ci` then refuses the lock on the machines that need them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `package lacks optional, optional` for each package of a parsed lock file that lacks some. */
export function missingFrom(lock) {
  const present = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').pop()));
  return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter((name) => !present.has(name));
    return missing.length > 0 ? [`${place} lacks ${missing.join(', ')}`] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.resolve(import.meta.dirname, '../package-lock.json');
  const missing = missingFrom(JSON.parse(fs.readFileSync(file, 'utf8')));
  for (const line of missing) console.error(`package-lock.json: ${line}: choose a version of it that the registry has whole`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
