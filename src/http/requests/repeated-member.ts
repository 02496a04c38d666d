/** What the text of a JSON value is made of, as far as it decides where a member's name stands: strings, brackets and commas. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * Where a member stands for the second time in its object; null when none does.
 *
 * `JSON.parse` keeps the last of them and other readers the first, so what is checked here could be another thing elsewhere.
 *
 * Shape: `text` is JSON. Units: UTF-16 code units from the start of the text.
 */
export function repeatedMember(text: string): number | null {
  const objects = new OpenObjects();
  for (const { 0: token, index } of text.matchAll(TOKEN)) if (objects.repeats(token)) return index;
  return null;
}

/** The objects and lists that are open at a place in the text, with the names that were read so far. */
class OpenObjects {
  private readonly names: (Set<string> | null)[] = [];
  private nameFollows = false;

  /** Takes in the next token; whether it is a name that its object has already. */
  repeats(token: string): boolean {
    const isName = this.nameFollows && token.startsWith('"');
    if (token === '{') this.names.push(new Set());
    if (token === '[') this.names.push(null);
    if (token === '}' || token === ']') this.names.pop();
    this.nameFollows = token === '{' || (token === ',' && this.innermost !== null);
    return isName && this.hasAlready(JSON.parse(token) as string);
  }

  private get innermost(): Set<string> | null {
    return this.names.at(-1) ?? null;
  }

  private hasAlready(name: string): boolean {
    const known = this.innermost?.has(name) ?? false;
    this.innermost?.add(name);
    return known;
  }
}
