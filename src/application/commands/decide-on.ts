import { NothingInForce } from '../../follow-ups/plan-follow-ups.js';
import { identified } from '../../kernel/admit.js';
import { correctedVocabulary } from '../../kernel/corrected.events.js';
import { correct, type Correction } from '../../kernel/correct.js';
import { decide } from '../../kernel/decide.js';
import { facts, occurredDay, withAppended, type History } from '../../kernel/history.js';
import type { DomainEvent, Meta, Override, Refusal, Waived, WordsRef } from '../../kernel/messages.js';
import type { Identified, Outcome } from '../../kernel/outcome.js';
import { historyOf } from '../../kernel/vocabulary.js';
import type { WrittenEvent } from '../event-bytes.js';
import type { Words } from '../ports/person-vault.js';
import { refuse, type Refused } from '../refusals.js';
import type { AnyDecider, Around, StreamKind, Wished } from '../streams/stream-kind.js';
import { WordsAside } from './words-aside.js';
import type { CorrectionsWish, CorrectionWish, DeciderWish, LateWish, Wish } from './wish.js';

/** What is to be appended: the events that were decided and the follow-ups that they ask for; the words stand aside. */
export type Decided = Readonly<{
  kind: 'decided';
  events: readonly Identified<DomainEvent>[];
  overrides: readonly Override[];
  words: ReadonlyMap<WordsRef, Words>;
}>;

type About = Readonly<{ of: StreamKind; wish: Wish; ownId: string; around: Around }>;
type Asked = Readonly<{ decider: AnyDecider; history: History<DomainEvent>; meta: Meta; aside: WordsAside }>;

/** Decides on a history as stored: upcast, judged, with the follow-ups of the same append. */
export async function decideOn(about: About, stored: readonly WrittenEvent[], meta: Meta): Promise<Decided | Refused> {
  const { of, wish, around } = about;
  const history = historyOf(of.vocabulary, stored) as unknown as History<DomainEvent>;
  const { decider, planFollowUps } = await of.prepare(history, wish.kind === 'command' ? wish.data : wish, around);

  const aside = new WordsAside(of.subjectOf(history, wish.kind === 'command' ? wish.data : null, about.ownId), meta);
  const asked = { decider, history, meta, aside };
  const objection = await objectionTo(about, asked);
  if (objection) return objection;
  const outcome = wish.kind === 'command' ? commanded(asked, wish) : corrected(asked, wish);
  if (outcome.kind === 'refused') return refuse(outcome.refusal);

  const decided = outcome.events as readonly Identified<DomainEvent>[];
  const misfit = misfitOf(of, decided);
  if (misfit) return misfit;

  const after = withAppended(history, decided, meta.now);
  const revived = await objectionToRevived(about, { decider, before: history, after });
  if (revived) return revived;

  const planned = ruled(() => planFollowUps(after, meta));
  if ('kind' in planned) return planned;

  const unfit = misfitOf(of, planned);
  if (unfit) return unfit;

  const events = [...decided, ...identified(planned, meta, decided.length)];
  return { kind: 'decided', events, overrides: withReason(outcome.overrides, meta), words: aside.words };
}

/** What keeps it from being decided at all: what other streams have against it, or a late fact that names an id of its own. */
async function objectionTo({ of, wish, ownId, around }: About, asked: Asked): Promise<Refused | undefined> {
  const hindrance = await of.hindrance({ ownId, history: asked.history, facts: factsWished(wish, asked) }, around);
  return hindrance ?? (wish.kind === 'corrections' ? (idGiven(asked, wish) ?? dayGiven(asked, wish)) : undefined);
}

type Turn = Readonly<{ decider: AnyDecider; before: History<DomainEvent>; after: History<DomainEvent> }>;

/** What other streams have against what stands again by a correction that takes back another one: it is as if it was said now. */
async function objectionToRevived(
  { of, wish, ownId, around }: About,
  { decider, before, after }: Turn,
): Promise<Refused | undefined> {
  if (wish.kind === 'command') return undefined;

  const stood = new Set(facts(decider, before).map(({ eventId }) => eventId));
  const known = new Set(before.map(({ eventId }) => eventId));
  const again = facts(decider, after).filter(({ eventId }) => known.has(eventId) && !stood.has(eventId));
  const revived = [
    ...again.map((fact) => ({ type: fact.type, on: occurredDay(fact), data: fact.data })),
    ...of.revived(before, after),
  ];
  return revived.length > 0 ? of.hindrance({ ownId, history: before, facts: revived }, around) : undefined;
}

function factsWished(wish: Wish, { history, meta }: Asked): Wished['facts'] {
  if (wish.kind === 'command') return [{ type: wish.type, on: wish.on ?? meta.today, data: wish.data }];

  const replaced = wish.corrections.flatMap(({ corrects, replacement }) => {
    const original = history.find(({ eventId }) => eventId === corrects);
    if (!original || !replacement) return [];
    return [{ type: original.type, on: replacement.occurredOn, data: replacement.data, was: original.data }];
  });
  return [...replaced, ...wish.late.map(({ type, occurredOn, data }) => ({ type, on: occurredOn, data }))];
}

