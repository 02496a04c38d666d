import { accessSync, constants, readFileSync } from 'node:fs';

/** A setting or flag that cannot be used; the message is one line that names it and says what it may be. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** What a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable: what it is for, and how its text is read. */
export type Setting<T, D extends string | null = string | null> = Readonly<{
  name: string;
  /** One sentence for who sets it. */
  means: string;
  /** Completes "it must be", as a line and as the page of settings say it. */
  mustBe: string;
  /** What it is when it is absent, as its text would be; null: nothing. */
  default: D;
  /** May come from the file that `<name>_FILE` names, and is repeated in no line: a secret, or text of several lines. */
  inFile?: true;
  /** The setting without which this one would say nothing. */
  onlyWith?: string;
  /** Undefined when the text cannot be used. */
  read(text: string): T | undefined;
}>;

/** What a setting comes to: nothing only where it has no default. */
export type ValueOf<S> = S extends Setting<infer T, infer D> ? (D extends null ? T | null : T) : never;

/** The refusal of an argument that is not known, which may hold a secret and is repeated as far as its name only. */
export function unknownFlag(argument: string, use: string): WrongSetting {
  const flag = /^--?[a-z][a-z-]*/i.exec(argument)?.[0];
  return new WrongSetting(`${flag === undefined ? 'Unknown argument' : `Unknown flag ${flag}`}: ${use}.`);
}

/** The variable that names a file with the setting in it. */
export const fileNameOf = (name: string): string => `${name}_FILE`;

/** Whether somebody said what a setting is, in whichever way. */
export const isGiven = (env: Environment, { name, inFile }: Pick<Setting<unknown>, 'name' | 'inFile'>): boolean =>
  Boolean(env[name]) || (inFile === true && Boolean(env[fileNameOf(name)]));

/**
 * The value of one setting; what is absent or empty has its default.
 *
 * Errors: throws `WrongSetting` for a text that cannot be used, for a file that cannot be read or is empty, and for both at once.
 * Source: R-571.
 */
export function valueOf<T>(env: Environment, setting: Setting<T>): T | null {
  const given = textOf(env, setting);
  const text = given?.text ?? setting.default;
  if (text === null) return null;

  const value = setting.read(text);
  if (value === undefined) throw new WrongSetting(`${given!.said}: it must be ${setting.mustBe}.`);
  return value;
}

/** A text that was given, and the begin of the line that refuses it. */
type Given = Readonly<{ text: string; said: string }>;

function textOf(env: Environment, { name, inFile }: Setting<unknown>): Given | null {
  const [text, file] = [env[name] || null, inFile ? env[fileNameOf(name)] || null : null];
  if (text !== null && file !== null)
    throw new WrongSetting(`${name} and ${fileNameOf(name)} are both set: leave one of the two out.`);
  if (file !== null) return { text: contentOf(name, file), said: `${name} cannot be used as it stands in ${file}` };
  return text === null ? null : { text, said: inFile ? `${name} cannot be used` : `${name} is ${JSON.stringify(text)}` };
}

/** Without the end of its last line, which editors and `echo` add. */
function contentOf(name: string, file: string): string {
  const text = readOrRefuse(name, file).replace(/\r?\n$/, '');
  if (text === '') throw new WrongSetting(`${fileNameOf(name)} names ${file}, which is empty: put ${name} into it.`);
  return text;
}

function readOrRefuse(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new WrongSetting(
      `${fileNameOf(name)} names ${file}, which cannot be read (${code}): name a file that this user may read.`,
    );
  }
}

/** Whether this user may read a file. */
export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
