import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { everyEventType, type FoundEventType } from '../harness/every-vocabulary.js';
import { samplesOf } from '../harness/sample-data.js';

/**
 * A golden file holds data of one event type as they were stored in one schema version, such that every code, branch,
 * bound and absence occurs in it. It is made once, with `WRITE_GOLDEN=1`, and only where there is none:
 * who changes a shape raises `schemaVersion`, writes the upcast, and keeps the old file.
 */
const fileOf = (name: string, version: number): string => path.join(__dirname, `${name}.v${version}.json`);

const types = everyEventType();
if (process.env.WRITE_GOLDEN) for (const { name, type } of types) writeWhereNone(name, type);

const versions = types.flatMap(({ name, type }) =>
  Array.from({ length: type.schemaVersion }, (_, at) => [name, at + 1, type] as const),
);

describe('an event as it was stored (golden files)', () => {
  it.each(versions)('%s, version %i, is still read, in the shape of today', (name, version, type) => {
    const stored = JSON.parse(fs.readFileSync(fileOf(name, version), 'utf8')) as unknown[];

    expect(stored.length).toBeGreaterThan(0);
    for (const data of stored) expect(() => type.data.parse(upcast(type, version, data))).not.toThrow();
  });

  it.each(types.map(({ name, type }) => [name, type] as const))(
    '%s has the shape of its golden file, or a new version',
    (name, type) => {
      const stored = JSON.parse(fs.readFileSync(fileOf(name, type.schemaVersion), 'utf8')) as unknown;

      expect(samplesOf(type.data)).toEqual(stored);
    },
  );

  it('belongs to a type and a version that exist', () => {
    const known = versions.map(([name, version]) => path.basename(fileOf(name, version)));
    const files = fs.readdirSync(__dirname).filter((file) => file.endsWith('.json'));

    expect(files.filter((file) => !known.includes(file))).toEqual([]);
  });
});

function upcast({ upcasts, schemaVersion }: FoundEventType, version: number, data: unknown): unknown {
  const steps = Array.from({ length: schemaVersion - version }, (_, at) => upcasts[version + at]);
  return steps.reduce((shaped, step) => step(shaped), data);
}

function writeWhereNone(name: string, { schemaVersion, data }: { schemaVersion: number; data: z.ZodType }): void {
  const file = fileOf(name, schemaVersion);
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${JSON.stringify(samplesOf(data), null, 2)}\n`);
}
