import type { StreamId } from '../../kernel/ids.js';
import { mayNot } from '../permissions.js';
import { refuse, type Refused } from '../refusals.js';
import type { StreamKind } from '../streams/stream-kind.js';
import type { Accepted } from './accepted.js';
import { Attempts } from './attempts.js';
import type { ConsultedStreams } from './consulted-streams.js';
import { remembering, type Remembered } from './remembered.js';
import { ReferencesFound, referencesIn } from './references.js';
import type { Tools } from './tools.js';
import { overrideOf, wantedBy, wayOf, type Way } from './way.js';
import type { Origin, StreamWish } from './wish.js';

type RequestOrigin = Extract<Origin, { kind: 'request' }>;
type Outcome = Accepted | Refused;
type Claimed = Readonly<{ kind: 'claimed'; isRepeat: boolean }>;

/**
 * The way of every command: permission, claim, the stream read or remembered (and with it the right to what a correction touches) and searched for the command id, If-Match, decision, one append.
 * Before the append nothing is stored but claims and sealed words, which a sweeper removes when no event follows.
 *
 * Errors: every refusal is a value; throws only what the store or the vault throw when they cannot work.
 */
export class CommandFlow {
  private readonly attempts: Attempts;
  private readonly references: ReferencesFound;

  /** Remembered only while it is started. */
  readonly consulted: ConsultedStreams;

  /** What is remembered is that of one process; nobody else changes it. */
  constructor(
    private readonly tools: Tools,
    remembered: Remembered = remembering(tools.store),
  ) {
    this.consulted = remembered.consulted;
    this.attempts = new Attempts(tools, remembered);
    this.references = new ReferencesFound(tools.store);
  }

  async run(of: StreamKind, wish: Omit<StreamWish, 'category'>): Promise<Outcome> {
    const { identity } = wish.origin;
    const overrides = overrideOf(wish.origin) !== undefined;
    const forbidden = mayNot(identity, wantedBy(wish.wish)) ?? (overrides ? mayNot(identity, 'Override') : undefined);
    if (forbidden) return forbidden;

    const way = await wayOf(of, wish, { store: this.tools.store, tenant: identity.tenant, name: this.tools.name });
    if (way.kind === 'refused') return way;

    const claim = await this.claimCommand(way);
    if (claim.kind === 'refused') return claim;
    return (await this.firstUnknown(way)) ?? this.attempts.make(way, claim.isRepeat);
  }

  /**
   * Claims the key of a request that is many appends, each under a key of its own: the same request goes on, another one is refused.
   * Errors: `idempotency-key-reused`; `too-many-commands`.
   */
  async claimKey(origin: RequestOrigin, streamId: StreamId): Promise<Refused | undefined> {
    const { tenant, client } = origin.identity;
    const claim = await this.claimCommand({
      origin,
      commandId: this.tools.name(['command', tenant, client, origin.key]),
      streamId,
    });
    return claim.kind === 'refused' ? claim : undefined;
  }

  /** `isRepeat`: its claim is known. What the engine repeats is found in the stream alone, as what was sent before its claim was swept. */
  private async claimCommand({
    origin,
    commandId,
    streamId,
  }: Pick<Way, 'origin' | 'commandId' | 'streamId'>): Promise<Claimed | Refused> {
    if (origin.kind === 'engine') return { kind: 'claimed', isRepeat: false };

    const { identity, method, path, body } = origin;
    const { tenant, client, subject } = identity;
    const claim = await this.tools.commandClaims.claim({ tenant, client, subject, commandId, method, path, body, streamId });
    if (claim === 'different') return refuse({ code: 'idempotency-key-reused' });
    if (claim === 'too-many') return refuse({ code: 'too-many-commands' });
    return { kind: 'claimed', isRepeat: claim === 'same' };
  }

  private async firstUnknown({ wish, tenant }: Way): Promise<Refused | undefined> {
    const dangling = await this.references.firstDangling(tenant, referencesIn(wish.kind === 'command' ? wish.data : wish));
    if (dangling) return refuse({ code: 'no-such-reference', field: dangling.field, id: dangling.id });
  }
}
