import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The folder of the project itself. */
export const PROJECT = path.resolve(__dirname, '../..');

/** A copy of the project's sources with files planted in it, for guards that must be seen to catch something. */
export type PlantedCopy = Readonly<{ folder: string; remove(): void }>;

/**
 * Copies `copied` (files and folders of the project), links its packages, and plants the files.
 * Throws when a planted file would replace one that was copied.
 */
export function plantedCopy(copied: readonly string[], planted: Readonly<Record<string, string>>): PlantedCopy {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trajectlijn-planted-'));
  for (const name of copied) fs.cpSync(path.join(PROJECT, name), path.join(folder, name), { recursive: true });
  fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [name, source] of Object.entries(planted)) plant(path.join(folder, name), source);
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

function plant(file: string, source: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, source, { flag: 'wx' });
}
