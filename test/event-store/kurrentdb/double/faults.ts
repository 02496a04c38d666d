import type { status } from '@grpc/grpc-js';
import type { Asked, Verdict } from './log.js';

/** Where the leader of a cluster listens. */
export type Endpoint = Readonly<{ address: string; port: number }>;

/** A node as gossip tells of it; one that has no state yet neither leads nor follows. */
export type Member = Endpoint & Readonly<{ state: 'leader' | 'follower' | 'unknown'; isAlive: boolean }>;

/**
 * What becomes of an append: it is done and answered; it is done and never answered; it never arrives;
 * it is done only after something; it is done at once and answered only after something; it is answered otherwise, and not done;
 * the call by which it came ends with a status, which of *batchAppend* hits whatever else it carries.
 */
export type Fate =
  | 'pass'
  | 'lose-answer'
  | 'lose'
  | Readonly<{ storeAfter: Promise<unknown> }>
  | Readonly<{ answerAfter: Promise<unknown> }>
  | Readonly<{ verdict: Verdict }>
  | Readonly<{ refuse: status; details: string }>;

const NOBODY_LEADS: Fate = { verdict: { kind: 'no-leader' } };

/** What a test has told a double to do wrong; whole connections freeze and break in `Line`. */
export class Faults {
  /** Asked for each append that arrives. */
  fateOf: (asked: Asked) => Fate = () => 'pass';
  /**
   * When it names another node, this one is a follower: it forwards appends, and refuses reads and whatever requires the leader.
   * While nobody leads, it does nothing but say so.
   */
  leader: Endpoint | 'nobody' | undefined;
  /** What gossip tells of the nodes; absent: of this one and its leader. */
  members: readonly Member[] | undefined;
  /** By how much the clock of the server is ahead of everybody else's, in milliseconds. */
  clockAheadMs = 0;
  /** So many reads are still answered as by a server that has not started yet. */
  earlyReads = 0;
  /** Who comes in may use streams, and not the log as a whole. */
  hidesTheLog = false;
  /** Appends that have arrived and were not answered yet, in the order in which they came. */
  readonly underWay = new Set<Asked>();

  /** Does an append as its fate says. `work` stores it; the answer is undefined when there will be none. */
  async meet(asked: Asked, work: () => Verdict): Promise<Verdict | Refused | undefined> {
    this.underWay.add(asked);
    const fate = this.leader === 'nobody' ? NOBODY_LEADS : this.fateOf(asked);
    const answer = await this.done(fate, work);
    if (answer !== undefined) this.underWay.delete(asked);
    return answer;
  }

  private async done(fate: Fate, work: () => Verdict): Promise<Verdict | Refused | undefined> {
    if (fate === 'pass') return work();
    if (fate === 'lose') return undefined;
    if (fate === 'lose-answer') return void work();
    if ('refuse' in fate) return new Refused(fate.refuse, fate.details);
    if ('verdict' in fate) return fate.verdict;
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
