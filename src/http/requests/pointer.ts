/** A member's name, or a place in a list. */
export type Step = string | number;

/** Whether the API itself has a name at a place; what has it not was made up by who sent it. */
export type IsKnown = (name: string, at: readonly Step[]) => boolean;

/** Letters cannot hold a number or an address of a person, and show who misspelt a field where. */
const LETTERS = /^[A-Za-z]{1,40}$/;

const unknown: IsKnown = () => false;

/** The way to a place as far as it may be repeated: up to the first name that is not known and not of letters only. */
export function shownPath(path: readonly Step[], isKnown: IsKnown = unknown): readonly Step[] {
  const hidden = path.findIndex(
    (step, at) => typeof step === 'string' && !LETTERS.test(step) && !isKnown(step, path.slice(0, at)),
  );
  return hidden === -1 ? path : path.slice(0, hidden);
}

/** The JSON pointer (RFC 6901) to a place in a body, or to the nearest one around it that may be shown; the whole body is the empty text. */
export function pointerTo(path: readonly Step[], isKnown: IsKnown = unknown): string {
  return shownPath(path, isKnown)
    .map((step) => `/${step}`)
    .join('');
}
