import { CANONICAL_DEPTH } from '../../kernel/canonical-json.js';
import type { InputFault } from '../problems/transport-problems.js';
import { pointerTo, type Step } from './pointer.js';

const LONE_SURROGATE = /\p{Cs}/u;
const NUL = '\0';
/** More faults than this are not listed: who sends so many has one fault in a program. */
const LISTED = 20;

/**
 * What in a parsed JSON value no store can keep as it is: lone surrogates, U+0000, numbers that became infinite, nesting without end.
 * A member named `__proto__` is among them, because code further on could take it for the prototype.
 */
export function unstorableIn(value: unknown): readonly InputFault[] {
  const faults: InputFault[] = [];
  walk(value, [], faults);
  return faults;
}

function walk(value: unknown, path: readonly Step[], faults: InputFault[]): void {
  if (faults.length >= LISTED) return;
  const detail = faultOf(value, path.length);
  if (detail) faults.push({ in: 'body', path: pointerTo(path), detail });
  else if (typeof value === 'object' && value !== null) walkMembers(value, path, faults);
}

function walkMembers(value: object, path: readonly Step[], faults: InputFault[]): void {
  for (const [name, member] of Object.entries(value)) {
    const fault = Array.isArray(value) ? null : faultOfName(name);
    if (fault) faults.push({ in: 'body', path: pointerTo(path), detail: fault });
    else walk(member, [...path, Array.isArray(value) ? Number(name) : name], faults);
  }
}

function faultOf(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is a number too large to keep';
  return depth >= CANONICAL_DEPTH && typeof value === 'object' ? `nests deeper than ${CANONICAL_DEPTH}` : null;
}

function faultOfName(name: string): string | null {
  if (name === '__proto__') return 'has a member named __proto__, which is not read';
  const fault = faultOfText(name);
  return fault && `has a member whose name ${fault}`;
}

function faultOfText(text: string): string | null {
  if (text.includes(NUL)) return 'holds U+0000, which cannot be stored';
  return LONE_SURROGATE.test(text) ? 'holds a lone surrogate, which is no character' : null;
}
