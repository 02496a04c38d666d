import type { LoggedEvent } from '../../application/ports/copying.js';
import type { Position, StoredEvent } from '../../application/ports/event-store.js';
import type { AllReads } from './all-reads.js';
import type { Entry } from './entries.js';
import { Sealing, type SealedEvent } from './sealing.js';
import { canonicalBytes, decisionIn } from './stored-form.js';

type Came = StoredEvent & Readonly<{ appendedTo: number; decision: string | undefined }>;
type Append = readonly LoggedEvent[];

/** How many events of the server are asked for at first. */
const EXPECTING = 2_000;

/**
 * Walks through a log on KurrentDB from its beginning, append by append, each event with the seal that comes somewhere after it.
 * What is not sealed yet is not come to.
 */
export class SealedWalk {
  /** The last event that was handed out. */
  at: Position | null = null;
  /** How many were. */
  passed = 0;
  private readonly sealing = new Sealing<Came>({ tenants: new Map(), sealedAt: null });
  private readonly pages: AsyncGenerator<readonly Entry[]>;
  private appends: Append[] = [];

  constructor(reads: AllReads) {
    this.pages = reads.pages({ expecting: EXPECTING });
  }

  /** The next whole appends, of about so many events; none at the end. Errors: throws `SealsBroken`. */
  async next(limit: number): Promise<readonly LoggedEvent[]> {
    const taken: LoggedEvent[] = [];
    while (taken.length < limit) {
      const append = this.appends.shift() ?? (await this.more());
      if (!append) break;
      taken.push(...append);
    }
    this.passed += taken.length;
    this.at = taken.at(-1)?.position ?? this.at;
    return taken;
  }

  /** Errors: throws when there is no append that ends there. */
  async skipTo(position: Position): Promise<void> {
    while (this.at !== position) if ((await this.next(1)).length === 0) throw new Error('no append of this log ends there');
  }

  private async more(): Promise<Append | undefined> {
    while (this.appends.length === 0) {
      const page = await this.pages.next();
      if (page.done) return undefined;
      for (const entry of page.value) this.add(entry);
      this.appends = appendsIn(this.sealing.take(Infinity));
    }
    return this.appends.shift();
  }

  private add(entry: Entry): void {
    if (entry.kind === 'seal') return this.sealing.seal(entry.seal);
    const { event, appendedTo, where } = entry;
    this.sealing.add({ ...event, appendedTo, decision: decisionIn(where) });
  }
}

/** Whole appends, as they are only taken whole; the decision stands on the first event of each. */
function appendsIn(sealed: readonly SealedEvent<Came>[]): Append[] {
  const appends: LoggedEvent[][] = [];
  let current: LoggedEvent[] = [];
  let decision: string | undefined;
  for (const { event, seal } of sealed) {
    if (current.length === 0) decision = event.decision;
    current.push(loggedEvent({ event, seal }, decision ?? null));
    if (event.version < event.appendedTo) continue;
    appends.push(current);
    current = [];
  }
  return appends;
}

function loggedEvent({ event, seal }: SealedEvent<Came>, decision: string | null): LoggedEvent {
  const { appendedTo: _, decision: __, ...stored } = event;
  return {
    position: event.position,
    bytes: canonicalBytes(stored),
    hash: Buffer.from(event.hash, 'hex'),
    seal: { n: seal.n, hash: Buffer.from(seal.tenantHash, 'hex'), at: seal.sealedAt },
    decision,
  };
}
