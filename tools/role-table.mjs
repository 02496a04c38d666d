// Writes the table of roles in docs/integrate.md from the permissions; a spec says when it is not current.
import './typescript.mjs';
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../docs/integrate.md');
const { withRoleTable } = await import('../test/harness/role-table.ts');
fs.writeFileSync(file, withRoleTable(fs.readFileSync(file, 'utf8')));
