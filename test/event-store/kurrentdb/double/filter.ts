import type streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Recorded } from './log.js';

/** What a reader wants of the events that pass. No checkpoint is ever sent for those that it does not want, as on a real server. */
export function filterIn(options: streams.ReadReq.Options): (event: Recorded) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const ofType = filter.hasEventType();
  const expression = (ofType ? filter.getEventType() : filter.getStreamIdentifier())!;
  const prefixes = expression.getPrefixList();
  const pattern = new RegExp(expression.getRegex());
  return (event) => {
    const text = ofType ? event.type : event.stream;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  };
}
