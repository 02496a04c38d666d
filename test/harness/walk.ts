import { identified } from '../../src/kernel/admit.js';
import { correct, type Correction } from '../../src/kernel/correct.js';
import { addDays, addMicroseconds, daysBetween, laterOf, startOf, type Day, type Instant } from '../../src/kernel/days.js';
import { decide } from '../../src/kernel/decide.js';
import type { Decider } from '../../src/kernel/decider.js';
import { facts, occurredDay, withAppended, type Effective, type History } from '../../src/kernel/history.js';
import type { Command, DomainEvent, Meta, Refusal, Waived } from '../../src/kernel/messages.js';
import { stepsWithin, type NextSteps, type Step } from '../../src/kernel/next-steps.js';
import type { Outcome } from '../../src/kernel/outcome.js';
import type { Dice } from './dice.js';
import { testMeta } from './ids.js';

/** A decider, and what it takes to let chance lead a life under it. */
export type Walkable<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules> = Readonly<{
  decider: Decider<S, E, C, R, Rules>;
  /** The day on which every walk begins. */
  begins: Day;
  /** What happened before the walk begins, each event on its own; nothing when absent. */
  lived?: readonly E[];
  /** Commands after which little is left to do: chance passes over them most of the time. */
  seldom?: ReadonlySet<C['type']>;
  /** At most one day less than so many pass between two steps; 20 when absent, few for what happens on one day. */
  paceDays?: number;
  /** A payload: for this subject where `next-steps` gave one, else blind, with ids that may exist or not. */
  payload(type: C['type'], dice: Dice, from: Readonly<{ subject?: C['data']; facts: readonly Effective<E>[] }>): C['data'];
  /** Two payloads of one command are about the same subject when these texts are equal. */
  subjectOf(type: C['type'], data: C['data']): string;
  /** Other data for this event, the ids that it created among them. */
  replacement(event: Effective<E>, dice: Dice): E['data'];
  /** A fact to be entered late on this day; ids that it creates come from `meta`. */
  late(on: Day, dice: Dice, from: Readonly<{ facts: readonly Effective<E>[]; meta: Meta }>): E;
  /** What is appended with an append, asked with the history as it is after it: the follow-ups. */
  followedBy?(history: History<E>, meta: Meta): readonly E[];
  /** What must hold on each step besides what holds of every decider. */
  holds?(thrown: Throw<E, C, R>): void;
}>;

/** One throw of a walk, with all that a property may ask about it. */
export type Throw<E extends DomainEvent, C extends Command, R extends Refusal> = Readonly<{
  what: string;
  meta: Meta;
  /** The command that was sent, where it was one. */
  command?: C;
  /** The same wish on the same history, perhaps with another meta. */
  again(meta: Meta): Outcome<E, R>;
  /** Days and steps that were listed before it. */
  window: Readonly<{ from: Day; until: Day }>;
  listed: NextSteps<C, R>;
  before: History<E>;
  outcome: Outcome<E, R>;
  after: History<E>;
}>;

const COMMANDS = 70;
const OVERRIDES = 10;
const PAST_DAYS = 12;
const SELDOM = 5;

/**
 * A life led by chance: commands, back-dated ones, late facts, corrections (replace, void, restore), overrides.
 * Two of three commands come from those that `next-steps` lists, of the kind least often accepted so far, deepest first.
 */
export class Walk<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules> {
  history: History<E> = [];
  readonly waived: Waived[] = [];
  readonly accepted = new Map<string, number>();
  private today: Day;
  private now: Instant;
  private count = 0;

  constructor(
    private readonly walkable: Walkable<S, E, C, R, Rules>,
    private readonly dice: Dice,
  ) {
    this.today = walkable.begins;
    this.now = startOf(this.today);
    for (const event of walkable.lived ?? []) this.live(event);
  }

  /** Takes one step; what was accepted is in the history afterwards. */
  step(): Throw<E, C, R> {
    const meta = this.nextMeta();
    const window = { from: addDays(this.today, -this.dice.below(PAST_DAYS)), until: this.today };
    const listed = stepsWithin(this.walkable.decider, this.history, { meta, ...window });

    const asCommand = this.history.length === 0 || this.dice.percent(COMMANDS);
    const wish = asCommand ? this.command(meta, listed) : this.corrections(meta);
    const before = this.history;
    const outcome = wish.again(meta);
    if (outcome.kind === 'accepted') this.append(wish.what, outcome, meta);
    return { ...wish, meta, window, listed, before, outcome, after: this.history };
  }

  private live(event: E): void {
    this.today = laterOf(this.today, occurredDay(event));
    this.now = addMicroseconds(laterOf(this.now, startOf(this.today)), 1);
    this.count += 1;
    const meta = testMeta({ today: this.today, now: this.now, command: `${this.count}` });
    this.append('lived', { kind: 'accepted', events: identified([event], meta), overrides: [] }, meta);
  }

