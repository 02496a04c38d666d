import fs from 'node:fs';
import path from 'node:path';
import type { Append } from '../../../src/application/ports/event-store.js';
import { addDays, dayFrom, type Day } from '../../../src/kernel/days.js';
import { streamIdOf, type Category, type CommandId, type CorrelationId, type EventId } from '../../../src/kernel/ids.js';
import { vocabularies } from '../../../src/read-models/vocabularies.js';
import type { Dice } from '../../harness/dice.js';
import { testId } from '../../harness/ids.js';
import { hengelo } from '../stored.js';

/** The day on which the first is recorded. */
export const BEGINS = dayFrom('2019-09-02');

/** What is appended, and the day on which. */
export type Told = Readonly<{ on: Day; append: Append }>;

type Data = Readonly<Record<string, unknown>>;
type Event = Readonly<{ eventId: EventId; type: string; occurredOn: Day; data: Data }>;
type Size = Readonly<{ streams: number; appends: number }>;

/** What begins each kind of stream. */
const FIRST: Readonly<Partial<Record<Category, readonly string[]>>> = {
  trajectory: ['TrajectoryOffered', 'TrajectoryStarted'],
};
const BEGINNINGS: ReadonlySet<string> = new Set(Object.values(FIRST).flat());
const LEDGER = /^FollowUp(?!Agreed)/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids of what is shared between streams come from one small pool, all others from a pool of each stream. */
const SHARED: Readonly<Record<string, number>> = { candidateId: 4, programmeId: 2, employerId: 3, meetingId: 3 };
const OWN = 3;

/** Examples of the data of an event that hold each of its codes; every event has them. */
const golden = new Map<string, readonly Data[]>();
function examplesOf(type: string): readonly Data[] {
  const file = path.join(__dirname, `../../golden/${type}.v1.json`);
  const examples = golden.get(type) ?? (JSON.parse(fs.readFileSync(file, 'utf8')) as Data[]);
  golden.set(type, examples);
  return examples;
}

/**
 * One stream led by chance through its whole vocabulary, as it may stand in a log: several events an append, on any day so far, with
 * corrections of every kind. No decider is asked: what is folded need not make sense to be folded the same.
 */
class Life {
  private readonly streamId;
  private readonly originals: Event[] = [];
  private version = 0;

  constructor(
    readonly category: Category,
    private readonly nth: number,
    private readonly dice: Dice,
  ) {
    this.streamId = streamIdOf(category, category === 'candidate' ? shared('candidateId', nth) : testId(category, nth));
  }

  append(on: Day): Append {
    const events = Array.from({ length: this.dice.between(1, 3) }, () => this.event(on));
    const step = this.version;
    this.version += events.length;
    return {
      tenant: hengelo,
      streamId: this.streamId,
      expectedVersion: step,
      commandId: testId(this.streamId, 'command', step) satisfies CommandId,
      correlationId: testId(this.streamId, 'correlation', step) satisfies CorrelationId,
      causationId: null,
      actor: { subject: 'jd', role: 'caseworker', organisation: 'gemeente', onBehalfOf: null },
      overrides: [],
      events: events.map((event) => ({ schemaVersion: 1, sealed: null, ...event })),
    };
  }

  private event(on: Day): Event {
    const correctable = this.originals.filter(({ type }) => !LEDGER.test(type));
    const eventId = testId<'event'>(this.streamId, 'event', this.originals.length, this.dice.below(2 ** 30));
    if (correctable.length > 0 && this.dice.percent(35))
      return { eventId, type: 'EventCorrected', occurredOn: on, data: this.correction(this.dice.pick(correctable)) };

    const event = this.fact(eventId, on);
    this.originals.push(event);
    return event;
  }

  private fact(eventId: EventId, on: Day): Event {
    const types = Object.keys(vocabularies[this.category]);
    const first = FIRST[this.category] ?? types.slice(0, 1);
    const later = types.filter((type) => !first.includes(type) || BEGINNINGS.has(type));
    const ledger = types.filter((one) => (this.dice.percent(50) ? one === 'FollowUpPlanned' : LEDGER.test(one)));
    const next = ledger.length > 0 && this.dice.percent(40) ? ledger : later.length > 0 ? later : first;
    const type = this.dice.pick(this.originals.length === 0 ? first : next);
    return { eventId, type, occurredOn: this.dayUpTo(on), data: this.withOwnIds(this.dice.pick(examplesOf(type)), type) };
  }

  /** Version 1 is never voided. */
  private correction(original: Event): Data {
    const why = { corrects: original.eventId, reason: 'wrong-details', requestedBy: 'caseworker' };
    const kind = original === this.originals[0] ? 'replace' : this.dice.pick(['replace', 'replace', 'void', 'void', 'restore']);
    if (kind !== 'replace') return { ...why, kind };

    const data = { ...this.dice.pick(examplesOf(original.type)), ...idsIn(original.data) };
    const replaced = {
      type: original.type,
      schemaVersion: 1,
      occurredOn: this.dayUpTo(original.occurredOn),
      data,
      sealed: 'none',
    };
    return { ...why, kind, replacement: replaced };
  }

  private dayUpTo(on: Day): Day {
    return this.dice.percent(50) ? on : addDays(on, -this.dice.below(60));
  }

  private withOwnIds(data: Data, type: string): Data {
    return mapIds(data, (member) => {
      // Whose stream it is, and in which programme it begins, does not change.
      const stays = this.category === 'trajectory' && type !== 'ProgrammeVersionMigrated';
      if (stays && ['candidateId', 'programmeId'].includes(member)) return shared(member, this.nth);
      return member in SHARED ? shared(member, this.dice.below(100)) : testId(this.streamId, member, this.dice.below(OWN));
    });
  }
}

const shared = (member: string, nth: number): string => testId(member, nth % SHARED[member]);

const idsIn = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string' && UUID.test(value)));

/** The same data with another id in each place that holds one, also within lists. */
function mapIds<T>(value: T, idFor: (member: string) => string, member = ''): T {
  if (typeof value === 'string') return (UUID.test(value) ? idFor(member) : value) as T;
  if (Array.isArray(value)) return value.map((item) => mapIds(item, idFor, member) as unknown) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapIds(inner as unknown, idFor, name)])) as T;
}

/** What there is more of: a workplace has a row only while it is held. */
const MANY: ReadonlySet<Category> = new Set(['trajectory', 'workplace']);

/** Lives of every kind of stream, shuffled as a log has them, every other append of a trajectory; each in its own order, the days going on. */
export function livesShuffled(dice: Dice, { streams, appends }: Size): Told[] {
  const lives = (Object.keys(vocabularies) as Category[]).flatMap((category) => {
    const count = MANY.has(category) ? streams : Math.ceil(streams / 3);
    return Array.from({ length: count }, (_, nth) => new Life(category, nth, dice));
  });
  const isTrajectory = ({ category }: Life): boolean => category === 'trajectory';
  const [trajectories, others] = [lives.filter(isTrajectory), lives.filter((life) => !isTrajectory(life))];
  let on = BEGINS;
  return Array.from({ length: appends }, () => {
    on = addDays(on, dice.below(3));
    return { on, append: dice.pick(dice.percent(50) ? trajectories : others).append(on) };
  });
}
