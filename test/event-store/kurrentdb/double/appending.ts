import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import type shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { batchAnswer } from './batch-answer.js';
import { Refused, type Faults } from './faults.js';
import type { Asked, DoubleLog, Proposed, Verdict } from './log.js';
import { expectedIn, nameIn, proposedIn, uuidIn } from './messages.js';
import { answerPlain } from './plain-answer.js';
import { notLeader, refused, requiresLeader } from './statuses.js';

/** `deadline` is an instant of the caller's clock. */
type Batch = { stream: string; expected: Asked['expected']; events: Proposed[]; deadline?: Date };
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
      this.finish(call, message.getCorrelationId()!, batch);
    });
  }

  private finish(call: BatchCall, correlation: shared.UUID, { deadline, ...batch }: Batch): void {
    const asked: Asked = { call: 'batchAppend', ...batch };
    const isLate = deadline !== undefined && deadline.getTime() <= Date.now() + this.faults.clockAheadMs;
    const answer = (verdict: Verdict | Refused | undefined) => {
      if (verdict instanceof Refused) call.emit('error', refused(verdict));
      else if (verdict && call.writable) call.write(batchAnswer(verdict, asked).setCorrelationId(correlation));
    };
    void this.faults.meet(asked, () => (isLate ? { kind: 'timeout' } : this.log.append(asked))).then(answer);
  }
}

function begun(options: streams.BatchAppendReq.Options): Batch {
  const expected = expectedIn(options, options.getStreamPosition());
  return { stream: nameIn(options.getStreamIdentifier()), expected, events: [], deadline: options.getDeadline21100()?.toDate() };
}
