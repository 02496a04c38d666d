import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import rpc from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Asked, Verdict } from './log.js';
import { identifierOf } from './messages.js';

type Message = Readonly<{ serializeBinary(): Uint8Array }>;

/** What batchAppend answers to one append, without the id of the request. */
export function batchAnswer(verdict: Verdict, { stream }: Asked): streams.BatchAppendResp {
  const answer = new streams.BatchAppendResp().setStreamIdentifier(identifierOf(stream));
  switch (verdict.kind) {
    case 'success':
      return answer.setSuccess(success(verdict));
    case 'wrong-version':
      return answer.setError(error('WrongExpectedVersion', wrongVersion(verdict)));
    case 'too-large':
      return answer.setError(
        error('MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(verdict.limit)),
      );
    case 'deleted':
      return answer.setError(error('StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream))));
    case 'bad-request':
      return answer.setError(error('BadRequest', new shared.BadRequest().setMessage('Stream name is empty')));
    default:
      return answer.setError(ERRORS[verdict.kind]());
  }
}

/** Those of newer servers the client cannot unpack; what was not handled is told by a sentence. */
const ERRORS = {
  'event-too-large': () => error('MaximumAppendEventSizeExceeded', new shared.BadRequest()),
  'access-denied': () => error('AccessDenied', new shared.AccessDenied()),
  'invalid-transaction': () => error('Unknown', new shared.Unknown()),
  timeout: () => error('Timeout', new shared.Timeout()),
  'not-ready': () => notHandled('Server Is Not Ready'),
  busy: () => notHandled('Server Is Busy'),
  'no-leader': () => notHandled('No leader info available in response'),
} as const;

function notHandled(sentence: string): rpc.Status {
  const packed = new any.Any();
  packed.pack(new empty.Empty().serializeBinary(), 'google.protobuf.Empty');
  return new rpc.Status().setMessage(sentence).setDetails(packed);
}

function success({ revision, position }: Verdict & { kind: 'success' }): streams.BatchAppendResp.Success {
  const place = new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(place);
}

function error(name: string, details: Message): rpc.Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new rpc.Status().setMessage(name).setDetails(packed);
}

function wrongVersion({ expected, current }: Verdict & { kind: 'wrong-version' }): shared.WrongExpectedVersion {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new empty.Empty());
  if (expected === 'stream_exists') return wrong.setExpectedStreamExists(new empty.Empty());
  return expected === 'any' ? wrong.setExpectedAny(new empty.Empty()) : wrong.setExpectedStreamPosition(String(expected));
}
