import type { Instant } from '../../kernel/days.js';
import type { WrittenEvent } from '../event-bytes.js';
import { mayNotRecord } from '../recorded-by.js';
import { refuse, type Refused } from '../refusals.js';
import { acceptedOf, type Accepted } from './accepted.js';
import { closedWordsTouched } from './closed-words.js';
import { DecidedAppend } from './decided-append.js';
import { decideOn, type Decided } from './decide-on.js';
import { metaOf } from './meta.js';
import type { Remembered } from './remembered.js';
import type { Tools } from './tools.js';
import { Turns } from './turns.js';
import { expectedBy, overrideOf, stale, typesTouchedBy, type Way } from './way.js';

/** How often a decision is made again on a lost race, before the caller is told. */
const ATTEMPTS = 5;

type Outcome = Accepted | Refused;
type Again = Readonly<{ kind: 'again' }>;

/** What a history says of a command: a refusal, that it is in it, that there is nothing to do, or what is to be appended to it. */
type Judged =
  | Refused
  | Readonly<{ kind: 'stored-already' | 'nothing-to-do' }>
  | Readonly<{ kind: 'decided'; decided: Decided; now: Instant }>;

/**
 * Decides and appends, as often as it takes. The first try goes by what is remembered of the stream and of those that it consults;
 * whatever comes of that but an append is decided by the streams as they are read.
 */
export class Attempts {
  private readonly losers = new Turns();
  private readonly append: DecidedAppend;

  constructor(
    private readonly tools: Tools,
    private readonly remembered: Remembered,
  ) {
    this.append = new DecidedAppend(tools, remembered);
  }

  /**
   * `isRepeat`: its key was used before. Who lost a race waits for its turn among the others of this process that lost one on the same
   * stream.
   */
  async make(way: Way, isRepeat: boolean): Promise<Outcome> {
    const first = (isRepeat ? undefined : await this.byWhatIsRemembered(way)) ?? (await this.byTheStream(way));
    if (first.kind !== 'again') return first;
    return this.losers.take(way.streamId, () => this.again(way));
  }

  private async again(way: Way): Promise<Outcome> {
    for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.byTheStream(way);
      if (outcome.kind !== 'again') return outcome;
    }
    return refuse({ code: 'lost-the-race', attempts: ATTEMPTS });
  }

  /** Only an append is an answer here: its expected version proves that the stream was as it was remembered. */
  private async byWhatIsRemembered(way: Way): Promise<Accepted | Again | undefined> {
    const stored = this.rememberedOf(way);
    const around = { ...way.around, store: this.remembered.consulted.look };
    const judged = stored && (await this.judged({ ...way, around }, stored));
    if (!stored || judged?.kind !== 'decided') return undefined;

    const outcome = await this.append.append(way, { ...judged, stored });
    return outcome.kind === 'refused' ? undefined : outcome;
  }

  /** A stream that only this command can have begun is remembered as empty: were it there all the same, the append would say so. */
  private rememberedOf({ tenant, streamId, isOwn }: Way): readonly WrittenEvent[] | undefined {
    return this.remembered.histories.get(tenant, streamId) ?? (isOwn ? [] : undefined);
  }

  private async byTheStream(way: Way): Promise<Outcome | Again> {
    const stored = await this.tools.store.readStream(way.tenant, way.streamId);
    this.remembered.histories.read(way.tenant, way.streamId, stored);
    const judged = await this.judged(way, stored);
    switch (judged.kind) {
      case 'refused':
        return judged;
      case 'stored-already':
        return this.append.answered(way, stored);
      case 'nothing-to-do':
        return stored.length === 0 ? notFound(way) : acceptedOf(stored.slice(-1), stored.at(-1)!.position, way);
      case 'decided':
        return this.append.append(way, { ...judged, stored });
    }
  }

  private async judged(way: Way, stored: readonly WrittenEvent[]): Promise<Judged> {
    const forbidden = mayNotRecord(way.origin.identity, typesTouchedBy(way.wish, stored)) ?? closedWordsTouched(way, stored);
    if (forbidden) return forbidden;
    if (stored.some(({ commandId }) => commandId === way.commandId)) return { kind: 'stored-already' };

    const refused = refusedBy(way, stored);
    if (refused) return refused;

    const meta = metaOf(this.tools.name, { ...way, now: await this.tools.clock.now(), override: overrideOf(way.origin) });
    const decided = await decideOn(way, stored, meta);
    if (decided.kind === 'refused') return decided;
    return decided.events.length === 0 ? { kind: 'nothing-to-do' } : { kind: 'decided', decided, now: meta.now };
  }
}

/** What no decider is asked about: a stream that is not there, and a version that is no longer the last. */
function refusedBy(way: Way, stored: readonly WrittenEvent[]): Refused | undefined {
  const actualVersion = stored.at(-1)?.version ?? 0;
  if (!way.begins && actualVersion === 0) return notFound(way);

  const expected = expectedBy(way);
  if (expected !== null && expected !== actualVersion) return stale(way, actualVersion);
}

const notFound = ({ of }: Way): Refused => refuse({ code: 'not-found', what: of.category });
