import type { Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { LogTrouble, type Position } from '../../application/ports/event-store.js';
import { collectedWithin } from './calls.js';
import { entriesIn, IDENTITY_STREAM, type Entry, type Resolved } from './entries.js';
import { isMissingStream, mayBeNowhere } from './failures.js';
import type { NameSpace } from './names.js';
import { Reader } from './reader.js';
import { markOf, placeIn, type Place } from './positions.js';
import type { HearsStrangers } from './strangers.js';

export type AllReadsOptions = Readonly<{
  client: KurrentDBClient;
  /** Through whom is read; absent: through the client. */
  reader?: Reader;
  credentials?: Credentials;
  names: NameSpace;
  /** Absent: nobody hears of what is passed over. */
  stranger?: HearsStrangers;
  /** How long a read may take from one event to the next, in milliseconds. */
  answerWithinMs: number;
}>;

/** `after` is exclusive in both directions; absent: from the beginning, or backwards from the end. */
export type AllRange = Readonly<{
  after?: Position;
  backwards?: boolean;
  /** How many entries are looked for at first. */ expecting: number;
}>;

/**
 * The server no longer has the event at a place to which this store was read: it was restored from an older back-up, or it is
 * another server. Whoever went on from there would skip what comes, or hand it out twice.
 *
 * Source: R-512.
 */
export class LogWentBack extends LogTrouble {
  override readonly name = 'LogWentBack';

  constructor(options?: ErrorOptions) {
    super('the event store is older than what was read from it: the event at the checkpoint is not there', options);
  }
}

type Direction = 'forwards' | 'backwards';

/** From where a page is read: an end of the log, or an event whose mark is known; that is read too, forwards always. */
type Cursor = 'start' | 'end' | Place;

/** How many events of the server one read asks for: a read costs tens of milliseconds, however few they are. */
const SMALLEST_PAGE = 100;
const LARGEST_PAGE = 4_000;

/** Reads of the server's whole log, which holds this store's events and seals amid others. */
export class AllReads {
  private begins: Place | 'start' | undefined;
  private readonly reader: Reader;

  constructor(private readonly options: AllReadsOptions) {
    this.reader = options.reader ?? new Reader(options.client);
  }

  /**
   * This store's entries in log order or backwards, page by page for as long as somebody asks.
   * Errors: throws `LogWentBack` when the event at `after` is not there.
   */
  async *pages(range: AllRange): AsyncGenerator<readonly Entry[], void, undefined> {
    const { names, stranger = () => undefined } = this.options;
    for await (const page of this.found(range)) yield entriesIn(names, page, stranger);
  }

  /** What the server has there, whoever wrote it. Errors: as `pages`. */
  async *found({ after, backwards = false, expecting }: AllRange): AsyncGenerator<readonly Resolved[], void, undefined> {
    const direction = backwards ? 'backwards' : 'forwards';
    let count = within(SMALLEST_PAGE, expecting * 2, LARGEST_PAGE); // as each event has a seal beside it
    const first = await this.beginning();
    let cursor: Cursor | undefined = after === undefined ? (backwards ? 'end' : first) : placeIn(after);
    for (; cursor; count = LARGEST_PAGE) {
      const found: readonly Resolved[] = await this.page(direction, cursor, count);
      yield isAt(found[0], cursor) ? found.slice(1) : found;
      cursor = found.length < count || (backwards && reaches(found, first)) ? undefined : cursorAt(found[found.length - 1]);
    }
  }

  /** Where this store says which it is; nothing of it stands before that, however much others keep on the server. */
  async beginning(): Promise<Place | 'start'> {
    return (this.begins ??= await this.identityAt());
  }

  /** Errors: throws `LogWentBack` when the event at this position is not there. */
  async check(position: Position): Promise<void> {
    await this.page('forwards', placeIn(position), 1);
  }

  /** Errors: throws `LogWentBack` when the event that the cursor names is not there. */
  private async page(direction: Direction, from: Cursor, count: number): Promise<readonly Resolved[]> {
    const ask = this.asking(direction, from, count);
    if (typeof from === 'string') return this.reader.read(ask);
    const found = await this.reader.tried(ask).catch((error: unknown) => this.askedAgain(ask, error));
    if (direction === 'forwards' && !isAt(found[0], from)) throw new LogWentBack();
    return found;
  }

  private async identityAt(): Promise<Place | 'start'> {
    const { credentials, names, answerWithinMs } = this.options;
    const options = { maxCount: 1, ...(credentials ? { credentials } : {}) };
    try {
      const [first] = await this.reader.read((client) =>
        collectedWithin(answerWithinMs, client.readStream(names.of(IDENTITY_STREAM), options) as AsyncIterable<Resolved>),
      );
      return (first && cursorAt(first)) ?? 'start';
    } catch (error) {
      if (isMissingStream(error)) return 'start';
      throw error;
    }
  }

  private asking(
    direction: Direction,
    from: Cursor,
    maxCount: number,
  ): (client: KurrentDBClient) => Promise<readonly Resolved[]> {
    const { credentials, answerWithinMs } = this.options;
    const fromPosition = typeof from === 'string' ? from : { commit: from.commit, prepare: from.prepare };
    const options = { direction, fromPosition, maxCount, ...(credentials ? { credentials } : {}) };
    return (client) => collectedWithin(answerWithinMs, client.readAll(options) as AsyncIterable<Resolved>);
  }

  /**
   * A place that is no event's is answered as if the server could not be reached. What that means is told by a read that needs no place, and,
   * as the server may have come back just before that one, by the first once more.
   */
  private async askedAgain(ask: ReturnType<AllReads['asking']>, error: unknown): Promise<readonly Resolved[]> {
    if (!mayBeNowhere(error)) throw error;
    await this.reader.read(this.asking('backwards', 'end', 1));
    return this.reader.tried(ask).catch((again: unknown) => {
      throw mayBeNowhere(again) ? new LogWentBack({ cause: again }) : again;
    });
  }
}

function isAt(found: Resolved | undefined, at: Cursor): boolean {
  const { position, id } = found?.event ?? {};
  if (typeof at === 'string' || !position || id === undefined) return false;
  return position.commit === at.commit && position.prepare === at.prepare && markOf(id) === at.mark;
}

/** Whether a page that was read backwards goes back to a place. */
function reaches(found: readonly Resolved[], place: Place | 'start'): boolean {
  const last = found[found.length - 1]?.event?.position;
  return place !== 'start' && last !== undefined && last.commit <= place.commit;
}

function cursorAt({ event }: Resolved): Place | undefined {
  return event?.position && { ...event.position, mark: markOf(event.id) };
}

const within = (least: number, wanted: number, most: number): number => Math.max(least, Math.min(wanted, most));
