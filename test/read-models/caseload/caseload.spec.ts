import { addDays, type Day } from '../../../src/kernel/days.js';
import type { SubjectId, TeamId } from '../../../src/kernel/ids.js';
import type { PublicText } from '../../../src/kernel/public-text.js';
import { noOrganisation, type Organisation } from '../../../src/organisation/organisation.js';
import { caseloadsOf } from '../../../src/read-models/caseload/caseload.js';
import { loadOn, openingFacts, type AlikeTrajectories, type OpenFollowUps } from '../../../src/read-models/caseload/load.js';
import { meedoenWerkt, programmeId, published } from '../../examples/programme.examples.js';
import { testId } from '../../harness/ids.js';

const [ANNE, BOB, CARLA] = ['anne', 'bob', 'carla'] as SubjectId[];
const [WEST, EAST]: TeamId[] = ['west', 'east'].map((name) => testId('team', name));
const TODAY = '2028-02-29' as Day;

/** The second version has no phase for the plan. */
const without = { phases: meedoenWerkt.phases.filter(({ id }) => id !== ('plan' as unknown)) };
const programmes = [published(), published(without, { version: 2, validFrom: '2020-01-01' })];

const alike = (caseworkerId: SubjectId | null, trajectories: number, rest: Partial<AlikeTrajectories> = {}) =>
  ({ caseworkerId, programmeId, programmeVersion: 1, happened: ['TrajectoryStarted'], trajectories, ...rest }) as const;

const TALKED = ['TrajectoryStarted', 'TripartiteTalkHeld'] as const;

type Told = Readonly<{ running?: AlikeTrajectories[]; followUps?: OpenFollowUps[]; organisations?: Organisation[]; today?: Day }>;

function caseloads({ running = [], followUps = [], organisations = [], today = TODAY }: Told) {
  const known = organisations.map((organisation, at) => {
    return { organisationId: testId<'organisation'>('organisation', at), organisation };
  });
  const counted = { running, followUps };
  return caseloadsOf(counted, loadOn(programmes, counted), { organisations: known, today });
}

const inPhases = (phases: readonly Readonly<{ phase: string; trajectories: number }>[]) =>
  Object.fromEntries(phases.map(({ phase, trajectories }) => [phase, trajectories]));

/** An organisation with these members, each from and until a day. */
function organisation(
  name: string,
  teams: Readonly<Record<TeamId, Record<string, [since: Day, until: Day | null]>>>,
): Organisation {
  const members = (those: Record<string, [Day, Day | null]>) =>
    new Map(
      Object.entries(those).map(([who, [since, until]]) => [who as SubjectId, { role: 'caseworker' as const, since, until }]),
    );
  return {
    ...noOrganisation,
    registered: { kind: 'municipality', name: name as PublicText, on: '2019-01-01' as Day },
    teams: new Map(
      Object.entries(teams).map(([id, those]) => [
        id as TeamId,
        { name: `Team ${id.slice(0, 4)}` as PublicText, members: members(those) },
      ]),
    ),
  };
}

describe('what is in somebody’s charge', () => {
  it('is counted in each phase that is open, by the version that a trajectory stands under (R-02, R-428)', () => {
    const running = [
      alike(ANNE, 3),
      alike(ANNE, 2, { happened: TALKED }),
      alike(ANNE, 4, { happened: TALKED, programmeVersion: 2 }),
      alike(BOB, 5, { happened: ['TripartiteTalkHeld'] }),
    ];
    const { total, caseworkers } = caseloads({ running });

    expect(caseworkers.map(({ caseworkerId, trajectories, phases }) => [caseworkerId, trajectories, inPhases(phases)])).toEqual([
      [ANNE, 9, { meeting: 9, plan: 2, placement: 6 }],
      [BOB, 5, { plan: 5, placement: 5 }],
    ]);
    expect([total.trajectories, inPhases(total.phases)]).toEqual([14, { meeting: 9, plan: 7, placement: 11 }]);
  });

  it('is told of everyone who has anything, and last of what is in nobody’s (R-428)', () => {
    const followUps = [
      { caseworkerId: null, open: 1, overdue: 0 },
      { caseworkerId: CARLA, open: 4, overdue: 3 },
    ];
    const { total, caseworkers } = caseloads({ running: [alike(null, 2), alike(BOB, 1)], followUps });

    expect(
      caseworkers.map(({ caseworkerId, trajectories, followUps: { open, overdue } }) => [
        caseworkerId,
        trajectories,
        open,
        overdue,
      ]),
    ).toEqual([
      [BOB, 1, 0, 0],
      [CARLA, 0, 4, 3],
      [null, 2, 1, 0],
    ]);
    expect(total.followUps).toEqual({ open: 5, overdue: 3 });
  });

  it('looks for the facts that open any phase of any version, each once', () => {
    expect(openingFacts(programmes)).toEqual(['TrajectoryStarted', 'TripartiteTalkHeld', 'PlacementStarted']);
  });
});

describe('what is in the charge of teams', () => {
  const running = [alike(ANNE, 1), alike(BOB, 10), alike(CARLA, 100), alike(null, 1000)];

  it('counts who is in two teams in both, and once for the organisation (R-429)', () => {
    const since: [Day, null] = ['2027-01-01' as Day, null];
    const teams = { [WEST]: { [ANNE]: since, [BOB]: since }, [EAST]: { [BOB]: since } };
    const { caseworkers, organisations } = caseloads({ running, organisations: [organisation('Hengelo', teams)] });

    expect(organisations).toMatchObject([{ name: 'Hengelo', trajectories: 11 }]);
    expect(Object.fromEntries(organisations[0].teams.map(({ teamId, trajectories }) => [teamId, trajectories]))).toEqual({
      [WEST]: 11,
      [EAST]: 10,
    });
    expect(caseworkers.map(({ teams: those }) => those.length)).toEqual([1, 2, 0, 0]);
  });

  it.each([
    ['the day before joining', -1, 0],
    ['the day of joining', 0, 1],
    ['the day of leaving, 29 February', 28, 1],
    ['the day after it', 29, 0],
  ])('on %s', (_, days, trajectories) => {
    const joined = '2028-02-01' as Day;
    const teams = { [WEST]: { [ANNE]: [joined, TODAY] } };
    const { organisations } = caseloads({
      running,
      organisations: [organisation('H', teams as never)],
      today: addDays(joined, days),
    });
    expect([organisations[0].trajectories, organisations[0].teams[0].trajectories]).toEqual([trajectories, trajectories]);
  });

  it('comes by the names of the organisations', () => {
    const organisations = ['Twente', 'Hengelo'].map((name) => organisation(name, {}));
    expect(caseloads({ organisations }).organisations.map(({ name }) => name)).toEqual(['Hengelo', 'Twente']);
  });
});
