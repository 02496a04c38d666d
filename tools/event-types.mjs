// Writes the list of event types in docs/events.md from the vocabularies; a spec says when it is not current.
import './typescript.mjs';
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../docs/events.md');
const { withEventTypes } = await import('../test/harness/event-type-list.ts');
fs.writeFileSync(file, withEventTypes(fs.readFileSync(file, 'utf8')));
