// Recounts the demo's tables from the log alone, over HTTP: node tools/recount.mjs <address> <token> <figures.json>, where `npm run demo -- --json figures.json` wrote the last.
import { readFileSync } from 'node:fs';
import { caseloadsOf, funnelOf, targetOf } from './recount/dashboards.mjs';
import { FIGURES } from './recount/figures.mjs';
import { byProgramme, countingOf, feedOf } from './recount/log.mjs';

export { byProgramme, caseloadsOf, countingOf, feedOf, funnelOf, targetOf };

/** The figures of each programme by its slug, each from the events that count. Errors: throws for a programme that it has no figures of. */
export function recount(events) {
  const found = Object.entries(byProgramme(countingOf(events))).map(([slug, ofIt]) => {
    if (!FIGURES[slug]) throw new Error(`nobody has said what is counted of ${slug}`);
    return [slug, FIGURES[slug](ofIt)];
  });
  return Object.fromEntries(found);
}

/** What differs between the tables and the recount; empty when they agree, and a figure that only one of them knows differs. */
export function differencesBetween(tables, recounted) {
  const slugs = new Set([...Object.keys(tables), ...Object.keys(recounted)]);
  return [...slugs].flatMap((slug) => {
    const [table = {}, log = {}] = [tables[slug], recounted[slug]];
    const names = new Set([...Object.keys(table), ...Object.keys(log)]);
    return [...names].flatMap((name) =>
      table[name] === log[name] ? [] : [`${slug}, ${name}: the table says ${table[name]}, the log says ${log[name]}`],
    );
  });
}

async function main([address, token, file]) {
  if (!address || !token || !file) throw new Error('usage: node tools/recount.mjs <address> <token> <figures.json>');
  const recounted = recount(await feedOf(address, token));
  const differences = differencesBetween(JSON.parse(readFileSync(file, 'utf8')).figures, recounted);

  for (const difference of differences) console.error(difference);
  const figures = Object.values(recounted).reduce((total, ofOne) => total + Object.keys(ofOne).length, 0);
  console.log(differences.length === 0 ? `The recount agrees: ${figures} figures.` : 'The recount does not agree.');
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (import.meta.url === `file://${process.argv[1]}`) void main(process.argv.slice(2));
