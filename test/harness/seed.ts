/**
 * The seed of every generated test: fixed, so that a run can be repeated, unless `TRAJECTLIJN_SEED` names another
 * one or says `random`. fast-check names the seed when a property fails; give it back in the same variable.
 */
export const SEED = seedFrom(process.env.TRAJECTLIJN_SEED ?? '20190905');

/** The parameters of one property: how many runs, and the seed. */
export const runs = (numRuns: number, seed = SEED): { numRuns: number; seed: number } => ({ numRuns, seed });

function seedFrom(text: string): number {
  if (text === 'random') return Math.floor(Math.random() * 2 ** 31);
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`TRAJECTLIJN_SEED is a whole number or random, not ${text}`);
  return Number(text);
}
