import { addDays, earlierOf, type Day } from '../../kernel/days.js';
import type { EmployerId, EventId } from '../../kernel/ids.js';
import type { FactName, Held } from './fact.js';

/** Facts while they are gathered, in the order of the events. */
export type Gathered = readonly Held[];

/** What a fact says besides its event; its first day where that is not the event's own. */
export type Said = Pick<Held, 'fact'> & Partial<Omit<Held, 'eventId'>>;

type Told = Readonly<{ eventId: EventId; occurredOn: Day }>;

/** One fact more, from the day of its event on unless said otherwise. */
export function withFact(held: Gathered, { eventId, occurredOn }: Told, said: Said): Gathered {
  return [...held, { ...NOTHING_MORE, eventId, validFrom: occurredOn, ...said }];
}

/** Which facts are meant: those of a name, and of a code or about something where that is said. */
export type Which = Readonly<{ fact: FactName } & Partial<Pick<Held, 'code' | 'aboutId'>>>;

/** Those meant last until `last` at the latest; one that would then end before it begins never held. */
export function endedBy(held: Gathered, which: Which, last: Day): Gathered {
  return held.flatMap((fact) => {
    if (!isMeant(fact, which)) return [fact];
    const validTo = fact.validTo === null ? last : earlierOf(fact.validTo, last);
    return validTo < fact.validFrom ? [] : [{ ...fact, validTo }];
  });
}

/** Those meant hold no longer on `day`. */
export const endedBefore = (held: Gathered, which: Which, day: Day): Gathered => endedBy(held, which, addDays(day, -1));

/** Whether one of those meant was told at all. */
export const isTold = (held: Gathered, which: Which): boolean => held.some((fact) => isMeant(fact, which));

/** Whether one of those meant has no end yet. */
export const runs = (held: Gathered, which: Which): boolean => held.some((fact) => fact.validTo === null && isMeant(fact, which));

/** With which employer something is: the first word on it counts. */
export const employerOf = (held: Gathered, which: Which): EmployerId | null =>
  held.find((fact) => isMeant(fact, which))?.employerId ?? null;

const NOTHING_MORE = {
  code: null,
  aboutId: null,
  employerId: null,
  programmeVersion: null,
  round: null,
  validTo: null,
} as const;

/** Of which facts these are, whatever else they say. */
export const isMeant = (held: Held, { fact, code, aboutId }: Which): boolean =>
  held.fact === fact && (code === undefined || held.code === code) && (aboutId === undefined || held.aboutId === aboutId);
