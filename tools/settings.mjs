// Writes docs/operations/settings.md from the table of settings; a spec says when it is not current.
import './typescript.mjs';
import fs from 'node:fs';
import path from 'node:path';

const { settingsPage } = await import('../test/harness/settings-page.ts');
fs.writeFileSync(path.join(import.meta.dirname, '../docs/operations/settings.md'), settingsPage());
