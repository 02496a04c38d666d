import { checkedDefinition } from '../../src/programme/check-definition.js';
import type { PublishedProgramme } from '../../src/programme/shelf.js';
import { ruleAfter, unmappedIn } from '../../src/programme/succession.js';
import { meedoenWerkt, meedoenWerktFile, published } from '../examples/programme.examples.js';
import { testId } from '../harness/ids.js';

/** The definition of Meedoen Werkt with these changes, as a file would have it. */
const faultsOf = (changes: object): unknown => {
  const checked = checkedDefinition({ ...(meedoenWerktFile as object), ...changes }, () => true);
  return 'faults' in checked ? checked.faults.map(({ path, code }) => `${path}: ${code}`) : [];
};

const [rule] = meedoenWerkt.followUps;
const later = (changes: object): PublishedProgramme => published(changes, { version: 2 });
const faults = (from: PublishedProgramme, to: PublishedProgramme) =>
  unmappedIn({ from, to }).map(({ path, code }) => `${path}: ${code}`);

describe('the successors that a definition names', () => {
  it('are names that it has, for names that it has not, each said once (R-77)', () => {
    const goals = [{ was: 'other', is: 'paid-work' }];
    const [goal] = meedoenWerkt.goals;
    expect(faultsOf({ goals: [goal], mapping: { goals: [{ was: 'other', is: goal }] } })).toEqual([]);
    expect(faultsOf({ goals: ['paid-work'], mapping: { goals: [...goals, ...goals] } })).toEqual([
      'mapping.goals[1].was: said-twice',
    ]);
    expect(faultsOf({ goals: ['paid-work'], mapping: { goals: [{ was: 'paid-work', is: 'training' }] } })).toEqual([
      'mapping.goals[0].was: still-there',
      'mapping.goals[0].is: no-such-successor',
    ]);
  });

  it('let no two rules go on as one; one without a successor ends (R-77)', () => {
    const both = [
      { was: 'first-call', is: rule.id },
      { was: 'second-call', is: rule.id },
    ];
    expect(faultsOf({ mapping: { followUps: both } })).toEqual(['mapping.followUps[1].is: said-twice']);
    expect(faultsOf({ mapping: { followUps: [both[0], { was: 'second-call', is: null }] } })).toEqual([]);
  });

  it('of goals, kinds, results and milestones are never nothing (R-77)', () => {
    expect(faultsOf({ mapping: { results: [{ was: 'gone', is: null }] } })).toEqual(['mapping.results[0].is: misfit']);
  });

  it('are named for each programme that is taken over, once, and not for itself (R-78)', () => {
    const takesOver = (...programmes: string[]) => programmes.map((programme) => ({ programme, mapping: {} }));
    expect(faultsOf({ takesOver: takesOver('werkwinkel', 'jobhulp') })).toEqual([]);
    expect(faultsOf({ takesOver: takesOver('werkwinkel', 'werkwinkel') })).toEqual(['takesOver[1].programme: said-twice']);
    expect(faultsOf({ takesOver: takesOver(meedoenWerkt.slug) })).toEqual(['takesOver[0].programme: takes-over-itself']);
    const unknown = [{ programme: 'werkwinkel', mapping: { phases: [{ was: 'a', is: 'b' }] } }];
    expect(faultsOf({ takesOver: unknown })).toEqual(['takesOver[0].mapping.phases[0].is: no-such-successor']);
  });
});

describe('one version after another', () => {
  it('has or maps every phase, rule and code of the one before (R-79)', () => {
    const without = {
      phases: [],
      followUps: [],
      goals: ['other'],
      placementKinds: ['sheltered'],
      results: ['stopped'],
      milestones: ['one'],
    };
    const before = later({ milestones: ['two'] });
    expect(faults(before, later(without))).toEqual([
      ...meedoenWerkt.phases.map(() => 'mapping.phases: not-mapped'),
      ...meedoenWerkt.followUps.map(() => 'mapping.followUps: not-mapped'),
      ...meedoenWerkt.goals.filter((goal) => goal !== 'other').map(() => 'mapping.goals: not-mapped'),
      ...meedoenWerkt.placementKinds.filter((kind) => kind !== 'sheltered').map(() => 'mapping.placementKinds: not-mapped'),
      ...meedoenWerkt.results.filter((result) => result !== ('stopped' as string)).map(() => 'mapping.results: not-mapped'),
      'mapping.milestones: not-mapped',
    ]);
    expect(faults(before, before)).toEqual([]);
  });

  it('says of a missing name what it is called, and where the successor should stand (R-79)', () => {
    expect(unmappedIn({ from: published({ followUps: [rule] }), to: later({ followUps: [] }) })).toEqual([
      { path: 'mapping.followUps', code: 'not-mapped', reason: `${rule.id} is gone, and nothing is said to take its place` },
    ]);
  });

  it('lets no rule of the one before go on as another that goes on too (R-79)', () => {
    const two = published({ followUps: [rule, { ...rule, id: 'other-call' as typeof rule.id }] });
    const one = later({ followUps: [rule], mapping: { followUps: [{ was: 'other-call', is: rule.id }] } });
    expect(faults(two, one)).toEqual(['mapping.followUps: two-for-one']);
  });

  it('of another programme is asked for what it takes over from that one (R-78, R-79)', () => {
    const successor = {
      ...later({ slug: 'werkwinkel', followUps: [] }),
      programmeId: testId<'programme'>('programme', 'werkwinkel'),
    };
    const one = published({ followUps: [rule] });
    expect(faults(one, successor)).toEqual(['takesOver: not-mapped']);
    const mapped = (mapping: object) =>
      ({
        ...successor,
        definition: { ...successor.definition, takesOver: [{ programme: meedoenWerkt.slug, mapping }] },
      }) as PublishedProgramme;
    expect(faults(one, mapped({}))).toEqual(['takesOver[0].mapping.followUps: not-mapped']);
    expect(faults(one, mapped({ followUps: [{ was: rule.id, is: null }] }))).toEqual([]);
  });

  it('finds the rule that goes on for an earlier one: of the same name, of the successor, or none (R-79)', () => {
    const next = { ...rule, id: 'later-call' as typeof rule.id };
    const after = (changes: object) => ruleAfter(rule, { from: published(), to: later(changes) })?.id;
    expect(after({})).toBe(rule.id);
    expect(after({ followUps: [next], mapping: { followUps: [{ was: rule.id, is: 'later-call' }] } })).toBe('later-call');
    expect(after({ followUps: [next], mapping: { followUps: [{ was: rule.id, is: null }] } })).toBeUndefined();
  });
});
