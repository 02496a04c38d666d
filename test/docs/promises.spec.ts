import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../harness/planted-copy.js';

const read = (file: string): string => fs.readFileSync(path.join(PROJECT, file), 'utf8');

const rows = [...read('docs/promises.md').matchAll(/^\| (P\d+) +\|[^|]+\|([^|]+)\|$/gm)].map(([, promise, proofs]) => ({
  promise,
  specs: [...proofs.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, spec]) => spec),
}));

/** A title of a test or a group of them that names the promise: a text that opens a call, on its line or the next. */
const names = (spec: string, promise: string): boolean =>
  new RegExp(`(\\(|^\\s*)['"\`][^\\n]*\\b${promise}\\b`, 'm').test(read(spec));

describe('docs/promises.md', () => {
  it('has P1 to P12, each once', () => {
    expect(rows.map(({ promise }) => promise)).toEqual(Array.from({ length: 12 }, (_, at) => `P${at + 1}`));
  });

  it('names specs for each', () => {
    expect(rows.filter(({ specs }) => specs.length === 0).map(({ promise }) => promise)).toEqual([]);
  });

  it('names specs in which a title has that promise', () => {
    const wrong = rows.flatMap(({ promise, specs }) =>
      specs.filter((spec) => !names(spec, promise)).map((spec) => [promise, spec]),
    );
    expect(wrong).toEqual([]);
  });
});
