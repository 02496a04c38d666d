import type { Day } from '../kernel/days.js';
import type { Offers } from '../kernel/decider.js';
import type { Command } from '../kernel/messages.js';
import { judgeDays, judgeSince, type NotRegistered, type Reversed } from './registered.js';
import { SOME_DAY, SOMEBODY } from './samples.js';
import type { Organisation } from './organisation.js';
import type { AbsenceRecorded } from './organisation.events.js';

/** Somebody is away on some days; why is nobody’s business here. */
export type RecordAbsence = Command<'RecordAbsence', Omit<AbsenceRecorded['data'], 'absenceId'>>;

export type CannotRecordAbsence = NotRegistered | Reversed;

/** Proposes exactly one `AbsenceRecorded`, with a new id. */
export function recordAbsence({ on, data, meta }: RecordAbsence & { on: Day }): [AbsenceRecorded] {
  return [{ type: 'AbsenceRecorded', occurredOn: on, data: { absenceId: meta.newId('absence'), ...data } }];
}

/** What `next-steps` may try: an absence of somebody. */
export function offerAbsences({ registered }: Organisation): Offers<RecordAbsence, CannotRecordAbsence> {
  const sample = { subject: SOMEBODY, from: SOME_DAY, until: null };
  return { subjects: registered ? [sample] : [], none: 'organisation-not-registered' };
}

/**
 * An absence ends on or after its first day.
 *
 * Errors: `organisation-not-registered`; `before-registration`; `period-reversed`.
 * Source, docs/rules.md.
 */
export function judgeAbsence({ occurredOn, data }: AbsenceRecorded, state: Organisation): CannotRecordAbsence | undefined {
  return judgeSince(occurredOn, state) ?? judgeDays(data);
}