  private nextMeta(): Meta {
    this.today = addDays(this.today, this.dice.percent(50) ? 0 : this.dice.below(this.walkable.paceDays ?? 20));
    this.now = addMicroseconds(laterOf(this.now, startOf(this.today)), 1);
    this.count += 1;
    const override = this.dice.percent(OVERRIDES) ? { override: 'supervisor-agreed' } : {};
    return testMeta({ today: this.today, now: this.now, command: `${this.count}`, ...override });
  }

  private command(meta: Meta, listed: NextSteps<C, R>) {
    const command = this.dice.below(3) < 2 ? this.listedCommand(meta, listed) : this.blindCommand(meta);
    const { history } = this;
    const again = (other: Meta): Outcome<E, R> => decide(this.walkable.decider, history, { ...command, meta: other });
    return { what: command.type, command, again };
  }

  private listedCommand(meta: Meta, { now, late }: NextSteps<C, R>): C {
    const steps = [...now, ...late].filter(({ command }) => this.isTaken(command));
    if (steps.length === 0) return this.blindCommand(meta);

    const { command: type, subject, spans } = this.dice.percent(75) ? this.leastTaken(steps) : this.dice.pick(steps);
    const { from, until } = this.dice.pick(spans);
    const on = addDays(from, this.dice.below(daysBetween(from, until) + 1));
    return this.commandOf(type, on, { meta, subject });
  }

  private isTaken(type: C['type']): boolean {
    return !this.walkable.seldom?.has(type) || this.dice.percent(SELDOM);
  }

  private leastTaken(steps: readonly Step<C>[]): Step<C> {
    const types = Object.keys(this.walkable.decider.offers);
    const rank = ({ command }: Step<C>): number => (this.accepted.get(command) ?? 0) * 1000 - types.indexOf(command);
    const least = Math.min(...steps.map(rank));
    return this.dice.pick(steps.filter((step) => rank(step) === least));
  }

  private blindCommand(meta: Meta): C {
    const types = Object.keys(this.walkable.decider.offers) as C['type'][];
    const type = this.dice.pick(types.filter((one) => this.isTaken(one)));
    return this.commandOf(type, this.anyDay(), { meta });
  }

  private commandOf(type: C['type'], on: Day, { meta, subject }: { meta: Meta; subject?: C['data'] }): C {
    const data = this.walkable.payload(type, this.dice, { facts: this.facts(), ...(subject !== undefined && { subject }) });
    return { type, on, data, meta } as Command as C;
  }

  private corrections(meta: Meta) {
    const corrections = Array.from({ length: this.dice.below(3) }, () => this.correction());
    const count = corrections.length === 0 ? 1 : this.dice.below(2);
    const late = Array.from({ length: count }, () => this.walkable.late(this.anyDay(), this.dice, { facts: this.facts(), meta }));

    const { history } = this;
    const again = (other: Meta): Outcome<E, R> => correct(this.walkable.decider, history, { corrections, late, meta: other });
    return { what: [...corrections.map(({ kind }) => kind), ...late.map(() => 'late')].join(' and '), again };
  }

  private correction(): Correction {
    // Corrections and ledger events are tried too; they are refused.
    const original = this.dice.pick(this.history);
    const why = { corrects: original.eventId, reason: 'wrong-details', requestedBy: 'candidate' } as const;
    const kind = this.dice.pick(['replace', 'replace', 'void', 'restore'] as const);
    if (kind !== 'replace' || original.type === 'EventCorrected') return { ...why, kind: kind === 'replace' ? 'void' : kind };

    const occurredOn = addDays(occurredDay(original), this.dice.between(-8, 8));
    const data = this.walkable.replacement(original as unknown as Effective<E>, this.dice);
    return { ...why, kind, replacement: { occurredOn, data } };
  }

  /** Mostly a day of the life so far, now and then one before it or one to come. */
  private anyDay(): Day {
    const { begins } = this.walkable;
    return addDays(begins, this.dice.between(-3, daysBetween(begins, this.today) + 2));
  }

  private facts(): readonly Effective<E>[] {
    return facts(this.walkable.decider, this.history);
  }

  private append(what: string, { events, overrides }: Extract<Outcome<E, R>, { kind: 'accepted' }>, meta: Meta): void {
    const decided = withAppended(this.history, events, this.now);
    const follow = identified(this.walkable.followedBy?.(decided, meta) ?? [], meta, events.length);
    const appended = withAppended(decided, follow, this.now);
    this.history = appended.map((event) => ({ ...event, sealedAt: event.recordedAt }));
    this.waived.push(...overrides);
    for (const one of what.split(' and ')) this.accepted.set(one, (this.accepted.get(one) ?? 0) + 1);
  }
}
