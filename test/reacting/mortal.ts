import type { Reacting } from '../../src/application/reacting/reactor.js';

/** What a process that is dead does: nothing. */
class Killed extends Error {
  override readonly name = 'Killed';
}

/** The steps by which a process changes something outside itself. */
const STEPS: ReadonlySet<string> = new Set(['store', 'settle', 'setAside', 'moveTo', 'run']);

/** Ports of a process; `stepsIn` says how often it may change something before, or just after, a change it is dead. */
export type Mortal = Readonly<{ ports: Reacting; diedAt(): string | null }>;

/**
 * A process that is killed at one of its half steps, counted from 0: before a change, or after it and before it knows of it.
 * From then on it reaches nothing any more.
 */
export function mortal(ports: Reacting, halfStep: number): Mortal {
  let [halfSteps, died] = [0, null as string | null];
  let hasBegun = false;

  const mayDie = (where: string): void => {
    if (halfSteps === halfStep) died ??= where;
    halfSteps += 1;
    if (died !== null) throw new Killed(where);
  };
  const alive = (): void => {
    if (died !== null) throw new Killed(died);
  };
  const stepped = async (name: string, change: () => Promise<unknown>): Promise<unknown> => {
    mayDie(`before ${name}`);
    const answer = await change();
    mayDie(`after ${name}`);
    return answer;
  };
  /** Nothing is counted before something was found to be done. */
  const isStep = (name: string): boolean => {
    hasBegun ||= name === 'store' || name === 'setAside';
    return hasBegun && STEPS.has(name);
  };

  const watched = <T extends object>(port: T): T =>
    new Proxy(port, {
      get:
        (target, name: string) =>
        async (...args: unknown[]) => {
          alive();
          const call = (): Promise<unknown> =>
            (Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>).apply(target, args);
          return isStep(name) ? stepped(name, call) : call();
        },
    });
  const reads = watched(ports.store);
  const store = { ...reads, ...pick(ports, reads) };
  return {
    ports: { ...ports, store, reactions: watched(ports.reactions), flow: watched(ports.flow) },
    diedAt: () => died,
  };
}

/** What a reaction needs of the store: to follow it, which changes nothing, and to read while it lives. */
const pick = ({ store }: Reacting, reads: Reacting['store']): Partial<Reacting['store']> => ({
  subscribe: (...asked) => store.subscribe(...asked),
  readStream: (...asked) => reads.readStream(...asked),
  lastPosition: () => reads.lastPosition(),
});
