/** Whether the windows and rounds are the full ones, which take minutes: `npm run test:long`. */
const LONG = process.env.LONG === '1';

/** The figure of this run: the short one by default. */
export const figure = (short: number, long: number): number => (LONG ? long : short);
