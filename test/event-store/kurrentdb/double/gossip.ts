import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import { randomUUID } from 'node:crypto';
import type { Endpoint, Faults, Member } from './faults.js';

const { LEADER, FOLLOWER, UNKNOWN } = gossip.MemberInfo.VNodeState;
const STATES = { leader: LEADER, follower: FOLLOWER, unknown: UNKNOWN } as const;

/** What a node tells of its cluster. */
export function clusterOf(members: readonly Member[]): gossip.ClusterInfo {
  return new gossip.ClusterInfo().setMembersList(members.map(memberOf));
}

/** The nodes of which one of them tells. */
export function membersOf(node: Endpoint, { leader, members }: Pick<Faults, 'leader' | 'members'>): readonly Member[] {
  if (members) return members;
  const alone = { ...node, isAlive: true };
  if (leader === undefined) return [{ ...alone, state: 'leader' }];
  if (leader === 'nobody') return [{ ...alone, state: 'unknown' }];
  return [
    { ...leader, state: 'leader', isAlive: true },
    { ...alone, state: 'follower' },
  ];
}

function memberOf({ address, port, state, isAlive }: Member): gossip.MemberInfo {
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp('0')
    .setState(STATES[state])
    .setIsAlive(isAlive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(address).setPort(port));
}
