import { status, type ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Faults } from './faults.js';
import { filterIn } from './filter.js';
import type { DoubleLog, Recorded } from './log.js';
import { caughtUp, confirmation, eventMessage, nameIn, streamNotFound } from './messages.js';
import { accessDenied, failure, notLeader, requiresLeader, streamDeleted, type Failure } from './statuses.js';

type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Options = streams.ReadReq.Options;

const BACKWARDS = streams.ReadReq.Options.ReadDirection.BACKWARDS;
const INVALID_POSITION = 'Trying to read from an invalid position.';
const INVALID_READ = 'Unexpected ReadAllResult: InvalidPosition';

/** Reads and subscriptions, of a stream and of the whole log. */
export class Reading {
  /** How many reads and subscriptions are under way. */
  underWay = 0;
  /** How many events have left, all calls together. */
  sent = 0;

  constructor(
    private readonly log: DoubleLog,
    private readonly faults: Faults,
  ) {}

  read(call: ReadCall): void {
    this.underWay++;
    call.on('error', () => undefined);
    void this.answer(call, call.request.getOptions()!).finally(() => this.underWay--);
  }

  private async answer(call: ReadCall, options: Options): Promise<void> {
    const refusal = this.refusal(call, options) ?? (options.hasSubscription() ? undefined : this.fault(options));
    if (refusal) return void call.emit('error', refusal);
    if (options.hasSubscription()) return this.subscribe(call, options);

    if (options.hasStream() && !this.log.read(streamOf(options))) call.write(streamNotFound(streamOf(options)));
    else await this.send(call, this.page(options));
    call.end();
  }

  /** What this node does not do, or not for who asks. */
  private refusal(call: ReadCall, options: Options): Failure | undefined {
    const { leader, hidesTheLog } = this.faults;
    // A subscription with requiresLeader is refused like a read; without, a follower serves it.
    if (leader && (!options.hasSubscription() || requiresLeader(call))) return notLeader(leader);
    if (this.faults.earlyReads-- > 0) return failure(status.UNAVAILABLE, 'Server Is Not Ready');
    return hidesTheLog && !options.hasStream() ? accessDenied() : undefined;
  }

  /** What cannot be read. */
  private fault(options: Options): Failure | undefined {
    if (options.hasStream() && this.log.isDeleted(streamOf(options))) return streamDeleted(streamOf(options));
    return this.startsAtAnEvent(options) ? undefined : failure(status.UNKNOWN, INVALID_READ);
  }

  private async subscribe(call: ReadCall, options: Options): Promise<void> {
    call.write(confirmation(randomUUID()));
    if (!this.startsAtAnEvent(options)) return void call.emit('error', failure(status.INVALID_ARGUMENT, INVALID_POSITION));
    const asked = filterIn(options);
    let next = this.firstOf(options);
    for (let told = false; alive(call); told = true) {
      const news = this.list(options).slice(next);
      next += news.length;
      await this.send(call, news.filter(asked));
      if (!told) call.write(caughtUp());
      if (next === this.list(options).length) await this.more(call);
    }
  }

  private async more(call: ReadCall): Promise<void> {
    const ended = new AbortController();
    const end = () => ended.abort();
    call.once('cancelled', end).once('close', end);
    if (alive(call)) await once(this.log.news, 'appended', { signal: ended.signal }).catch(() => undefined);
    call.off('cancelled', end).off('close', end);
  }

  /** Back-pressure is the transport's: what it does not take, waits. */
  private async send(call: ReadCall, events: readonly Recorded[]): Promise<void> {
    for (const event of events) {
      if (!alive(call)) return;
      this.sent++;
      if (!call.write(eventMessage(event)) && alive(call)) await drained(call);
    }
  }

  /** What a subscription goes through: of a stream in the order of its revisions, which are their places in it. */
  private list(options: Options): readonly Recorded[] {
    return options.hasStream() ? this.log.everyOf(streamOf(options)) : this.log.all;
  }

  /** Reads include the event at the place from which they start, but for the whole log backwards. */
  private page(options: Options): readonly Recorded[] {
    const { start, end, at } = startOf(options);
    const backwards = options.getReadDirection() === BACKWARDS;
    const last = options.hasStream() ? at : at - 1n;
    const within = (event: Recorded) => (backwards ? placeOf(options, event) <= last : placeOf(options, event) >= at);
    const list = options.hasStream() ? this.log.read(streamOf(options))! : this.log.all;
    const found = list.filter((event) => (start ? !backwards : end ? backwards : within(event)));
    const asked = (backwards ? [...found].reverse() : found).filter(filterIn(options));
    return asked.slice(0, Number(BigInt(options.getCount())));
  }

  /** Subscriptions begin after the place that they name. */
  private firstOf(options: Options): number {
    const { start, end, at } = startOf(options);
    const list = this.list(options);
    if (start) return 0;
    if (end) return list.length;
    const first = list.findIndex((event) => placeOf(options, event) > at);
    return first < 0 ? list.length : first;
  }

  private startsAtAnEvent(options: Options): boolean {
    const { start, end, at } = startOf(options);
    if (start || end || options.hasStream()) return true;
    const past = at > (this.log.all.at(-1)?.position ?? -1n);
    return past || this.log.all.some(({ position }) => position === at);
  }
}

const streamOf = (options: Options): string => nameIn(options.getStream()?.getStreamIdentifier());

const placeOf = (options: Options, event: Recorded): bigint => (options.hasStream() ? BigInt(event.revision) : event.position);

function startOf(options: Options): Readonly<{ start: boolean; end: boolean; at: bigint }> {
  const from = (options.getStream() ?? options.getAll())!;
  const at = options.getStream()?.getRevision() ?? options.getAll()?.getPosition()?.getCommitPosition() ?? '0';
  return { start: from.hasStart(), end: from.hasEnd(), at: BigInt(at) };
}

const alive = (call: ReadCall): boolean => !call.cancelled && !call.destroyed && call.writable;

async function drained(call: ReadCall): Promise<void> {
  const signs = ['drain', 'cancelled', 'close'];
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const sign of signs) call.off(sign, done);
      resolve();
    };
    for (const sign of signs) call.on(sign, done);
  });
}
