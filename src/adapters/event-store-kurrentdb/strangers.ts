import type { Where } from './entries.js';

/** What stands in this store's name space and was not written by it: by hand, by another program, or by the server for a stream that is deleted. */
export type Stranger = Readonly<{ kind: 'stranger'; type: string; where: Where }>;

/** Hears of a stranger that is passed over. */
export type HearsStrangers = (stranger: Stranger) => void;

/** How many streams are told of: whoever writes into the name space may begin as many as they like. */
const STREAMS = 100;

/**
 * Hears of the same strangers as often as somebody reads past them, and tells of each stream once.
 * Source: R-660, docs/rules.md.
 */
export function toldOnce(tell: HearsStrangers): HearsStrangers {
  const told = new Set<string>();
  return (stranger) => {
    const { streamId } = stranger.where;
    if (told.has(streamId) || told.size === STREAMS) return;
    told.add(streamId);
    tell(stranger);
  };
}
