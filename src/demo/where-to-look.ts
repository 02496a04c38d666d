import { addDays, dayOf, type Day, type Instant } from '../kernel/days.js';
import type { Api } from './stage/api.js';

type Line = Readonly<{ type: string; eventId: string; occurredOn: Day; data: unknown; correctedBy: string | null }>;
type Raw = Readonly<{ eventId: string; recordedAt: Instant }>;
type Told = Readonly<{ path: string; lines: readonly Line[] }>;

/** The programme of which the commands show a trajectory from near. */
const SHOWN = 'meedoen-werkt';

/** How many lines of one timeline are looked through; in this story none is longer. */
const LINES = 100;

/** What a terminal makes of a timeline: a day and a line in Dutch, and under it in English. */
const LINES_OF =
  'lines() { node -e \'for (const { occurredOn, line } of JSON.parse(require("fs").readFileSync(0)).items) console.log(`${occurredOn}  ${line.nl}\\n            ${line.en}`)\'; }';

/** The same of any other answer: a member a line. */
const JSON_OF = 'json() { node -p \'JSON.stringify(JSON.parse(require("fs").readFileSync(0)), null, 2)\'; }';

/**
 * Where a newcomer sees what the project is about, with commands that are ready to be run: a timeline, its raw events, what was
 * known before and after a correction, a follow-up that fell due, and a return.
 *
 * Errors: throws when the story has none of one of them.
 */
export async function whereToLook(
  voices: Readonly<Record<string, Pick<Api, 'streams' | 'ask'>>>,
  { address, token }: Readonly<{ address: string; token: string }>,
): Promise<string> {
  const api = voices[SHOWN];
  const told: Told[] = [];
  for (const path of api.streams.filter((stream) => stream.startsWith('/trajectories/')))
    told.push({ path, lines: (await api.ask<{ items: readonly Line[] }>(`${path}/timeline?limit=${LINES}`)).items });

  const [corrected, correctedLine] = firstWith(told, ({ correctedBy }) => correctedBy !== null);
  const [late, fellDue] = firstWith(told, ({ type }) => type === 'FollowUpFellDue');
  const [returned] = firstWith(told, isReturn);
  const on = await correctionDay(api, corrected, correctedLine);
  const asked = (path: string, as: 'lines' | 'json') => `    curl -sS -H "Authorization: Bearer $TOKEN" "$API${path}" | ${as}`;
  const command = (path: string) => asked(path, 'json');
  const timeline = (path: string) => asked(`${path}/timeline`, 'lines');

  return [
    'Where to look. In another terminal, as a supervisor:',
    `    API=${address}/v1`,
    `    TOKEN=${token}`,
    `    ${LINES_OF}`,
    `    ${JSON_OF}`,
    'A trajectory as a timeline, each line in Dutch and English:',
    timeline(corrected),
    `The same as raw events, in which the correction of ${on} stands beside what was entered first (${correctedLine.type}):`,
    command(`${corrected}/events`),
    'What was known of it the day before the correction, and on its day:',
    command(`${corrected}/state?knownAt=${addDays(on, -1)}`),
    command(`${corrected}/state?knownAt=${on}`),
    `A follow-up that fell due on ${fellDue.occurredOn}:`,
    timeline(late),
    'Somebody who came back, the revolving door, in a second round:',
    timeline(returned),
    'Who is on the way in each of the other programmes, which here share one log so that one token shows them all:',
    ...(await others(voices)).map(command),
    'Everything, in the order of the log:',
    command('/events?limit=5'),
  ].join('\n');
}

type Programmes = Readonly<{ items: readonly { id: string; slug: string }[] }>;

/** A list of trajectories for each programme but the one that the commands above are about. */
async function others(voices: Readonly<Record<string, Pick<Api, 'ask'>>>): Promise<string[]> {
  const { items } = await voices[SHOWN].ask<Programmes>('/programmes');
  return items.filter(({ slug }) => slug !== SHOWN).map(({ id }) => `/trajectories?programmeId=${id}`);
}

const isReturn = ({ type, data }: Line): boolean => type === 'TrajectoryStarted' && (data as { round: number }).round > 1;

function firstWith(told: readonly Told[], is: (line: Line) => boolean): [path: string, line: Line] {
  for (const { path, lines } of told) {
    const line = lines.find(is);
    if (line) return [path, line];
  }
  throw new Error('the story lacks something that it should show');
}

/** The day on which the correction of a line was entered. */
async function correctionDay(api: Pick<Api, 'ask'>, path: string, { correctedBy }: Line): Promise<Day> {
  const { events } = await api.ask<{ events: readonly Raw[] }>(`${path}/events?limit=${LINES}`);
  const correction = events.find(({ eventId }) => eventId === correctedBy);
  if (!correction) throw new Error('the correction that a timeline names is not among the events');
  return dayOf(correction.recordedAt);
}
