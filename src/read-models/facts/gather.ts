import type { Shown } from '../projection.js';
import type { EventName } from '../vocabularies.js';
import type { Gathered } from './held.js';

/** The facts after an event, by the name of the event. */
export type HeardAs = { readonly [T in EventName]: (held: Gathered, event: Shown<T>) => Gathered };

/** The facts that some events tell, in the order of the events; what is not listened to tells none. */
export function gathered(heardAs: Partial<HeardAs>, events: readonly Shown[]): Gathered {
  const folds = heardAs as Readonly<Record<string, ((held: Gathered, event: Shown) => Gathered) | undefined>>;
  return events.reduce<Gathered>((held, event) => folds[event.type]?.(held, event) ?? held, []);
}
