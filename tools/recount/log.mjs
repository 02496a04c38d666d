// What the recount makes of the log: it imports nothing of the program, so that the two can disagree.

/** Every event of the feed, in order. */
export async function feedOf(address, token) {
  const events = [];
  for (let after = ''; ;) {
    const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const response = await fetch(`${address}/v1/events?limit=500${query}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`the feed answers ${response.status}: ${await response.text()}`);
    const page = await response.json();
    if (page.events.length === 0) return events;
    events.push(...page.events);
    after = page.next;
  }
}

/** The events that count: the last word of the corrections of each, in the log's order. */
export function countingOf(events) {
  const last = new Map();
  for (const { type, data } of events) if (type === 'EventCorrected') last.set(data.corrects, data);

  return events.flatMap((event) => {
    if (event.type === 'EventCorrected') return [];
    const correction = last.get(event.eventId);
    if (!correction || correction.kind === 'restore') return [event];
    if (correction.kind === 'void') return [];
    return [{ ...event, data: correction.replacement.data, occurredOn: correction.replacement.occurredOn }];
  });
}

/**
 * The events of each programme by its slug: of what names the programme, and else of whose first event was entered by the
 * organisation that published it.
 */
export function byProgramme(events) {
  const published = events.filter(({ type }) => type === 'ProgrammePublished');
  const slugOf = new Map(published.map(({ streamId, data }) => [streamId, data.definition.slug]));
  const slugBy = new Map(published.map(({ actor, data }) => [actor.organisation, data.definition.slug]));

  const ofStream = new Map();
  for (const { streamId, data, actor } of events) {
    if (ofStream.has(streamId)) continue;
    const named = data.programmeId && slugOf.get(`programme-${data.programmeId}`);
    ofStream.set(streamId, slugOf.get(streamId) ?? named ?? slugBy.get(actor.organisation));
  }

  const found = Object.fromEntries([...slugOf.values()].map((slug) => [slug, []]));
  for (const event of events) found[ofStream.get(event.streamId)]?.push(event);
  return found;
}

/** A counter over some events: how many there are of a type, and in how many streams. */
export function counterOf(events) {
  const of = (type, also = () => true) => events.filter((event) => event.type === type && also(event.data, event));
  return {
    count: (type, also) => of(type, also).length,
    streams: (type, also) => new Set(of(type, also).map(({ streamId }) => streamId)).size,
    all: of,
  };
}
