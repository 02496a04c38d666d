import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const RULE = /R-(\d{2,})(?:\s+to\s+R-(\d{2,}))?/g;

/** The rules that a text names, those of a range (`R-01 to R-03`) among them. */
function rulesIn(text: string): string[] {
  return [...text.matchAll(RULE)].flatMap(([, from, to = from]) => {
    const count = Math.max(0, Number(to) - Number(from) + 1);
    return Array.from({ length: count }, (_, at) => `R-${String(Number(from) + at).padStart(from.length, '0')}`);
  });
}

/** The rules that a register's tables hold, in their order. */
const registered = (register: string): string[] => [...register.matchAll(/^\| (R-\d{2,})\s*\|/gm)].map(([, rule]) => rule);

const filesBelow = (folder: string, suffix: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => path.join(root, folder, file));

const read = (file: string): string => fs.readFileSync(file, 'utf8');

/** The titles of a spec's tests; a rule that is only spoken of in a comment protects nothing. */
const titlesIn = (spec: string): string =>
  [...spec.matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1/g)]
    .map(([, , title]) => title)
    .join('\n');

/** What is wrong between register, code and tests; nothing when all three agree. */
function disagreements({ register, code, specs }: Readonly<{ register: string; code: string; specs: string }>): string[] {
  const known = registered(register);
  const tested = new Set(rulesIn(specs));
  return [
    ...known.filter((rule, at) => known.indexOf(rule) !== at).map((rule) => `${rule} stands in the register twice`),
    ...[...new Set(rulesIn(code))]
      .filter((rule) => !known.includes(rule))
      .map((rule) => `${rule} is named in src and not in the register`),
    ...known.filter((rule) => !tested.has(rule)).map((rule) => `${rule} is named by no test`),
  ];
}

describe('the register of rules', () => {
  it('holds every rule that the code names, and every rule of it is named by the title of a test', () => {
    const register = read(path.join(root, 'docs/rules.md'));
    const code = filesBelow('src', '.ts').map(read).join('\n');
    const specs = filesBelow('test', '.spec.ts').map(read).map(titlesIn).join('\n');

    expect(registered(register).length).toBeGreaterThan(30);
    expect(disagreements({ register, code, specs })).toEqual([]);
  });

  it('is seen to disagree: with a rule that is unknown, untested, or there twice', () => {
    const register = '| R-901 | one |\n| R-902 | two |\n| R-902 | two |\n| R-904 | four |\n';
    const code = '/** Source: R-901 to R-903, docs/rules.md. */';
    const specs = titlesIn(`// R-904\nit('holds (R-901)', () => {});\nit.each([1])('holds %i (R-902)', () => {});`);

    expect(disagreements({ register, code, specs })).toEqual([
      'R-902 stands in the register twice',
      'R-903 is named in src and not in the register',
      'R-904 is named by no test',
    ]);
  });
});
