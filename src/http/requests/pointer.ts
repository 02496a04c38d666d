/** A member's name, or a place in a list. */
export type Step = string | number;

/** A name that is passed back only where it looks like a field; whatever else was sent as a name may be about a person. */
const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/;

/** The JSON pointer (RFC 6901) to a place in a body; the whole body is the empty text. Steps that look like no field are left unnamed. */
export function pointerTo(path: readonly Step[]): string {
  return path.map((step) => `/${typeof step === 'number' || FIELD_NAME.test(step) ? step : '*'}`).join('');
}
