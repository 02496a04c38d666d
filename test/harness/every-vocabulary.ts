import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** An event type with its zod schema, found in the source. */
export type FoundType = Readonly<{ name: string; file: string; type: FoundEventType }>;
export type FoundEventType = Readonly<{
  schemaVersion: number;
  data: z.ZodType;
  upcasts: Readonly<Record<number, (data: unknown) => unknown>>;
}>;

const SRC = path.resolve(__dirname, '../../src');

/**
 * Every event type that any `*.events.ts` of the source exports in a vocabulary, each once, in the order of the names:
 * what was found by reading the folders, so that a new vocabulary cannot be left out of a check.
 */
export function everyEventType(): readonly FoundType[] {
  const found = eventFiles(SRC).flatMap((file) => typesIn(file));
  const byType = new Map(found.map((entry) => [entry.type, entry]));
  return [...byType.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function eventFiles(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return eventFiles(full);
    return entry.name.endsWith('.events.ts') ? [full] : [];
  });
}

function typesIn(file: string): FoundType[] {
  const exported = jest.requireActual<Record<string, Record<string, FoundEventType>>>(file);
  return Object.entries(exported)
    .filter(([name]) => name.endsWith('Vocabulary'))
    .flatMap(([, vocabulary]) => Object.entries(vocabulary))
    .map(([name, type]) => ({ name, file: path.relative(SRC, file), type }));
}
