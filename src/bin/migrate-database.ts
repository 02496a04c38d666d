import { serverOf } from '../settings/database-address.js';
import { EXIT } from '../lifecycle/ending.js';
import { migrateElsewhere } from '../lifecycle/migrate-elsewhere.js';
import { run } from '../lifecycle/running.js';
import { settingsHere, WrongSetting } from '../settings/settings.js';

/**
 * `npm run migrate`: brings the database that `DATABASE_URL` names to this release's schema; other processes refuse to start before.
 */
run(async (running) => {
  const [flag] = process.argv.slice(2);
  if (flag !== undefined) throw new WrongSetting(`Unknown flag ${flag}: npm run migrate has none.`);

  const settings = settingsHere([]);
  await migrateElsewhere(settings);
  const { database } = settings;
  if (database !== null)
    running.say(`The database ${database.database} on ${serverOf(database)} has the schema of this release.`);
  running.finished(EXIT.stopped);
});
