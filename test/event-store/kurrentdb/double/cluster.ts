import { KurrentDouble } from './kurrentdb-double.js';
import type { DoubleLog } from './log.js';

/** Three nodes with one log: one leads, the others forward what is appended through them, and gossip tells who leads. */
export class Cluster {
  private leader: KurrentDouble | undefined;

  private constructor(private readonly nodes: readonly KurrentDouble[]) {
    this.elect(nodes[0]);
  }

  static async start(): Promise<Cluster> {
    const first = await KurrentDouble.start();
    return new Cluster([first, ...(await Promise.all([1, 2].map(() => KurrentDouble.start(first.log))))]);
  }

  get log(): DoubleLog {
    return this.nodes[0].log;
  }

  /** With what a client connects that knows of all nodes. */
  url(settings: Readonly<Record<string, string | number>> = {}): string {
    const [first, ...others] = this.nodes;
    return first.url(settings, others);
  }

  /** Nobody leads: each node is there and does nothing. */
  stepDown(): void {
    this.leader = undefined;
    this.tell();
  }

  /** Kills who leads; the others have no leader until one is elected. */
  async killLeader(): Promise<KurrentDouble> {
    const killed = this.leader!;
    await killed.die();
    this.stepDown();
    return killed;
  }

  elect(leader: KurrentDouble = this.nodes[1]): void {
    this.leader = leader;
    this.tell();
  }

  anotherThan(node: KurrentDouble): KurrentDouble {
    return this.nodes.find((other) => other !== node)!;
  }

  async end(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.end()));
  }

  private tell(): void {
    const { leader } = this;
    const stateOf = (node: KurrentDouble) => (leader === undefined ? 'unknown' : node === leader ? 'leader' : 'follower');
    const members = this.nodes.map((node) => ({ ...node.endpoint, state: stateOf(node), isAlive: !node.isDead }) as const);
    for (const node of this.nodes) {
      node.faults.leader = node === leader ? undefined : (leader?.endpoint ?? 'nobody');
      node.faults.members = members;
    }
  }
}
