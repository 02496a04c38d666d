import type { Credentials } from '@kurrent/kurrentdb-client';
import type { TenantId } from '../../kernel/ids.js';
import { LogWentBack } from './all-reads.js';
import { collectedWithin } from './calls.js';
import type { Resolved } from './entries.js';
import { isDeletedStream } from './failures.js';
import type { NameSpace } from './names.js';
import type { Reader } from './reader.js';
import { isSealForm, sealIdOf, sealIn, sealStreamOf, serverSeal, type Seal } from './seal.js';
import { SealsBroken } from './sealing.js';
import type { Writer } from './writer.js';

export type SealerOptions = Readonly<{
  writer: Writer;
  reader: Reader;
  credentials?: Credentials;
  names: NameSpace;
  /** How long a read may take from one event to the next, in milliseconds. */
  answerWithinMs: number;
}>;

/** What became of seals that were sent: they stand in their stream, or others do, up to a number. */
export type Sealed = 'stored' | Readonly<{ overtakenUpTo: number }>;

type WrongVersion = Readonly<{ actualState?: unknown }>;

/** How many seals a look at the end of their stream asks for at once. */
const PAGE = 20;

/** Writes seals. Each append expects the very end of the tenant's seals on which it rests, so there is never a second one after it. */
export class Sealer {
  /** How many of a tenant's stream are no seals: each seal after them has a revision that is so much later. */
  private readonly strangers = new Map<TenantId, number>();

  constructor(private readonly options: SealerOptions) {}

  /**
   * Writes one tenant's next seals, whole appends of it, by one append; sent again they are stored once.
   * Errors: throws when it is not known whether they are stored, and the same may be sent again; `LogWentBack` when the seals on which
   * these rest are not there; `SealsBroken` when their stream was deleted.
   */
  async write(seals: readonly Seal[]): Promise<Sealed> {
    const { writer, names } = this.options;
    const [{ tenant, n }] = seals;
    const before = n - 1 + (this.strangers.get(tenant) ?? 0);
    const streamState = before === 0 ? ('no_stream' as const) : BigInt(before - 1);
    try {
      const written = { stream: names.of(sealStreamOf(tenant)), events: seals.map(serverSeal), streamState };
      const { success, nextExpectedRevision } = await writer.write(written);
      if (success && nextExpectedRevision === BigInt(before + seals.length - 1)) return 'stored';
      throw new Error(`the server answered otherwise than that the seals of ${tenant} are stored`);
    } catch (error) {
      if (isDeletedStream(error)) throw new SealsBroken(`the stream of seals of ${tenant} was deleted on the server`);
      if (writer.failureOf(error) !== 'wrong-version') throw error;
      const there = countOf(error as WrongVersion);
      if (there < before) throw new LogWentBack();
      return this.afresh(seals, await this.lastOf(tenant), there);
    }
  }

  /**
   * What the stream says when it is not where it was thought to be: others sealed up to a number; or what came is no seals, and these
   * go after it. Fewer than what they rest on is a server that went back.
   */
  private afresh(seals: readonly Seal[], last: number, there: number): Promise<Sealed> | Sealed {
    const [{ tenant, n }] = seals;
    if (last >= n) return { overtakenUpTo: last };
    if (last < n - 1) throw new LogWentBack();
    this.strangers.set(tenant, there - last);
    return this.write(seals);
  }

  /** The number of the last seal of a tenant, whatever else stands after it. */
  private async lastOf(tenant: TenantId): Promise<number> {
    const { reader, credentials, names, answerWithinMs } = this.options;
    const common = { direction: 'backwards' as const, maxCount: PAGE, ...(credentials ? { credentials } : {}) };
    for (let fromRevision: bigint | 'end' = 'end'; ;) {
      const range = { ...common, fromRevision };
      const found: Resolved[] = await reader.read((client) =>
        collectedWithin(answerWithinMs, client.readStream(names.of(sealStreamOf(tenant)), range) as AsyncIterable<Resolved>),
      );
      const seal = found.map(sealAt).find((one) => one !== undefined);
      const first: bigint = found.at(-1)?.event?.revision ?? 0n;
      if (seal || first === 0n) return seal?.n ?? 0;
      fromRevision = first - 1n;
    }
  }
}

/** A seal that a sealer wrote. */
function sealAt({ event }: Resolved): Seal | undefined {
  const seal = event && isSealForm(event) ? sealIn(event) : undefined;
  return seal && sealIdOf(seal) === event!.id ? seal : undefined;
}

/** How many the stream has, by what the server says. */
const countOf = ({ actualState }: WrongVersion): number => (typeof actualState === 'bigint' ? Number(actualState) + 1 : 0);

/** Seals by tenant, in their order. */
export function byTenant(seals: readonly Seal[]): readonly (readonly Seal[])[] {
  const groups = new Map<TenantId, Seal[]>();
  for (const seal of seals) {
    const group = groups.get(seal.tenant);
    if (group) group.push(seal);
    else groups.set(seal.tenant, [seal]);
  }
  return [...groups.values()];
}
