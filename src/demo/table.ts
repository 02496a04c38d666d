import type { Api } from './api.js';

/** One line of a timeline, as the API answers it. */
type Line = Readonly<{ streamId: string; type: string; data: Readonly<Record<string, unknown>> }>;

/** The figures of the story by name, in the order of the table. */
export type Figures = Readonly<Record<string, number>>;

type Counted = Readonly<{ name: string; from: 'text' | 'ours'; counts: (line: Line) => boolean }>;

const of =
  (type: string, also: (data: Line['data']) => boolean = () => true) =>
  (line: Line): boolean =>
    line.type === type && also(line.data);

/** What is counted, and whether the figure itself comes from the programme's text or was made up by us. */
const COUNTED: readonly Counted[] = [
  { name: 'meetings held', from: 'text', counts: of('MeetingHeld') },
  { name: 'candidates registered', from: 'ours', counts: of('CandidateRegistered') },
  { name: 'of whom walked in', from: 'ours', counts: of('CandidateRegistered', ({ walkIn }) => walkIn === true) },
  { name: 'employers registered', from: 'ours', counts: of('EmployerRegistered') },
  { name: 'invitations sent', from: 'ours', counts: of('InvitationSent') },
  { name: 'guests who came', from: 'ours', counts: of('AttendanceRecorded', ({ attendance }) => attendance === 'attended') },
  {
    name: 'times somebody was interested',
    from: 'ours',
    counts: of('MeetingInterestExpressed', ({ interested }) => interested === true),
  },
  { name: 'matches made', from: 'ours', counts: of('MatchMade') },
  { name: 'matches that fell through', from: 'ours', counts: of('MatchFellThrough') },
  { name: 'three-party talks', from: 'ours', counts: of('TripartiteTalkHeld') },
  { name: 'plans agreed', from: 'ours', counts: of('PlanAgreed') },
  { name: 'placements started', from: 'ours', counts: of('PlacementStarted') },
  { name: 'placements ended', from: 'ours', counts: of('PlacementEnded') },
  { name: 'follow-ups planned', from: 'ours', counts: of('FollowUpPlanned') },
  { name: 'follow-ups fallen due', from: 'ours', counts: of('FollowUpFellDue') },
  { name: 'follow-ups done', from: 'ours', counts: of('FollowUpDone') },
  { name: 'check-ins missed', from: 'ours', counts: of('CheckInMissed') },
  { name: 'returns', from: 'ours', counts: of('TrajectoryStarted', ({ round }) => Number(round) > 1) },
];

/** Counts the figures from the timelines of all streams, corrections applied, as the read model has them. */
export async function figuresOf(api: Pick<Api, 'streams' | 'ask'>): Promise<Figures> {
  const lines: Line[] = [];
  for (const stream of api.streams) lines.push(...(await timelineOf(api, stream)));
  return Object.fromEntries(COUNTED.map(({ name, counts }) => [name, lines.filter(counts).length]));
}

/** The figures for a person to read; each says whether it is from the text. */
export function tableOf(figures: Figures): string {
  const rows = COUNTED.map(
    ({ name, from }) =>
      `  ${name.padEnd(32)}${String(figures[name]).padStart(6)}   ${from === 'text' ? 'from the text' : 'ours'}`,
  );
  const legend = [
    '  "from the text": the figure stands in the text of the programme; "ours": we made it up.',
    '  A follow-up that fell due may be done later, so it can count twice.',
  ];
  return ['', 'Meedoen Werkt, August 2019 to March 2020, counted from the timelines', ...rows, ...legend, ''].join('\n');
}

/** On a candidate's timeline stand their trajectories too, which are counted by their own. */
const isOf = (streamId: string, path: string): boolean => streamId.endsWith(`-${path.slice(path.lastIndexOf('/') + 1)}`);

async function timelineOf(api: Pick<Api, 'ask'>, stream: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let after: string | null = ''; after !== null;) {
    const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: { items: Line[]; next: string | null } = await api.ask(`${stream}/timeline?limit=100${place}`);
    lines.push(...page.items.filter(({ streamId }) => isOf(streamId, stream)));
    after = page.next;
  }
  return lines;
}
