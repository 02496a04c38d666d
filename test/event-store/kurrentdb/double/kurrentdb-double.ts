import { Server, ServerCredentials, type Metadata, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import gossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import type gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import streamsService, {
  type IStreamsServer,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { Appending } from './appending.js';
import { Faults } from './faults.js';
import { clusterOf, membersOf } from './gossip.js';
import { Line } from './line.js';
import { DoubleLog } from './log.js';
import { nameIn } from './messages.js';
import { Reading } from './reading.js';

/** How many bytes one message may have before it is refused with RESOURCE_EXHAUSTED. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;

/**
 * A server that speaks the protocol of KurrentDB and answers as a real one was seen to answer; each answer has a spec in
 * `../double.*.spec.ts`. Its log is in memory. It can be told to freeze, die, refuse, lose its leadership, answer late, and
 * accept without answering.
 */
export class KurrentDouble {
  readonly faults = new Faults();
  /** Who has called, as the header of each call says: `Basic …`, or nothing. */
  readonly callers = new Set<string | undefined>();
  readonly reading: Reading;
  private port = 0;
  private readonly server = new Server({ 'grpc.max_receive_message_length': MESSAGE_LIMIT });
  private readonly line = new Line(() => this.port);

  private constructor(readonly log: DoubleLog) {
    this.reading = new Reading(log, this.faults);
    const appending = new Appending(log, this.faults);
    const service: IStreamsServer = {
      read: (call) => this.called(call).reading.read(call),
      append: (call, done) => (this.called(call), appending.append(call, done)),
      batchAppend: (call) => (this.called(call), appending.batchAppend(call)),
      delete: (call, done) => this.delete(call, done),
      tombstone: (call, done) => this.tombstone(call, done),
    };
    this.server.addService(streamsService.StreamsService, service);
    this.server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, done: sendUnaryData<features.SupportedMethods>) => done(null, supportedMethods()),
    });
    this.server.addService(gossipService.GossipService, {
      read: (_: unknown, done: sendUnaryData<gossip.ClusterInfo>) => done(null, clusterOf(membersOf(this.endpoint, this.faults))),
    });
  }

  /** Nodes that are given one log are one cluster; a certificate makes it speak TLS. */
  static async start(log = new DoubleLog(), certificate?: Certificate): Promise<KurrentDouble> {
    const double = new KurrentDouble(log);
    double.port = await new Promise<number>((resolve, reject) => {
      const bound = (error: Error | null, port: number) => (error ? reject(error) : resolve(port));
      double.server.bindAsync('127.0.0.1:0', certificate ? secured(certificate) : ServerCredentials.createInsecure(), bound);
    });
    await double.line.open();
    return double;
  }

  get endpoint(): Readonly<{ address: string; port: number }> {
    return { address: '127.0.0.1', port: this.line.port };
  }

  /** With what a client connects, to other nodes of its cluster too; `settings` are added to it. */
  url(settings: Readonly<Record<string, string | number>> = {}, others: readonly KurrentDouble[] = []): string {
    const query = Object.entries({ tls: 'false', ...settings }).map(([name, value]) => `${name}=${value}`);
    const nodes = [this, ...others].map(({ endpoint }) => `${endpoint.address}:${endpoint.port}`);
    return `kurrentdb://${nodes.join(',')}?${query.join('&')}`;
  }

  get isDead(): boolean {
    return !this.line.isOpen;
  }

  /** From now on nothing is answered, pings neither, while connections and bytes are taken. */
  freeze(): void {
    this.line.freeze();
  }

  thaw(): void {
    this.line.thaw();
  }

  /** Breaks all connections at once, and takes no new ones. */
  die(): Promise<void> {
    return this.line.cut();
  }

  /** Comes back after `die`, on the same port and with the same log. */
  revive(): Promise<void> {
    return this.line.open();
  }

  async end(): Promise<void> {
    await this.line.cut();
    this.server.forceShutdown();
  }

  private called({ metadata }: Readonly<{ metadata: Metadata }>): this {
    this.callers.add(metadata.get('authorization')[0]?.toString());
    return this;
  }

  private tombstone({ request }: TombstoneCall, done: sendUnaryData<streams.TombstoneResp>): void {
    this.log.tombstone(nameIn(request.getOptions()!.getStreamIdentifier()));
    done(null, new streams.TombstoneResp());
  }

  private delete(call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>, done: sendUnaryData<streams.DeleteResp>): void {
    this.log.delete(nameIn(call.request.getOptions()!.getStreamIdentifier()));
    done(null, new streams.DeleteResp());
  }
}

type TombstoneCall = ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;

/** PEM. */
export type Certificate = Readonly<{ key: Buffer; cert: Buffer }>;

const secured = ({ key, cert }: Certificate): ServerCredentials =>
  ServerCredentials.createSsl(null, [{ private_key: key, cert_chain: cert }]);

function supportedMethods(): features.SupportedMethods {
  const methods = ['read', 'append', 'delete', 'batchappend'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('24.6.0').setMethodsList(methods);
}
