import type { Reacting } from '../../src/application/reacting/reactor.js';
import { refuse } from '../../src/application/refusals.js';

type Step = 'store' | 'run' | 'settle' | 'moveTo';
type Stalling = Readonly<{ ports: Reacting; isStalled(): boolean; goOn(): void; isOver(): boolean }>;
type Anything = (...args: unknown[]) => Promise<unknown>;

/** The same port, but for what it does first. */
const but = <T extends object>(port: T, name: string, instead: (call: Anything) => Anything): T =>
  new Proxy(port, {
    get: (target, member) => {
      const call = Reflect.get(target, member) as Anything;
      return member === name ? instead(call.bind(target)) : typeof call === 'function' ? call.bind(target) : call;
    },
  });

/** A process that stalls, once, when it is about to change something after it found something to be done. */
export function stallingAt(step: Step, ports: Reacting): Stalling {
  let [hasFound, isStalled, isOver] = [false, false, false];
  let goOn = (): void => undefined;
  const asleep = new Promise<void>((resolve) => (goOn = resolve));

  const stalled =
    (call: Anything): Anything =>
    async (...args) => {
      if (hasFound && !isStalled) {
        isStalled = true;
        await asleep;
        isOver = true;
      }
      return call(...args);
    };
  const found =
    (call: Anything): Anything =>
    (...args) => {
      hasFound = true;
      return call(...args);
    };
  const noted = { ...ports, rows: but(ports.rows, 'roundsOf', found) };
  const slow = step === 'run' ? { flow: but(ports.flow, step, stalled) } : { reactions: but(ports.reactions, step, stalled) };
  return { ports: { ...noted, ...slow }, isStalled: () => isStalled, goOn: () => goOn(), isOver: () => isOver };
}

/** A process from which another takes over at the moment at which it has taken the reaction and begins with it. */
export function takenOverAtOnce(ports: Reacting, takeOver: () => Promise<unknown>): Reacting {
  const late =
    (call: Anything): Anything =>
    async (...args) => {
      await takeOver();
      return call(...args);
    };
  return { ...ports, reactions: but(ports.reactions, 'forgiveFaults', late) };
}

/** A flow that refuses the first command that it is given, for a reason of its own, until it is mended. */
export function refusingFirst(ports: Reacting): readonly [Reacting, mend: () => void] {
  let refused: string | null = null;
  let isMended = false;
  const flow: Reacting['flow'] = {
    run: (of, wish) => {
      const commandId = wish.origin.kind === 'engine' ? wish.origin.commandId : '';
      refused ??= commandId;
      if (commandId === refused && !isMended) return Promise.resolve(refuse({ code: 'subject-erased' }));
      return ports.flow.run(of, wish);
    },
  };
  return [{ ...ports, flow }, () => (isMended = true)];
}
