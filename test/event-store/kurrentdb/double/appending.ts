import { status, type sendUnaryData, type ServerDuplexStream, type ServerReadableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { batchAnswer } from './batch-answer.js';
import { Refused, type Faults } from './faults.js';
import type { Asked, DoubleLog, Proposed, Verdict } from './log.js';
import { expectedIn, nameIn, proposedIn, uuidIn } from './messages.js';
import { failure, notLeader, refused, requiresLeader, streamDeleted, tooLarge } from './statuses.js';

type Batch = { stream: string; expected: Asked['expected']; events: Proposed[] };
type BatchCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** Both calls that append: the one of clients with credentials, and the long one of those without. */
export class Appending {
  constructor(
    private readonly log: DoubleLog,
    private readonly faults: Faults,
  ) {}

  append(call: ServerReadableStream<streams.AppendReq, streams.AppendResp>, done: sendUnaryData<streams.AppendResp>): void {
    const { leader } = this.faults;
    if (leader && requiresLeader(call)) return done(notLeader(leader));
    let options: streams.AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (message: streams.AppendReq) => {
      if (message.hasOptions()) options = message.getOptions();
      else events.push(proposedIn(message.getProposedMessage()!));
    });
    call.on('end', () => {
      const expected = expectedIn(options!, options!.getRevision());
      const asked: Asked = { call: 'append', stream: nameIn(options!.getStreamIdentifier()), expected, events };
      void this.faults.meet(asked, () => this.log.append(asked)).then((verdict) => verdict && answerPlain(verdict, asked, done));
    });
  }

  batchAppend(call: BatchCall): void {
    const { leader } = this.faults;
    if (leader && requiresLeader(call)) return void call.emit('error', notLeader(leader));
    const batches = new Map<string, Batch>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (message: streams.BatchAppendReq) => {
      const id = uuidIn(message.getCorrelationId()!);
      const batch = batches.get(id) ?? begun(message.getOptions()!);
      batches.set(id, batch);
      batch.events.push(...message.getProposedMessagesList().map(proposedIn));
      if (!message.getIsFinal()) return;
      batches.delete(id);
      this.finish(call, message.getCorrelationId()!, { call: 'batchAppend', ...batch });
    });
  }

  private finish(call: BatchCall, correlation: shared.UUID, asked: Asked): void {
    const answer = (verdict: Verdict | Refused | undefined) => {
      if (verdict instanceof Refused) call.emit('error', refused(verdict));
      else if (verdict && call.writable) call.write(batchAnswer(verdict, asked).setCorrelationId(correlation));
    };
    void this.faults.meet(asked, () => this.log.append(asked)).then(answer);
  }
}

function begun(options: streams.BatchAppendReq.Options): Batch {
  const expected = expectedIn(options, options.getStreamPosition());
  return { stream: nameIn(options.getStreamIdentifier()), expected, events: [] };
}

type Done = sendUnaryData<streams.AppendResp>;

function answerPlain(verdict: Verdict | Refused, { stream }: Asked, done: Done): void {
  if (verdict instanceof Refused) return done(refused(verdict));
  if (verdict.kind === 'bad-request') return done(failure(status.UNKNOWN, 'Exception was thrown by handler.'));
  if (verdict.kind === 'deleted') return done(streamDeleted(stream));
  if (verdict.kind === 'too-large') return done(tooLarge(verdict.limit));
  if (verdict.kind === 'success') {
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(verdict.position))
      .setPreparePosition(String(verdict.position));
    const success = new streams.AppendResp.Success().setCurrentRevision(String(verdict.revision)).setPosition(position);
    return done(null, new streams.AppendResp().setSuccess(success));
  }
  done(null, new streams.AppendResp().setWrongExpectedVersion(wrongVersion(verdict)));
}

function wrongVersion({ expected, current }: Verdict & { kind: 'wrong-version' }): streams.AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new shared.Empty());
  return expected === 'any' ? wrong.setExpectedAny(new shared.Empty()) : wrong.setExpectedRevision(String(expected));
}
