/** What is wrong with a definition, and where. `path` is written as in the file: `followUps[0].calendar`. */
export type Fault = Readonly<{ path: string; code: string; reason: string }>;

type Path = readonly PropertyKey[];

/** A fault at a path, which is empty for the whole. */
export const fault = (path: Path, code: string, reason: string): Fault => ({ path: written(path), code, reason });

/** The faults of each member of a list, at that member's path. */
export function atEach<T>(list: readonly T[], name: string, faultsOf: (member: T) => readonly Fault[]): Fault[] {
  return list.flatMap((member, at) => faultsOf(member).map((found) => ({ ...found, path: `${name}[${at}].${found.path}` })));
}

/** A fault for each name that came before. */
export function repeats(named: readonly Readonly<{ path: Path; name: string }>[]): Fault[] {
  const seen = new Set<string>();
  return named.flatMap(({ path, name }) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? [fault(path, 'said-twice', `${name} is there already`)] : [];
  });
}

function written(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
