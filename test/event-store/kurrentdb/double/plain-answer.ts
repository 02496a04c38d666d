import { status, type sendUnaryData } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { Refused } from './faults.js';
import type { Asked, Verdict } from './log.js';
import { eventTooLarge, failure, refused, streamDeleted, tooLarge, type Failure } from './statuses.js';

/** What the plain append answers, or with which status it ends. */
export function answerPlain(verdict: Verdict | Refused, asked: Asked, done: sendUnaryData<streams.AppendResp>): void {
  if (verdict instanceof Refused) return done(refused(verdict));
  if (verdict.kind === 'success') return done(null, new streams.AppendResp().setSuccess(success(verdict)));
  if (verdict.kind === 'wrong-version')
    return done(null, new streams.AppendResp().setWrongExpectedVersion(wrongVersion(verdict)));
  done(statusOf(verdict, asked));
}

function statusOf(verdict: Exclude<Verdict, { kind: 'success' | 'wrong-version' }>, { stream }: Asked): Failure {
  if (verdict.kind === 'too-large') return tooLarge(verdict.limit);
  if (verdict.kind === 'deleted') return streamDeleted(stream);
  if (verdict.kind === 'event-too-large') return eventTooLarge(verdict);
  const [code, details, exception] = STATUSES[verdict.kind];
  return failure(code, details, exception ? { exception } : {});
}

/** With the exception that stands in the header, where one does. */
const STATUSES = {
  'bad-request': [status.UNKNOWN, 'Exception was thrown by handler.', undefined],
  'access-denied': [status.PERMISSION_DENIED, 'Access Denied', 'access-denied'],
  'invalid-transaction': [status.INVALID_ARGUMENT, 'Invalid Transaction', 'invalid-transaction'],
  timeout: [status.ABORTED, 'Operation timed out: ', undefined],
  'not-ready': [status.UNAVAILABLE, 'Server Is Not Ready', undefined],
  busy: [status.UNAVAILABLE, 'Server Is Too Busy', undefined],
  'no-leader': [status.UNKNOWN, 'No leader info available in response', undefined],
} as const;

function success({ revision, position }: Verdict & { kind: 'success' }): streams.AppendResp.Success {
  const place = new streams.AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(place);
}

function wrongVersion({ expected, current }: Verdict & { kind: 'wrong-version' }): streams.AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new shared.Empty());
  return expected === 'any' ? wrong.setExpectedAny(new shared.Empty()) : wrong.setExpectedRevision(String(expected));
}
