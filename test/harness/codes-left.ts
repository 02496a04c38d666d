/** Members that hold what somebody else wrote for people to read, and the legal form, which is part of a firm's name: no codes. */
const WRITTEN = new Set(['legalForm', 'name', 'title', 'place', 'tasks', 'definition', 'content']);

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Codes that are words of Dutch, or names that Dutch has no other word for. */
const ALSO_DUTCH: ReadonlySet<string> = new Set([
  'anw',
  'banenafspraak',
  'beschut-werk',
  'bijstand',
  'contract',
  'e-mail',
  'infographic',
  'ioaw',
  'ioaz',
  'plan',
  'school',
  'suwinet',
  'uwv',
  'video',
  'wajong',
  'wao',
  'website',
  'wia',
  'ww',
  'ziektewet',
]);

/** The codes in the data of an event that a Dutch line repeats, as they are written or with spaces; none when it says all in words. */
export function codesLeft(line: string, data: unknown): string[] {
  const words = ` ${line.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  return codesIn(data).filter(
    (code) => !ALSO_DUTCH.has(code) && [code, code.replaceAll('-', ' ')].some((said) => words.includes(` ${said} `)),
  );
}

function codesIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return CODE.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => (WRITTEN.has(name) ? [] : codesIn(value)));
}
