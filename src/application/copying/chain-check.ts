import { bytesOf, readableEvent, type WrittenEvent } from '../event-bytes.js';
import { FIRST_PREDECESSOR, streamLink, tenantLink } from '../event-links.js';
import type { LoggedEvent } from '../ports/copying.js';
import { SealInstants } from '../seal-instants.js';

type Stream = Readonly<{ tenant: string; version: number; hash: Buffer }>;
type Tenant = Readonly<{ n: number; hash: Buffer }>;

const NO_STREAM = { version: 0, hash: FIRST_PREDECESSOR };
const NO_TENANT = { n: 0, hash: FIRST_PREDECESSOR };

/** Checks events in a log's order, from the first, whatever log it is: their bytes, both links, and the instants of their seals. */
export class ChainCheck {
  private readonly streams = new Map<string, Stream>();
  private readonly tenants = new Map<string, Tenant>();
  private readonly instants = new SealInstants();

  /** What is wrong with the next event, in words; null when nothing is, and then it counts for those that follow. */
  next(event: LoggedEvent): string | null {
    const written = readableEvent(event.bytes);
    if (written === null) return 'its bytes are not those of an event';
    if (!bytesOf(written).equals(event.bytes)) return 'its bytes are not canonical';
    return this.wrongInStream(event, written) ?? this.wrongInTenant(event, written);
  }

  private wrongInStream({ bytes, hash }: LoggedEvent, { streamId, tenant, version }: WrittenEvent): string | null {
    const before = this.streams.get(streamId) ?? { tenant, ...NO_STREAM };
    if (before.tenant !== tenant) return 'its stream belongs to another tenant';
    if (version !== before.version + 1) return `its stream has no version ${before.version + 1} before it`;
    if (!hash.equals(streamLink(bytes, before.hash))) return 'link 1 does not hold';
    this.streams.set(streamId, { tenant, version, hash });
    return null;
  }

  private wrongInTenant({ hash, seal }: LoggedEvent, { tenant, streamId, commandId, recordedAt }: WrittenEvent): string | null {
    const before = this.tenants.get(tenant) ?? NO_TENANT;
    if (seal.n !== before.n + 1) return `it is not number ${before.n + 1} of its tenant`;
    if (!seal.hash.equals(tenantLink(before.hash, hash))) return 'link 2 does not hold';
    const instant = this.instants.next({ append: `${streamId} ${commandId}`, recordedAt });
    if (seal.at !== instant) return 'it is sealed at another instant than its place asks for';
    this.tenants.set(tenant, { n: seal.n, hash: seal.hash });
    return null;
  }
}
