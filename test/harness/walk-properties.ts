import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../src/kernel/outcome.js';
import { courseOf } from '../../src/kernel/course.js';
import { addDays, addMicroseconds, daysBetween, type Instant } from '../../src/kernel/days.js';
import { decide } from '../../src/kernel/decide.js';
import type { Decider, Fold } from '../../src/kernel/decider.js';
import { facts, foldOver, ledgerOf, stateOf, withAppended, type History } from '../../src/kernel/history.js';
import type { Command, DomainEvent, Refusal, Waived } from '../../src/kernel/messages.js';
import { Dice } from './dice.js';
import { plainAdmission, plainFacts, plainVerdicts } from './oracle.js';
import { SEED, runs } from './seed.js';
import { Walk, type Throw, type Walkable } from './walk.js';

/** How often each thing happened on all walks together; for a spec that its walks lead somewhere. */
export type Tally = ReadonlyMap<string, number>;

/**
 * Walks many lives and holds the kernel and the decider to every promise on each step:
 * no fact of the effective history is refused, those judged once and those waived apart; deciding comes to the same as
 * the plain words of the oracle; next steps are just what is accepted; a cut in time is what stood then.
 * Answers what happened, and prints it with the seed.
 */
export function walkMany<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  walkable: Walkable<S, E, C, R, Rules>,
  { walks, steps, seed = SEED }: Readonly<{ walks: number; steps: number; seed?: number }>,
): Tally {
  const tally = new Map<string, number>();
  fc.assert(
    fc.property(fc.integer(), (led) => {
      const dice = new Dice(led);
      const walk = new Walk(walkable, dice);
      for (let step = 0; step < steps; step++) {
        const thrown = walk.step();
        count(tally, thrown);
        holdStep(walkable, thrown, { waived: walk.waived, dice });
      }
      holdCuts(walkable.decider, walk.history);
    }),
    // A walk stops at its first broken promise; a smaller seed would be another walk, not a shorter one.
    { ...runs(walks, seed), endOnFailure: true },
  );

  if (process.env.VERBOSE === '1')
    process.stdout.write(
      `${walks} walks of ${steps} steps, seed ${seed}: ${[...tally].map(([what, times]) => `${what} ${times}`).join(', ')}\n`,
    );
  return tally;
}

/** How often as many walks again are led at most, each time from the next seed, where chance has not come upon all that must be seen. */
const ROUNDS = 6;

/** The seeds of walks that are led until enough was seen, whatever chance does. */
export function* seedsUntil(isEnough: () => boolean): Generator<number> {
  for (let round = 0; round < ROUNDS && (round === 0 || !isEnough()); round++) yield SEED + round;
}

/** Walks until each of these happened, and answers which did not. */
export function unseenOf<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  must: readonly string[],
  walkable: Walkable<S, E, C, R, Rules>,
  size: Readonly<{ walks: number; steps: number }>,
): readonly string[] {
  let unseen = must;
  for (const seed of seedsUntil(() => unseen.length === 0)) {
    const tally = walkMany(walkable, { ...size, seed });
    unseen = unseen.filter((what) => !tally.has(what));
  }
  return unseen;
}

function count(tally: Map<string, number>, { what, outcome }: Throw<DomainEvent, Command, Refusal>): void {
  const add = (key: string): unknown => tally.set(key, (tally.get(key) ?? 0) + 1);
  if (outcome.kind === 'refused') return void add(`refused ${outcome.refusal.code}`);

  what.split(' and ').forEach((one) => add(one));
  if (outcome.overrides.length > 0) add('overridden');
}

type Context = Readonly<{ waived: readonly Waived[]; dice: Dice }>;

function holdStep<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  walkable: Walkable<S, E, C, R, Rules>,
  thrown: Throw<E, C, R>,
  { waived, dice }: Context,
): void {
  const { decider } = walkable;
  holdAdmission(decider, thrown);
  if (thrown.outcome.kind === 'accepted') holdInvariant(decider, thrown.after, waived);
  holdCourse(decider, thrown, dice);
  holdListed(decider, thrown, dice);
  holdUnlisted(walkable, thrown);
  walkable.holds?.(thrown);
}

/** The invariant: whatever was let in, each fact may stand where it stands. */
function holdInvariant<S, E extends DomainEvent, R extends Refusal, Rules>(
  decider: Decider<S, E, never, R, Rules>,
  history: History<E>,
  waived: readonly Waived[],
): void {
  const apart = ({ eventId, type }: { eventId: string; type: string }, code: string): boolean =>
    decider.judgedOnce.has(type) ||
    decider.ledger.has(type) ||
    waived.some((one) => one.eventId === eventId && one.code === code);

  const refused = plainVerdicts(decider, history).filter(({ event, code }) => !apart(event, code));
  expect(refused).toEqual([]);
}

