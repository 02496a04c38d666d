import { checkedDefinition } from '../../src/programme/check-definition.js';
import { DAYS_OF, FACT_NAMES, NAMED_DAYS, WAITING_FOR_NO_PHASE, type FactName } from '../../src/programme/terms.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import { trajectoryVocabulary } from '../../src/trajectory/trajectory.events.js';
import { ledgerVocabulary } from '../../src/trajectory/ledger/ledger.events.js';
import { meedoenWerkt, meedoenWerktFile, published, shelfWith } from '../examples/programme.examples.js';
import { day, started } from '../examples/trajectory.examples.js';
import { samplesOf } from '../harness/sample-data.js';
import { stories } from '../trajectory/stories.js';

type Anything = Record<string, unknown>;

/** Without names, so that a list may change without those of what was in it. */
const file = { ...(meedoenWerktFile as Anything & { followUps: Anything[]; phases: Anything[] }), names: {} };
const isKnown = (calendar: string): boolean => calendar === 'all-days';

/** The path and the code of each fault in the file with these changes. */
function faultsWith(changes: Anything): string[] {
  const checked = checkedDefinition({ ...file, ...changes }, isKnown);
  return 'faults' in checked ? checked.faults.map(({ path, code }) => `${path}: ${code}`) : [];
}
const withRule = (changes: Anything): string[] => faultsWith({ followUps: [{ ...file.followUps[0], ...changes }] });