const withReason = (waived: readonly Waived[], { override }: Meta): readonly Override[] =>
  override === undefined ? [] : waived.map((each) => ({ ...each, reason: override }));

/** The first that its schema would not have; what is planned is held against it too, as a day may come out that no event can hold. */
function misfitOf(of: StreamKind, events: readonly DomainEvent[]): Refused | undefined {
  const misfit = events.find((event) => !fits(of, event));
  return misfit && refuse({ code: 'not-of-its-type', eventId: null, type: misfit.type, at: [] });
}

/** An override waives judgements, never the shape of an event: what a schema keeps out of the log stays out (P10). */
function fits({ vocabulary }: StreamKind, { type, data }: DomainEvent): boolean {
  try {
    ({ ...vocabulary, ...correctedVocabulary })[type]?.data.parse(data);
    return true;
  } catch {
    return false;
  }
}

/** Where no version of a rule covers the day nothing is calculated, and so nothing is promised or stored (P12). */
function ruled<T>(plan: () => T): T | Refused {
  try {
    return plan();
  } catch (error) {
    if (error instanceof NothingInForce) return refuse({ code: error.code, ruleset: error.id, on: error.on });
    throw error;
  }
}

function commanded(
  { decider, history, meta, aside }: Asked,
  { type, on, data, words }: DeciderWish,
): Outcome<DomainEvent, Refusal> {
  return decide(decider, history, { type, ...(on ? { on } : {}), data, ...aside.sealOf(words), meta });
}

function corrected(asked: Asked, { corrections, late }: CorrectionsWish): Outcome<DomainEvent, Refusal> {
  const { decider, history, meta, aside } = asked;
  return correct(decider, history, {
    corrections: corrections.map((wish) => correctionOf(wish, aside)),
    late: late.map((wish, at) => lateFact(asked, wish, at)),
    meta,
  });
}

/** New words replace those of the form before; without, they stay. */
function correctionOf(wish: CorrectionWish, aside: WordsAside): Correction {
  const { corrects, reason, requestedBy } = wish;
  if (wish.kind !== 'replace' || !wish.replacement) return { corrects, kind: wish.kind as 'void', reason, requestedBy };

  const { occurredOn, data, words } = wish.replacement;
  const replacement = { occurredOn, data, sealed: words ? 'given' : 'kept' } as const;
  return { corrects, kind: 'replace', reason, requestedBy, replacement, ...aside.sealOf(words) };
}

/** What a late fact creates gets its id here, as a command's would, and the day on which it is recorded. */
function lateFact({ decider, meta, aside }: Asked, { type, occurredOn, data, words }: LateWish, at: number): DomainEvent {
  const ids = createdBy(decider, type).map((member) => [member, meta.newId(labelOf(member), at)]);
  const days = recordedOnIn(decider, type).map((member) => [member, meta.today]);
  return { type, occurredOn, data: { ...(data as object), ...Object.fromEntries([...ids, ...days]) }, ...aside.sealOf(words) };
}

/** The ids that events of a type create: what they keep, but for what says whose stream it is or when it was recorded. */
const createdBy = ({ keeps }: AnyDecider, type: string): readonly string[] =>
  (keeps[type] ?? []).filter((member) => !SAYS_WHOSE.has(member) && !RECORDED_ON.has(member));

const recordedOnIn = ({ keeps }: AnyDecider, type: string): readonly string[] =>
  (keeps[type] ?? []).filter((member) => RECORDED_ON.has(member));

/** A late fact that names an id of its own could give two things one name: two placements, and one promise for both. */
function idGiven({ decider }: Asked, { late }: CorrectionsWish): Refused | undefined {
  for (const { type, data } of late) {
    const given = createdBy(decider, type).filter((member) => Object.hasOwn(data as object, member));
    if (given.length > 0)
      return refuse({ code: 'not-of-its-type', eventId: null, type, at: given.map((member) => `data.${member}`) });
  }
}

/** Follow-ups planned from any other day than that of recording would lie in the past, and fall due at once, or never come. */
function dayGiven({ decider, meta }: Asked, { late }: CorrectionsWish): Refused | undefined {
  for (const { type, data } of late) {
    const said = data as Readonly<Record<string, unknown>>;
    const other = recordedOnIn(decider, type).filter((day) => Object.hasOwn(said, day) && said[day] !== meta.today);
    if (other.length > 0)
      return refuse({ code: 'not-of-its-type', eventId: null, type, at: other.map((member) => `data.${member}`) });
  }
}

const SAYS_WHOSE: ReadonlySet<string> = new Set(['candidateId', 'programmeId', 'round', 'previousTrajectoryId']);

/** Members that hold the day on which their event was recorded. */
const RECORDED_ON: ReadonlySet<string> = new Set(['followUpsFrom']);

const labelOf = (member: string): string => member.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