/** Deciding answers what its plain words say, and the same when it is asked again. */
function holdAdmission<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  { before, outcome, meta, again }: Throw<E, C, R>,
): void {
  same(again(meta), outcome);

  // What can never be waived is refused all the same; everything else shows its events so.
  const waiving = again({ ...meta, override: 'to-see-its-events' });
  if (waiving.kind === 'refused') {
    const insists = decider.insists !== undefined;
    return holdNeverWaived(waiving, { outcome, overridden: meta.override !== undefined, insists });
  }

  const after = withAppended(before, waiving.events, meta.now);
  const plain = plainAdmission(decider, { before, after, override: meta.override !== undefined });
  same(outcome.kind === 'refused' ? { refusal: outcome.refusal } : { overrides: outcome.overrides }, plain);
}

/** Where something later can never be waived, or hides behind what can, an own refusal still comes first as long as that is not waived either. */
function holdNeverWaived<E extends DomainEvent, R extends Refusal>(
  waiving: Extract<Outcome<E, R>, { kind: 'refused' }>,
  { outcome, overridden, insists }: Readonly<{ outcome: Outcome<E, R>; overridden: boolean; insists: boolean }>,
): void {
  const mayDiffer = (waiving.refusal.code === 'breaks-later' || insists) && !overridden;
  if (mayDiffer) expect(outcome.kind).toBe('refused');
  else same(waiving, outcome);
}

/** A history laid out is the history folded, on any day. */
function holdCourse<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  { after, meta }: Throw<E, C, R>,
  dice: Dice,
): void {
  const course = courseOf(decider, after);
  const day = addDays(meta.today, -dice.below(60));

  same(course.facts, plainFacts(decider, after));
  same(course.now, stateOf(decider, after));
  same(course.on(day), stateOf(decider, after, { validOn: day }));
  // Earlier states are as they were: evolve changes none of them.
  const place = dice.below(course.before.length);
  same(course.before[place], foldOver(decider, decider.initial, course.facts.slice(0, place)));
}

/** Each listed step is accepted on each of its days, and on no other of those asked about. */
function holdListed<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  decider: Decider<S, E, C, R, Rules>,
  { before, meta, window, listed }: Throw<E, C, R>,
  dice: Dice,
): void {
  const on = addDays(window.from, dice.below(daysBetween(window.from, window.until) + 1));
  const tried = [...listed.now, ...listed.late, ...listed.not].filter((step) => 'subject' in step && dice.percent(25));
  for (const step of tried) {
    const command = { type: step.command, on, data: step.subject, meta: { ...meta, override: undefined } } as Command as C;
    const expected = 'spans' in step && step.spans.some(({ from, until }) => from <= on && on <= until);
    expect([step, on, decide(decider, before, command).kind]).toEqual([step, on, expected ? 'accepted' : 'refused']);
  }
  expect(listed.now.every(({ spans }) => spans.at(-1)!.until === meta.today)).toBe(true);
  expect(listed.late.every(({ spans }) => spans.at(-1)!.until < meta.today)).toBe(true);
}

/** Without an override, a command is accepted only if its subject is listed for its day. */
function holdUnlisted<S, E extends DomainEvent, C extends Command, R extends Refusal, Rules>(
  { subjectOf }: Walkable<S, E, C, R, Rules>,
  { command, outcome, window, listed }: Throw<E, C, R>,
): void {
  if (outcome.kind === 'refused' || !command || command.meta.override !== undefined) return;
  const on = command.on!;
  if (on < window.from || on > window.until) return;

  const subject = subjectOf(command.type, command.data);
  const steps = [...listed.now, ...listed.late].filter(
    (step) => step.command === command.type && subjectOf(step.command, step.subject) === subject,
  );
  expect([
    command.type,
    subject,
    on,
    steps.some(({ spans }) => spans.some(({ from, until }) => from <= on && on <= until)),
  ]).toEqual([command.type, subject, on, true]);
}

/** As it was known after an append is what was there after it; and no cut shows what it leaves out. */
function holdCuts<S, E extends DomainEvent>(fold: Fold<S, E>, history: History<E>): void {
  for (const { version, sealedAt } of history) {
    if (history[version]?.sealedAt === sealedAt) continue;
    const known = history.slice(0, version);
    same(facts(fold, history, { knownAt: sealedAt! }), plainFacts(fold, known));
    same(stateOf(fold, history, { knownAt: sealedAt! }), stateOf(fold, known));
    same(facts(fold, history, { knownAt: addMicroseconds(sealedAt!, -1) }), plainFacts(fold, knownBefore(history, sealedAt!)));
  }

  const versions = ledgerOf(fold, history).map(({ version }) => version);
  expect(versions).toEqual([...versions].sort((one, other) => one - other));
}

/** `toEqual` where it is needed: to show a difference. It is slow on what is equal. */
function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

const knownBefore = <E extends DomainEvent>(history: History<E>, at: Instant): History<E> =>
  history.filter(({ sealedAt }) => sealedAt! < at);