describe('a programme definition', () => {
  it('promises nothing that is due after more than 20 years (R-69)', () => {
    expect(withRule({ due: 'P7305D' })).toEqual([]);
    expect(withRule({ due: 'P7306D' })).toEqual(['followUps[0].due: longer-than-20-years']);
    expect(withRule({ due: 'P9999W' })).toEqual(['followUps[0].due: longer-than-20-years']);
    expect(withRule({ on: 'PlacementStarted', due: { before: 'until', by: 'P1044W' } })).toEqual([
      'followUps[0].due.by: longer-than-20-years',
    ]);
  });

  it('keeps a place for a day or more, and for a year at most (R-74)', () => {
    for (const kept of ['P1D', 'P366D', 'P52W']) expect(faultsWith({ reservation: kept })).toEqual([]);
    for (const none of ['P0D', 'P0W']) expect(faultsWith({ reservation: none })).toEqual(['reservation: lapses-at-once']);
    for (const long of ['P367D', 'P53W']) expect(faultsWith({ reservation: long })).toEqual(['reservation: longer-than-a-year']);
    for (const other of ['six weeks', 'P2M', 42]) expect(faultsWith({ reservation: other })).toEqual(['reservation: misfit']);
  });

  it('as shipped has no fault, and says what the programme says', () => {
    expect(faultsWith({})).toEqual([]);
    expect(meedoenWerkt.followUps[0]).toMatchObject({ on: 'PlacementStarted', due: 'P14D', with: ['candidate', 'employer'] });
  });

  it('may name every fact of a trajectory, and nothing else (R-60)', () => {
    const facts = Object.keys(trajectoryVocabulary).filter((name) => !(name in ledgerVocabulary));
    expect([...FACT_NAMES].sort()).toEqual(facts.sort());
  });

  it('reckons a follow-up only by a day that what promises it can name (R-68)', () => {
    const named = Object.entries(DAYS_OF).flatMap(([fact, days]) => days.map((name) => [fact, NAMED_DAYS[name]] as const));
    const has = ([fact, field]: readonly [string, string]) => field in trajectoryVocabulary[fact as FactName].data.shape;
    expect(named.filter((each) => !has(each))).toEqual([]);

    expect(withRule({ due: { before: 'until', by: 'P6W' } })).toEqual([]);
    expect(withRule({ due: { on: 'until' } })).toEqual([]);
    expect(withRule({ on: 'FollowUpAgreed', due: { on: 'next-appointment' } })).toEqual([]);
    expect(withRule({ due: { on: 'ask-again' } })).toEqual(['followUps[0].due.on: day-not-named']);
    expect(withRule({ due: { before: 'ask-again', by: 'P1D' } })).toEqual(['followUps[0].due.before: day-not-named']);
    expect(withRule({ due: { before: 'until' } })).toEqual(['followUps[0].due: misfit']);
  });

  it('names only what there is, and tells where it does not and why (R-60)', () => {
    const checked = checkedDefinition({ ...file, followUps: [{ ...file.followUps[0], on: 'PlacementBegan' }] }, isKnown);
    expect(checked).toMatchObject({ faults: [{ path: 'followUps[0].on', code: 'misfit' }] });
    expect('faults' in checked && checked.faults[0].reason).toContain('"PlacementStarted"');

    expect(faultsWith({ goals: ['fame'] })).toEqual(['goals[0]: misfit']);
    expect(faultsWith({ title: 'bel 06 12345678' })).toEqual(['title: misfit']);
    expect(faultsWith({ colour: 'blue' })).toEqual([': misfit']);
    expect(withRule({ due: '14 days' })).toEqual(['followUps[0].due: misfit']);
    expect(checkedDefinition(null, isKnown)).toMatchObject({ faults: [{ path: '' }] });
  });

  it('says nothing twice (R-61)', () => {
    expect(faultsWith({ followUps: [file.followUps[0], file.followUps[0]] })).toEqual(['followUps[1].id: said-twice']);
    expect(faultsWith({ goals: ['paid-work', 'paid-work'] })).toEqual(['goals[1]: said-twice']);
    expect(faultsWith({ results: ['paid-work', 'other-goal-reached', 'paid-work'] })).toEqual(['results[2]: said-twice']);
    expect(faultsWith({ milestones: ['at-work', 'at-work'] })).toEqual(['milestones[1]: said-twice']);
    expect(faultsWith({ placementKinds: ['job', 'job'] })).toEqual(['placementKinds[1]: said-twice']);
    expect(withRule({ with: ['employer', 'employer'] })).toEqual(['followUps[0].with[1]: said-twice']);
    expect(faultsWith({ phases: [...file.phases, { id: 'plan', opens: [], holds: ['PlanAgreed'] }] })).toEqual([
      'phases[4].id: said-twice',
      'phases[4].holds[0]: said-twice',
    ]);
  });

  it('holds back in a phase only what waits for one (R-70)', () => {
    const phases = [{ id: 'table', opens: ['TrajectoryStarted'], holds: ['IntakeHeld', 'PartyJoined'] }];
    expect(faultsWith({ phases })).toEqual(['phases[0].holds[1]: waits-for-none']);
  });

  it.each(FACT_NAMES)('says of %s whether it waits, as it is judged (R-02, R-70)', (name) => {
    const phases = [{ id: 'never' as never, opens: ['TrajectoryClosed' as const], holds: [name] }];
    const judge = trajectoryDecider(shelfWith()).judge[name] as (...about: unknown[]) => Readonly<{ code: string }> | undefined;
    const [data] = samplesOf(trajectoryVocabulary[name].data);
    const told = stories()(started({ on: '2019-10-03' })).state();

    const refusal = judge({ type: name, occurredOn: day('2019-10-04'), data }, told, { programme: published({ phases }) });
    expect(refusal?.code === 'phase-not-open').toBe(!WAITING_FOR_NO_PHASE.includes(name));
  });

  it('has no phase that waits for what only it lets happen (R-62)', () => {
    const own = { id: 'plan', opens: ['PlanAgreed'], holds: ['PlanAgreed'] };
    const plain = { beforePlacement: { talk: false, plan: false, agreements: [] } };
    expect(faultsWith({ ...plain, phases: [own] })).toEqual(['phases[0].opens: never-opens']);
  });

  it('has no two phases that wait for each other, nor one that waits for what follows on it (R-62)', () => {
    const circle = [
      { id: 'one', opens: ['GoalSet'], holds: ['IntakeHeld'] },
      { id: 'other', opens: ['IntakeHeld'], holds: ['GoalSet'] },
    ];
    const plain = { beforePlacement: { talk: false, plan: false, agreements: [] }, followUps: [] };
    expect(faultsWith({ ...plain, phases: circle })).toEqual(['phases[0].opens: never-opens', 'phases[1].opens: never-opens']);
    expect(faultsWith({ ...plain, phases: [{ id: 'meeting', opens: ['PlacementEnded'], holds: ['MatchProposed'] }] })).toEqual([
      'phases[0].opens: never-opens',
    ]);
  });

  it('has no phase that waits for a placement while a placement waits for it (R-62)', () => {
    const phases = [{ id: 'plan', opens: ['PlacementStarted'], holds: ['PlanAgreed'] }];
    expect(faultsWith({ phases, followUps: [] })).toEqual(['phases[0].opens: never-opens']);
    expect(faultsWith({ phases, beforePlacement: { talk: true, plan: false, agreements: [] } })).toEqual([]);
  });

  it('demands agreements only where it demands a plan (R-63)', () => {
    expect(faultsWith({ beforePlacement: { talk: true, plan: false, agreements: ['guidance'] } })).toEqual([
      'beforePlacement.agreements: agreements-without-plan',
    ]);
  });

  it('reckons by a calendar that is known (R-64)', () => {
    expect(withRule({ calendar: 'moon' })).toEqual(['followUps[0].calendar: unknown-calendar']);
  });

  it('promises nothing that cannot happen or cannot be settled, or is settled by what releases it (R-65)', () => {
    const phases = [{ id: 'plan', opens: ['PlanAgreed'], holds: ['PlanAgreed'] }];
    const plain = { beforePlacement: { talk: false, plan: false, agreements: [] }, phases };
    const [rule] = file.followUps;
    expect(faultsWith({ ...plain, followUps: [{ ...rule, on: 'PlanAgreed' }] })).toEqual([
      'phases[0].opens: never-opens',
      'followUps[0].on: never-promised',
    ]);
    expect(faultsWith({ ...plain, followUps: [{ ...rule, settledBy: ['PlanAgreed'] }] })).toEqual([
      'phases[0].opens: never-opens',
      'followUps[0].settledBy: never-settled',
    ]);
    expect(withRule({ releasedBy: ['CheckInRecorded'] })).toEqual(['followUps[0].releasedBy: settles-and-releases']);
  });

  it('tells returns only after results that there are, each benefit and result once (R-61, R-73)', () => {
    const policy = { policy: 'draaideur', benefits: ['bijstand', 'ww'], after: ['paid-work'], withinMonths: 36 };
    const withReturns = (changes: Anything): string[] => faultsWith({ returns: { ...policy, ...changes } });
    expect(withReturns({})).toEqual([]);
    expect(withReturns({ after: ['paid-work', 'fame'] })).toEqual(['returns.after[1]: no-such-result']);
    expect(withReturns({ after: ['moved', 'moved'] })).toEqual(['returns.after[1]: said-twice']);
    expect(withReturns({ benefits: ['ww', 'ww'] })).toEqual(['returns.benefits[1]: said-twice']);
    expect(withReturns({ withinMonths: 0 })).toEqual(['returns.withinMonths: misfit']);
    expect(withReturns({ after: [] })).toEqual(['returns.after: misfit']);
  });

  it('escalates one after the other, and not before escalations are planned (R-66, P7)', () => {
    const escalate = (...after: string[]) => withRule({ escalate: after.map((period) => ({ to: 'supervisor', after: period })) });
    expect(escalate('P3D', 'P10D')).toEqual(['followUps[0].escalate: not-planned-yet']);
    expect(escalate('P2W')).toEqual(['followUps[0].escalate: not-planned-yet']);
    for (const wrong of [['P0D'], ['P3D', 'P3D'], ['P10D', 'P3D'], ['P3D', 'P1W']])
      expect(escalate(...wrong)).toContain('followUps[0].escalate: escalates-at-once');
  });
});
