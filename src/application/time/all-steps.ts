import type { DueStep, OpenSteps } from '../ports/follow-ups.js';
import { idOfStep } from '../ports/follow-ups.js';

/** The steps of several projections, in their one order. */
export const allSteps = (...sources: readonly OpenSteps[]): OpenSteps => ({
  upTo: async (instant, limit, after) => {
    const found = await Promise.all(sources.map((source) => source.upTo(instant, limit, after)));
    return found.flat().sort(byInstant).slice(0, limit);
  },
});

/** By instant, then by id, then by step, as text: nothing that falls due is also a lapse. */
const byInstant = (one: DueStep, other: DueStep): number => (placeOf(one) < placeOf(other) ? -1 : 1);

const placeOf = (step: DueStep): string => `${step.at} ${idOfStep(step)} ${step.step}`;
