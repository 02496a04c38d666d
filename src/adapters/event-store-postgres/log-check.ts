import { bytesOf, readableEvent, type WrittenEvent } from '../../application/event-bytes.js';
import { FIRST_PREDECESSOR, streamLink, tenantLink } from '../../application/event-links.js';
import { SealInstants } from '../../application/seal-instants.js';
import type { Instant } from '../../kernel/days.js';

/** One row of the log, every column as text but for the bytes and links. */
export type LogRow = Readonly<{
  position: string;
  version: number;
  recorded_at: Instant;
  sealed_at: Instant;
  tenant_number: string;
  event_id: string;
  command_id: string;
  tenant: string;
  stream: string;
  type: string;
  hash: Buffer;
  tenant_hash: Buffer;
  bytes: Buffer;
}>;

type Stream = { tenant: string; version: number; hash: Buffer };
type Tenant = { number: number; hash: Buffer };
type Last = Readonly<{ position: number; instant: string; append: string }>;

/** Checks rows that come in the order of their positions, from the first; trusts nothing but the bytes and what came before. */
export class LogCheck {
  private readonly streams = new Map<string, Stream>();
  private readonly tenants = new Map<string, Tenant>();
  private readonly instants = new SealInstants();
  private last: Last = { position: 0, instant: '', append: '' };

  /** `copiedUpTo`: the position up to which events were copied from a log that may seal them later than it records them. */
  constructor(private readonly copiedUpTo: number) {}

  /** What is wrong with the next row, in words; null when nothing is, and then it counts for those that follow. */
  next(row: LogRow): string | null {
    const written = readableEvent(row.bytes);
    if (written === null) return 'its bytes are not those of an event';
    return (
      this.gap(row) ??
      alteredBytes(row, written) ??
      otherColumn(row, written) ??
      this.wrongInstant(row) ??
      this.wrongInStream(row) ??
      this.wrongInTenant(row)
    );
  }

  get counts(): Readonly<{ streams: number; tenants: number }> {
    return { streams: this.streams.size, tenants: this.tenants.size };
  }

  private gap({ position }: LogRow): string | null {
    const expected = this.last.position + 1;
    return Number(position) === expected ? null : `the log has no position ${expected}`;
  }

  /** Appended here, events are sealed as they are recorded, one instant an append and none twice; copied, as they were sealed there. */
  private wrongInstant(row: LogRow): string | null {
    const { position, recorded_at: recordedAt, sealed_at: sealedAt } = row;
    const append = `${row.stream} ${row.command_id}`;
    const before = this.last;
    this.last = { position: Number(position), instant: sealedAt > before.instant ? sealedAt : before.instant, append };

    const seal = this.instants.next({ append, recordedAt });
    if (Number(position) <= this.copiedUpTo)
      return sealedAt === seal ? null : 'it is sealed at another instant than its place asks for';
    if (sealedAt !== recordedAt) return 'it is sealed at another instant than it is recorded at';
    const inOrder = append === before.append ? recordedAt === before.instant : recordedAt > before.instant;
    return inOrder ? null : 'its recordedAt is not that of its append, later than those before';
  }

  private wrongInStream({ stream, tenant, version, bytes, hash }: LogRow): string | null {
    const before = this.streams.get(stream) ?? { tenant, version: 0, hash: FIRST_PREDECESSOR };
    if (before.tenant !== tenant) return `its stream belongs to another tenant`;
    if (version !== before.version + 1) return `its stream has no version ${before.version + 1} before it`;
    if (!hash.equals(streamLink(bytes, before.hash)))
      return 'link 1 does not hold: its bytes or the stream before it were altered';
    this.streams.set(stream, { tenant, version, hash });
    return null;
  }

  private wrongInTenant({ tenant, tenant_number, hash, tenant_hash }: LogRow): string | null {
    const before = this.tenants.get(tenant) ?? { number: 0, hash: FIRST_PREDECESSOR };
    if (Number(tenant_number) !== before.number + 1) return `it is not number ${before.number + 1} of its tenant`;
    if (!tenant_hash.equals(tenantLink(before.hash, hash)))
      return 'link 2 does not hold: the log of its tenant was altered before it';
    this.tenants.set(tenant, { number: before.number + 1, hash: tenant_hash });
    return null;
  }
}

/** What was read must give the very same bytes: two texts for one event would be two histories. */
function alteredBytes({ bytes }: LogRow, written: WrittenEvent): string | null {
  return bytesOf(written).equals(bytes) ? null : 'its bytes are not canonical';
}

function otherColumn(row: LogRow, written: WrittenEvent): string | null {
  const columns: readonly (readonly [name: keyof LogRow, told: unknown])[] = [
    ['tenant', written.tenant],
    ['stream', written.streamId],
    ['version', written.version],
    ['event_id', written.eventId],
    ['type', written.type],
    ['command_id', written.commandId],
    ['recorded_at', written.recordedAt],
  ];
  const other = columns.find(([name, told]) => row[name] !== told);
  return other ? `its column ${other[0]} says something else than its bytes` : null;
}
