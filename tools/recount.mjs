// Recounts the demo's table from the log alone, over HTTP: node tools/recount.mjs <address> <token> <figures.json>, where `npm run demo -- --json figures.json` wrote the last.
// It imports nothing of the program and folds corrections itself, so that the two can disagree.
import { readFileSync } from 'node:fs';

/** Every event of the feed, in order. */
export async function feedOf(address, token) {
  const events = [];
  for (let after = ''; ;) {
    const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const response = await fetch(`${address}/v1/events?limit=500${query}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`the feed answers ${response.status}: ${await response.text()}`);
    const page = await response.json();
    if (page.events.length === 0) return events;
    events.push(...page.events);
    after = page.next;
  }
}

/** The events that count: the last word of the corrections of each, in the log's order. */
export function countingOf(events) {
  const last = new Map();
  for (const { type, data } of events) if (type === 'EventCorrected') last.set(data.corrects, data);

  return events.flatMap((event) => {
    if (event.type === 'EventCorrected') return [];
    const correction = last.get(event.eventId);
    if (!correction || correction.kind === 'restore') return [event];
    if (correction.kind === 'void') return [];
    return [{ ...event, data: correction.replacement.data, occurredOn: correction.replacement.occurredOn }];
  });
}

/** The figures, each from the events that count. */
export function recount(events) {
  const counting = countingOf(events);
  const count = (type, also = () => true) => counting.filter((event) => event.type === type && also(event.data)).length;
  return {
    'meetings held': count('MeetingHeld'),
    'candidates registered': count('CandidateRegistered'),
    'of whom walked in': count('CandidateRegistered', (data) => data.walkIn),
    'employers registered': count('EmployerRegistered'),
    'invitations sent': count('InvitationSent'),
    'guests who came': count('AttendanceRecorded', (data) => data.attendance === 'attended'),
    'times somebody was interested': count('MeetingInterestExpressed', (data) => data.interested),
    'matches made': count('MatchMade'),
    'matches that fell through': count('MatchFellThrough'),
    'three-party talks': count('TripartiteTalkHeld'),
    'plans agreed': count('PlanAgreed'),
    'placements started': count('PlacementStarted'),
    'placements ended': count('PlacementEnded'),
    'follow-ups planned': count('FollowUpPlanned'),
    'follow-ups fallen due': count('FollowUpFellDue', (data) => data.step === 0),
    'follow-ups done': count('FollowUpDone'),
    'check-ins missed': count('CheckInMissed'),
    returns: count('TrajectoryStarted', (data) => data.round > 1),
  };
}

/** What differs between the table and the recount; empty when they agree, and a figure that only one of them knows differs. */
export function differencesBetween(table, recounted) {
  const names = new Set([...Object.keys(table), ...Object.keys(recounted)]);
  return [...names].flatMap((name) =>
    table[name] === recounted[name] ? [] : [`${name}: the table says ${table[name]}, the log says ${recounted[name]}`],
  );
}

async function main([address, token, file]) {
  if (!address || !token || !file) throw new Error('usage: node tools/recount.mjs <address> <token> <figures.json>');
  const recounted = recount(await feedOf(address, token));
  const differences = differencesBetween(JSON.parse(readFileSync(file, 'utf8')).figures, recounted);

  for (const difference of differences) console.error(difference);
  console.log(
    differences.length === 0 ? `The recount agrees: ${Object.keys(recounted).length} figures.` : 'The recount does not agree.',
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (import.meta.url === `file://${process.argv[1]}`) void main(process.argv.slice(2));
