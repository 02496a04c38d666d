import fc from 'fast-check';
import type { Append, AppendOutcome } from '../../../src/application/ports/event-store.js';
import type { CommandId, StreamId, TenantId } from '../../../src/kernel/ids.js';
import { anAppend, events, newId, newTenant } from '../appends.js';
import type { StoreUnderTest } from '../store-under-test.js';

/** One wish of one writer: the stream by number, how far its expectation is off, and whether it sends an earlier command again. */
type Wish = Readonly<{ tenant: 0 | 1; stream: number; off: number; count: number; command: number }>;

const wish: fc.Arbitrary<Wish> = fc.record({
  tenant: fc.constantFrom(0, 0, 0, 1),
  stream: fc.nat(2),
  off: fc.constantFrom(0, 0, 0, 0, -1, -2, 1),
  count: fc.integer({ min: 1, max: 3 }),
  command: fc.nat(8),
});

/** The log as a list, and what each append must answer by it. */
class Model {
  readonly log: Readonly<{ tenant: TenantId; streamId: StreamId; version: number; eventId: string; commandId: CommandId }>[] = [];

  streamOf(streamId: StreamId) {
    return this.log.filter((event) => event.streamId === streamId);
  }

  answer({ tenant, streamId, expectedVersion, commandId, events: sent }: Append): object {
    const stream = this.streamOf(streamId);
    if (stream.length > 0 && stream[0].tenant !== tenant) return { kind: 'unknown-stream' };

    const repeated = stream.filter((event) => event.version > expectedVersion && event.commandId === commandId).at(-1);
    if (repeated) return { kind: 'repeated', version: repeated.version };
    if (stream.length !== expectedVersion) return { kind: 'conflict', actualVersion: stream.length };

    sent.forEach(({ eventId }, at) => this.log.push({ tenant, streamId, version: expectedVersion + at + 1, eventId, commandId }));
    return { kind: 'stored', version: expectedVersion + sent.length };
  }
}

/** Random appends against a list that anybody can check by eye. */
export function model(its: () => StoreUnderTest): void {
  const setting = () => ({
    tenants: [newTenant(), newTenant()],
    streams: [0, 1, 2].map(() => anAppend().streamId),
    commands: Array.from({ length: 9 }, () => newId<CommandId>()),
  });
  const appendOf = ({ tenant, stream, off, count, command }: Wish, at: ReturnType<typeof setting>, model: Model): Append => {
    const streamId = at.streams[stream];
    const expectedVersion = Math.max(0, model.streamOf(streamId).length + off);
    return anAppend({
      tenant: at.tenants[tenant],
      streamId,
      expectedVersion,
      commandId: at.commands[command],
      events: events(count),
    });
  };
  const logOf = async ({ tenants }: ReturnType<typeof setting>) => {
    const each = await Promise.all(tenants.map((tenant) => its().store.readAll({ tenant, limit: 1000 })));
    return each.flat().sort((one, other) => (one.position < other.position ? -1 : 1));
  };

  it('answers any row of appends as a plain list would, and holds the same events in the same order (P1, P2, P3)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 25 }), async (wishes) => {
        const at = setting();
        const model = new Model();
        for (const one of wishes) {
          const append = appendOf(one, at, model);
          expect(await its().store.append(append)).toMatchObject(model.answer(append));
        }
        expect(await logOf(at)).toMatchObject(model.log);
      }),
      { numRuns: 40 },
    );
  });

  it('answers appends that come at once as if they had come one after another (P1, P2, P3)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(wish, { minLength: 2, maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
        const at = setting();
        const model = new Model();
        for (const round of rounds) {
          const appends = round.map((one) => appendOf(one, at, model));
          const outcomes = await Promise.all(appends.map((append) => its().store.append(append)));
          expectSomeOrder(model, appends, outcomes);
        }
        expect(await logOf(at)).toMatchObject(model.log);
      }),
      { numRuns: 25 },
    );
  });
}

/** Stored ones stand in the order of their positions; every other answer must be that of some moment in between. */
function expectSomeOrder(model: Model, appends: readonly Append[], outcomes: readonly AppendOutcome[]): void {
  const stored = outcomes
    .map((outcome, at) => ({ outcome, append: appends[at] }))
    .filter(({ outcome }) => outcome.kind === 'stored');
  stored.sort((one, other) => (positionIn(one.outcome) < positionIn(other.outcome) ? -1 : 1));
  const open = new Map(outcomes.map((outcome, at) => [at, outcome] as const).filter(([, { kind }]) => kind !== 'stored'));

  for (let moment = 0; moment <= stored.length; moment++) {
    for (const [at, outcome] of open) if (couldAnswer(model, appends[at], outcome)) open.delete(at);
    if (moment < stored.length) expect(stored[moment].outcome).toMatchObject(model.answer(stored[moment].append));
  }
  expect([...open.values()]).toEqual([]);
}

function couldAnswer(model: Model, append: Append, outcome: AppendOutcome): boolean {
  const trial = new Model();
  trial.log.push(...model.log);
  const answer = trial.answer(append) as Record<string, unknown>;
  return Object.entries(answer).every(([name, value]) => (outcome as Record<string, unknown>)[name] === value);
}

const positionIn = (outcome: AppendOutcome): string => ('position' in outcome ? outcome.position : '');
