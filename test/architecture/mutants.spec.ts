import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../harness/planted-copy.js';

type Mutant = Readonly<{ name: string; file: string; find: string; replace: string; spec: string }>;

const FOLDER = path.join(PROJECT, 'test/mutants');
const mutants = fs
  .readdirSync(FOLDER)
  .flatMap((file) => JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as Mutant[]);
const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('a mutant', () => {
  it('has a name of its own', () => {
    const names = mutants.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThan(40);
  });

  // Else what it breaks has moved, and the spec that should notice is no longer tried.
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    'finds what it breaks, once, and its spec: %s',
    (_, mutant) => {
      const text = fs.readFileSync(path.join(PROJECT, mutant.file), 'utf8');

      expect(timesIn(text, mutant.find)).toBe(1);
      expect(mutant.replace).not.toBe(mutant.find);
      expect(fs.existsSync(path.join(PROJECT, mutant.spec))).toBe(true);
    },
  );
});
