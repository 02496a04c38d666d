import { streamIdOf, type CommandId, type StreamId, type TenantId } from '../../kernel/ids.js';
import type { OverrideReason } from '../../kernel/messages.js';
import type { WrittenEvent } from '../event-bytes.js';
import { refuse, type Refused } from '../refusals.js';
import type { Around, StreamKind } from '../streams/stream-kind.js';
import type { Origin, StreamWish, Wish } from './wish.js';

/** One wish with the names that follow from it: what is the same at each attempt. */
export type Way = Readonly<{
  kind: 'way';
  of: StreamKind;
  /** With its data complete. */
  wish: Wish;
  origin: Origin;
  tenant: TenantId;
  commandId: CommandId;
  streamId: StreamId;
  ownId: string;
  /** It may begin its stream. */
  begins: boolean;
  /** It begins a stream that is named by it, so that nothing but an earlier try of it can be there. */
  isOwn: boolean;
  around: Around;
}>;

/** The same wish gives the same way, so that a repeat finds what its first time stored. */
export async function wayOf(
  of: StreamKind,
  { id, origin, wish }: Omit<StreamWish, 'category'>,
  around: Around,
): Promise<Way | Refused> {
  const { tenant, client } = origin.identity;
  const commandId =
    origin.kind === 'request' ? around.name<'command'>(['command', tenant, client, origin.key]) : origin.commandId;
  const whole = await completed(of, wish, around);
  if (whole.kind === 'refused') return whole;

  const begins = { commandId, data: dataOf(wish), completed: dataOf(whole), around };
  const ownId = id ?? of.idFor?.(begins) ?? around.name(['id', commandId, of.category, 0]);
  const streamId = streamIdOf(of.category, ownId);
  const isOwn = id === null && of.idFor === null;
  return { kind: 'way', of, wish: whole, origin, tenant, commandId, streamId, ownId, begins: id === null, isOwn, around };
}

/** The name under which permissions know a wish. */
export const wantedBy = (wish: Wish): string => (wish.kind === 'command' ? wish.type : 'CorrectEvents');

/** The types of the events that corrections would change or enter late; a command's own right says enough. */
export function typesTouchedBy(wish: Wish, stored: readonly WrittenEvent[]): readonly string[] {
  if (wish.kind === 'command') return [];

  const corrected = new Set<string>(wish.corrections.map(({ corrects }) => corrects));
  return [
    ...stored.filter(({ eventId }) => corrected.has(eventId)).map(({ type }) => type),
    ...wish.late.map(({ type }) => type),
  ];
}

/** The version that the caller expects, null when it did not say. */
export const expectedBy = ({ origin }: Way): number | null => (origin.kind === 'request' ? origin.ifMatch : null);

/** The version that the caller expects is not that of the stream. */
export const stale = (way: Way, actualVersion: number): Refused =>
  refuse({ code: 'stale-version', expectedVersion: expectedBy(way) ?? 0, actualVersion });

/** Why refusals are to be waived, undefined when they are not. */
export const overrideOf = (origin: Origin): OverrideReason | undefined =>
  origin.kind === 'request' ? (origin.override ?? undefined) : undefined;

async function completed(of: StreamKind, wish: Wish, around: Around): Promise<Wish | Refused> {
  if (wish.kind !== 'command') return wish;

  const whole = await of.complete(wish.data, around);
  return whole.kind === 'refused' ? whole : { ...wish, data: whole.data };
}

const dataOf = (wish: Wish): unknown => (wish.kind === 'command' ? wish.data : null);
