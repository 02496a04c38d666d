import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { TenantId } from '../../kernel/ids.js';
import { LogWentBack } from './all-reads.js';
import { within } from './calls.js';
import { appendFailure } from './failures.js';
import type { NameSpace } from './names.js';
import { sealStreamOf, serverSeal, type Seal } from './seal.js';

export type SealerOptions = Readonly<{
  client: KurrentDBClient;
  credentials?: Credentials;
  names: NameSpace;
  /** After how long an answer counts as lost, in milliseconds. */
  answerWithinMs: number;
}>;

/** What became of seals that were sent: they stand in their stream, or others do, up to a number. */
export type Sealed = 'stored' | Readonly<{ overtakenUpTo: number }>;

type WrongVersion = Readonly<{ actualState?: unknown }>;

/** Writes seals. Each append expects the very end of the tenant's seals on which it rests, so there is never a second one after it. */
export class Sealer {
  constructor(private readonly options: SealerOptions) {}

  /**
   * Writes one tenant's next seals, whole appends of it, by one append; sent again they are stored once.
   * Errors: throws when it is not known whether they are stored, and the same may be sent again; `LogWentBack` when the seals on which
   * these rest are not there.
   */
  async write(seals: readonly Seal[]): Promise<Sealed> {
    const { client, credentials, names, answerWithinMs } = this.options;
    const [{ tenant, n }] = seals;
    const streamState = n === 1 ? ('no_stream' as const) : BigInt(n - 2);
    const options = { streamState, ...(credentials ? { credentials } : {}) };
    try {
      const call = client.appendToStream(names.of(sealStreamOf(tenant)), seals.map(serverSeal), options);
      const { success, nextExpectedRevision } = await within(answerWithinMs, call);
      if (success && nextExpectedRevision === BigInt(seals.at(-1)!.n - 1)) return 'stored';
      throw new Error(`the server answered otherwise than that the seals of ${tenant} are stored`);
    } catch (error) {
      if (appendFailure(error) === 'wrong-version') return { overtakenUpTo: numberOf(error as WrongVersion, n) };
      throw error;
    }
  }
}

/** How many seals there are, by what the server says; fewer than what the next one rests on is a server that went back. */
function numberOf({ actualState }: WrongVersion, n: number): number {
  const there = typeof actualState === 'bigint' ? Number(actualState) + 1 : 0;
  if (there < n) throw new LogWentBack();
  return there;
}

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
