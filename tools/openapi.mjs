// Writes docs/openapi.json from the code; with --check it only says whether the file is current.
import 'reflect-metadata';
import './typescript.mjs';
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../docs/openapi.json');
const { describedText } = await import('../src/http/openapi/described-text.ts');
const text = await describedText();

if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, text);
} else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
  console.error('docs/openapi.json is not what the code says: run npm run openapi, and commit it.');
  process.exit(1);
}
