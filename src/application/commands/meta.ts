import { dayOf, type Instant } from '../../kernel/days.js';
import type { CommandId, Id, Name, StreamId } from '../../kernel/ids.js';
import type { Meta, OverrideReason } from '../../kernel/messages.js';

/** The time and the ids that come in with one command: repeatable, since every id is made from the command's. */
export function metaOf(
  name: Name,
  { commandId, streamId, now, override }: { commandId: CommandId; streamId: StreamId; now: Instant; override?: OverrideReason },
): Meta {
  return {
    today: dayOf(now),
    now,
    ...(override === undefined ? {} : { override }),
    newId: <N extends string>(label: N, index = 0): Id<N> => name<N>(['id', commandId, streamId, label, index]),
    idOf: name,
  };
}
