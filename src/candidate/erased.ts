import type { Day } from '../kernel/days.js';
import type { Refusal } from '../kernel/messages.js';
import type { Candidate } from './candidate.js';

export type Erased = { code: 'candidate-erased'; erasedOn: Day };

type Judge<E, R extends Refusal> = (event: E, candidate: Candidate, rules: undefined) => R | undefined;

/**
 * The same rules, and before them that nothing more is recorded about whoever was erased: nobody is left whom it could be about.
 *
 * Errors: `candidate-erased`.
 * Source: R-340, docs/rules.md.
 */
export function ofWhoIsHere<E, R extends Refusal>(judge: Judge<E, R>): Judge<E, R | Erased> {
  return (event, candidate, rules) =>
    candidate.erasedOn === null ? judge(event, candidate, rules) : { code: 'candidate-erased', erasedOn: candidate.erasedOn };
}
