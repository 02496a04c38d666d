import { z } from 'zod';
import type { InputFault } from '../problems/transport-problems.js';
import { pointerTo, shownPath, type IsKnown, type Step } from './pointer.js';

/** In which part of the request an input stands. */
export type Place = InputFault['in'];

type Issue = z.core.$ZodIssue;

/** What a text of a format looks like, where its name does not say it. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD, a day that exists',
  datetime: 'an instant with its zone, such as 2019-10-03T10:00:00+02:00',
  email: 'an e-mail address',
};

/** What a schema finds wrong with a part of the request, as faults that never repeat what was sent; of several at one place the first. */
export function faultsOf(
  issues: readonly Issue[],
  checked: Readonly<{ value: unknown; schema: unknown; place: Place }>,
): readonly InputFault[] {
  const faults = issues.flatMap((issue) => faultsOfIssue(issue, checked));
  return faults.filter(({ path }, at) => faults.findIndex((fault) => fault.path === path) === at);
}

function faultsOfIssue(issue: Issue, { value, schema, place }: Parameters<typeof faultsOf>[1]): readonly InputFault[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? '*' : step));
  const isKnown: IsKnown = (name, around) => membersAt(schema, around)?.includes(name) ?? false;
  const at = (steps: readonly Step[]) => ({
    in: place,
    path: place === 'body' ? pointerTo(steps, isKnown) : shownPath(steps, isKnown).join('.'),
  });

  if (issue.code === 'unrecognized_keys') {
    const members = membersAt(schema, path) ?? [];
    const expected = members.length > 0 ? { expected: members } : {};
    return issue.keys.map((key) => {
      const isShown = shownPath([...path, key], isKnown).length > path.length;
      return { ...at([...path, key]), detail: isShown ? 'is no field here' : 'has a field that is not known here', ...expected };
    });
  }
  if (isMissing(value, path)) return [{ ...at(path), detail: 'is missing', ...expectedBy(issue) }];
  const found = valueAt(value, path);
  // What is asked for twice comes as a list, and no parameter of this API takes one.
  if (place === 'query' && Array.isArray(found)) return [{ ...at(path), detail: 'is given more than once' }];
  return [{ ...at(path), detail: detailOf(issue, found), ...expectedBy(issue) }];
}

function detailOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeof value === 'number' && issue.expected !== 'string' ? issue.message : `is ${typeOf(value)}`;
    case 'invalid_value':
    case 'invalid_union':
      return 'is none of the values that are known here';
    default:
      return issue.message;
  }
}

function expectedBy(issue: Issue): Pick<InputFault, 'expected'> {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: issue.expected };
    case 'invalid_value':
      return {
        expected: issue.values
          .filter((value) => typeof value !== 'bigint' && typeof value !== 'symbol')
          .map((value) => value ?? null),
      };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? { expected: issue.options as string[] } : {};
    case 'invalid_format':
      return { ...(FORMATS[issue.format] && { expected: FORMATS[issue.format] }) };
    default:
      return {};
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function isMissing(value: unknown, path: readonly Step[]): boolean {
  return valueAt(value, path) === undefined;
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    const holds = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step);
    return holds ? (inner as Record<Step, unknown>)[step] : undefined;
  }, value);
}

/** The names that an object may have at a place of a schema; undefined where the schema does not say it plainly. */
function membersAt(schema: unknown, path: readonly Step[]): readonly string[] | undefined {
  const inner = path.reduce<unknown>((outer, step) => {
    const plain = unwrapped(outer);
    if (plain instanceof z.ZodArray) return plain.element;
    return plain instanceof z.ZodObject ? (plain.shape as Record<string, unknown>)[step] : undefined;
  }, schema);

  const plain = unwrapped(inner);
  return plain instanceof z.ZodObject ? Object.keys(plain.shape) : undefined;
}

function unwrapped(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return unwrapped(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrapped(schema.in) : schema;
}
