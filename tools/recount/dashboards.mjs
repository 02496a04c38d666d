// The figures of the dashboards, counted again from the log alone.
import { countingOf } from './log.mjs';

/** The steps of a funnel with what says that somebody took them, the first one first. */
const STEPS = {
  offered: ({ type }) => type === 'TrajectoryOffered',
  started: ({ type }) => type === 'TrajectoryStarted',
  talked: ({ type }) => type === 'IntakeHeld',
  'follow-up-agreed': ({ type }) => type === 'FollowUpAgreed',
  matched: ({ type }) => type === 'MatchMade',
  'plan-agreed': ({ type }) => type === 'PlanAgreed',
  placed: ({ type }) => type === 'PlacementStarted',
  'in-paid-work': (event) => isJob(event) || event.type === 'NewJobFound',
  'contract-signed': ({ type }) => type === 'ContractSigned',
};

const isJob = ({ type, data }) => (type === 'PlacementStarted' || type === 'PlacementConverted') && data.kind === 'job';

/**
 * Distinct persons at each step of a programme, and at it or a later one. `knownAt` is an instant: what was sealed later is left out;
 * `until` a day: what occurred later is.
 */
export function funnelOf(events, { programmeId, knownAt, until = '9999-12-31' }) {
  const known = knownBy(events, knownAt);
  const told = inProgramme(known, programmeId).filter(({ occurredOn }) => occurredOn <= until);
  const personOf = personsIn(known);
  const reached = Object.values(STEPS).map((says) => new Set(told.filter(says).map(({ whose }) => personOf(whose))));

  return Object.keys(STEPS).map((step, at) => {
    const persons = new Set(reached.slice(at).flatMap((those) => [...those]));
    return { step, persons: persons.size, reached: reached[at].size };
  });
}

/** Beside the last target that was set for a year, the distinct persons who had bijstand on the day before a job began in it. */
export function targetOf(events, { programmeId, year, knownAt, until = '9999-12-31' }) {
  const known = knownBy(events, knownAt);
  const personOf = personsIn(known);
  const benefits = known.filter(({ type, data }) => /^Benefit/.test(type) && data.kind === 'bijstand').toSorted(byDay);
  const hadBefore = (person, day) => {
    const before = benefits.filter(({ streamId, occurredOn }) => personOf(ownId(streamId)) === person && occurredOn < day);
    const last = before.at(-1);
    return last !== undefined && (last.type !== 'BenefitEnded' || last.occurredOn === dayBefore(day));
  };

  const jobs = inProgramme(known, programmeId).filter((event) => isJob(event) && event.occurredOn <= until);
  const counted = jobs.filter(({ occurredOn, whose }) => isIn(year, occurredOn) && hadBefore(personOf(whose), occurredOn));
  const set = known.filter(
    ({ streamId, type, occurredOn, data }) =>
      streamId === `programme-${programmeId}` && type === 'TargetSet' && data.year === year && occurredOn <= until,
  );
  const target = set.toSorted(byDay).at(-1)?.data.count ?? null;
  return { target, reached: new Set(counted.map(({ whose }) => personOf(whose))).size };
}

/** By caseworker, `nobody` among them: trajectories that run, follow-ups that stand open, and those of them that fell due. */
export function caseloadsOf(events) {
  const loads = {};
  for (const told of byStream(countingOf(events)).values()) {
    const load = (loads[lastOf(told, ['CaseworkerAssigned'])?.data.subject ?? 'nobody'] ??= {
      trajectories: 0,
      open: 0,
      overdue: 0,
    });
    const standing = lastOf(told, ['TrajectoryClosed', 'TrajectoryReopened']);
    const runs = told.some(({ type }) => type === 'TrajectoryStarted') && standing?.type !== 'TrajectoryClosed';
    const ids = (...types) => told.filter(({ type }) => types.includes(type)).map(({ data }) => data.followUpId);
    const ended = new Set(ids('FollowUpDone', 'FollowUpCancelled'));
    const fallen = new Set(ids('FollowUpFellDue'));
    const open = ids('FollowUpPlanned').filter((id) => !ended.has(id));

    load.trajectories += runs ? 1 : 0;
    load.open += open.length;
    load.overdue += open.filter((id) => fallen.has(id)).length;
  }
  return Object.fromEntries(Object.entries(loads).filter(([, { trajectories, open }]) => trajectories > 0 || open > 0));
}

/** The trajectories, each with its events in the order of the log. */
function byStream(events) {
  const streams = new Map();
  for (const event of events) {
    if (!event.streamId.startsWith('trajectory-')) continue;
    if (!streams.has(event.streamId)) streams.set(event.streamId, []);
    streams.get(event.streamId).push(event);
  }
  return streams;
}

const lastOf = (events, types) =>
  events
    .filter(({ type }) => types.includes(type))
    .toSorted(byDay)
    .at(-1);

const isIn = (year, day) => day.startsWith(`${year}-`);

/** The events that counted as far as was known then. */
const knownBy = (events, knownAt = '9999') => countingOf(events.filter(({ sealedAt }) => sealedAt <= knownAt));

/** What happened in the trajectories of a programme, each event with the candidate whose it is. */
function inProgramme(events, programmeId) {
  const whose = new Map();
  for (const { streamId, type, data } of events)
    if ((type === 'TrajectoryOffered' || type === 'TrajectoryStarted') && data.programmeId === programmeId)
      whose.set(streamId, data.candidateId);
  return events.flatMap((event) => (whose.has(event.streamId) ? [{ ...event, whose: whose.get(event.streamId) }] : []));
}

/** Who a candidate is, by the merges that were not undone. */
function personsIn(events) {
  const into = new Map();
  for (const { streamId, type, data } of events.toSorted(byDay)) {
    if (type === 'CandidateMergedInto') into.set(ownId(streamId), data.survivorId);
    if (type === 'MergeUndone') into.delete(ownId(streamId));
  }
  return function personOf(candidateId) {
    return into.has(candidateId) ? personOf(into.get(candidateId)) : candidateId;
  };
}

const ownId = (streamId) => streamId.slice(streamId.indexOf('-') + 1);

const byDay = (one, other) =>
  one.occurredOn === other.occurredOn ? one.version - other.version : one.occurredOn < other.occurredOn ? -1 : 1;

const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
