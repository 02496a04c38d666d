import { MemoryEventStore } from '../../src/adapters/event-store-memory/memory-event-store.js';
import { CommandFlow } from '../../src/application/commands/command-flow.js';
import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { idOf } from '../../src/application/names.js';
import type { Refused } from '../../src/application/refusals.js';
import { KINDS } from '../../src/application/streams/kinds.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import type { Category, TenantId } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/messages.js';
import { Age, DAY_MS } from './age.js';
import { MemoryCommandClaims, MemoryKeyClaims } from './memory-claims.js';
import { MemoryClock } from './memory-clock.js';
import { MemoryPersonVault } from './memory-person-vault.js';

export type Sent = Readonly<{
  role?: Role;
  tenant?: string;
  client?: string;
  subject?: string;
  key?: string;
  body?: string;
  ifMatch?: number;
  override?: string;
}>;

/** The one way of every command on doubles in memory, on 5 September 2019. */
export function memoryFlow() {
  const clock = new MemoryClock(startOf('2019-09-05' as Day));
  const age = new Age();
  const keyClaims = new MemoryKeyClaims((claim) => store.holdsDecision(claim), age);
  const store: MemoryEventStore = new MemoryEventStore({
    clock,
    claimed: (tenant, decision) => keyClaims.claimed(tenant, decision),
  });
  const vault = new MemoryPersonVault(store, age);
  const commandClaims = new MemoryCommandClaims(age);
  const tools = { store, vault, keyClaims, commandClaims, clock, name: idOf };
  const flow = new CommandFlow(tools);
  let keys = 0;

  /** Sends one wish to a stream, or, with `id` null, to the one that it begins. */
  const sendBy =
    (flow: CommandFlow): Send =>
    (target, wish, sent = {}) => {
      const { role = 'caseworker', tenant = 'hengelo', client = 'spec', subject = 'jd', key = `key-${(keys += 1)}` } = sent;
      const identity = { tenant: tenant as TenantId, organisation: 'gemeente', role, subject, client, onBehalfOf: null };
      const path = `/${target.category}/${target.id}`;
      const body = sent.body ?? JSON.stringify(wish);
      const { ifMatch = null, override = null } = sent;
      return flow.run(KINDS[target.category], {
        id: target.id,
        wish,
        origin: { kind: 'request', identity, key, method: 'POST', path, body, ifMatch, override },
      });
    };
  /** As if 31 days had passed, after which no key is remembered. */
  const forgetKeys = (): Promise<number> => {
    age.pass(31 * DAY_MS);
    return commandClaims.sweep();
  };
  /** Sends by another process on the same store. */
  const sendElsewhere = sendBy(new CommandFlow(tools));
  return { clock, store, vault, keyClaims, flow, send: sendBy(flow), sendElsewhere, forgetKeys };
}

type Send = (target: Readonly<{ category: Category; id: string | null }>, wish: Wish, sent?: Sent) => Promise<Accepted | Refused>;
