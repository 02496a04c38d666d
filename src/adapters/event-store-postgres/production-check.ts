/** Thrown at the start of a process that would play with time where it is meant to be real. */
export class SimulatedInProduction extends Error {
  override readonly name = 'SimulatedInProduction';
}

/** Refuses a simulated store where the environment, which is what `NODE_ENV` says, is production; every process calls it before it serves. */
export function refuseSimulatedInProduction(store: Readonly<{ simulated: boolean }>, environment: string | null): void {
  if (store.simulated && environment === 'production')
    throw new SimulatedInProduction('this store was created simulated, which NODE_ENV=production does not allow; use a real one');
}
