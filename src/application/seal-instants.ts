import { addMicroseconds, laterOf, type Instant } from '../kernel/days.js';

/** What a seal hangs on; `append` names the append that the event came with. */
export type ToSeal = Readonly<{ tenant: string; append: string; recordedAt: Instant }>;

type Last = Readonly<{ append: string; at: Instant }>;

/**
 * The instant of each seal, event by event in the log's order: one an append, that of its recording, or just after that of the tenant's
 * append before it.
 */
export class SealInstants {
  private readonly last = new Map<string, Last>();

  next({ tenant, append, recordedAt }: ToSeal): Instant {
    const at = instantAfter(this.last.get(tenant), append, recordedAt);
    this.last.set(tenant, { append, at });
    return at;
  }
}

function instantAfter(last: Last | undefined, append: string, recordedAt: Instant): Instant {
  if (last === undefined) return recordedAt;
  return last.append === append ? last.at : laterOf(recordedAt, addMicroseconds(last.at, 1));
}
