import { startDatabase, storeFolder } from './lifecycle/database.js';
import { run } from './lifecycle/running.js';
import { serve } from './serve.js';
import { settingsFrom } from './settings.js';

run(async (running) => {
  const settings = settingsFrom(process.env, process.argv.slice(2));
  const database = await startDatabase(running, storeFolder(settings, 'real'), { simulated: false });
  const port = await serve(running, settings, database);
  running.say(`Trajectlijn serves on http://${settings.host}:${port} (data in ${database.folder}). Ctrl-C stops it.`);
});
