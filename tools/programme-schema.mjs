// Writes docs/programme.schema.json from the schema that the code checks definitions by; a spec says when it is not current.
import './typescript.mjs';
import fs from 'node:fs';
import path from 'node:path';

const { programmeSchema } = await import('../test/harness/programme-schema.ts');
fs.writeFileSync(path.join(import.meta.dirname, '../docs/programme.schema.json'), programmeSchema());
