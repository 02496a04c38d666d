import type { status } from '@grpc/grpc-js';
import type { Asked } from './log.js';

/** Where the leader of a cluster listens. */
export type Endpoint = Readonly<{ address: string; port: number }>;

/**
 * What becomes of an append: it is done and answered; it is done and never answered; it never arrives;
 * it is done only after something; it is done at once and answered only after something; it is refused with a status.
 */
export type Fate =
  | 'pass'
  | 'lose-answer'
  | 'lose'
  | Readonly<{ storeAfter: Promise<unknown> }>
  | Readonly<{ answerAfter: Promise<unknown> }>
  | Readonly<{ refuse: status; details: string }>;

/** What a test has told a double to do wrong; whole connections freeze and break in `Line`. */
export class Faults {
  /** Asked for each append that arrives. */
  fateOf: (asked: Asked) => Fate = () => 'pass';
  /** When it names another node, this one is a follower: it forwards appends, and refuses reads and whatever requires the leader. */
  leader: Endpoint | undefined;
  /** Appends that have arrived and were not answered yet, in the order in which they came. */
  readonly underWay = new Set<Asked>();

  /** Does an append as its fate says. `work` stores it; the answer is undefined when there will be none. */
  async meet<T>(asked: Asked, work: () => T): Promise<T | Refused | undefined> {
    this.underWay.add(asked);
    const fate = this.fateOf(asked);
    const answer = await this.done(fate, work);
    if (answer !== undefined) this.underWay.delete(asked);
    return answer;
  }

  private async done<T>(fate: Fate, work: () => T): Promise<T | Refused | undefined> {
    if (fate === 'pass') return work();
    if (fate === 'lose') return undefined;
    if (fate === 'lose-answer') return void work();
    if ('refuse' in fate) return new Refused(fate.refuse, fate.details);
    if ('storeAfter' in fate) return fate.storeAfter.then(work);
    const answer = work();
    return fate.answerAfter.then(() => answer);
  }
}

/** A status instead of an answer. */
export class Refused {
  constructor(
    readonly code: status,
    readonly details: string,
  ) {}
}
