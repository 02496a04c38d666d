import { serverOf } from '../settings/database-address.js';
import { EXIT } from '../lifecycle/ending.js';
import { migrateElsewhere } from '../lifecycle/migrate-elsewhere.js';
import { run } from '../lifecycle/running.js';
import { settingsHere, unknownFlag } from '../settings/settings.js';
import { lineOfNotRead } from '../settings/unknown-names.js';

/**
 * `npm run migrate`: brings the database that `DATABASE_URL` names to this release's schema; other processes refuse to start before.
 */
run(async (running) => {
  const [flag] = process.argv.slice(2);
  if (flag !== undefined) throw unknownFlag(flag, 'npm run migrate has none');

  const settings = settingsHere([]);
  const notRead = lineOfNotRead(settings);
  if (notRead !== null) running.say(notRead);
  await migrateElsewhere(settings);
  const { database } = settings;
  if (database !== null)
    running.say(`The database ${database.database} on ${serverOf(database)} has the schema of this release.`);
  running.finished(EXIT.stopped);
});
