import { checkedDefinition } from '../../src/programme/check-definition.js';
import { nameIn } from '../../src/programme/names.js';
import type { Definition } from '../../src/programme/programme.events.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';

/** The definition of Meedoen Werkt with these names, as a file would have it. */
const checked = (names: object) => checkedDefinition({ ...(meedoenWerktFile as object), names }, () => true);

function faultsOf(names: object): unknown {
  const outcome = checked(names);
  return 'faults' in outcome ? outcome.faults.map(({ path, code }) => `${path}: ${code}`) : [];
}

const name = (of: string) => ({ of, nl: 'betaald werk', en: 'paid work' });

describe('the names that a definition gives its codes', () => {
  it('are of codes that it has, one of each, and no code needs one (R-590)', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ results: [name('paid-work')], phases: [name('plan')] })).toEqual([]);
    expect(faultsOf({ results: [name('paid-work'), name('paid-work')] })).toEqual(['names.results[1].of: said-twice']);
    expect(faultsOf({ results: [name('fame')], milestones: [name('paid-work')] })).toEqual([
      'names.results[0].of: names-nothing',
      'names.milestones[0].of: names-nothing',
    ]);
  });

  it('are in both languages (R-590)', () => {
    expect(faultsOf({ results: [{ of: 'paid-work', nl: 'betaald werk' }] })).toEqual(['names.results[0].en: misfit']);
  });

  it('are found by list and code; nothing where there is none', () => {
    const { definition } = checked({ results: [name('paid-work')] }) as { definition: Definition };

    expect(nameIn(definition, 'results', 'paid-work')).toEqual({ nl: 'betaald werk', en: 'paid work' });
    expect(nameIn(definition, 'results', 'moved')).toBeUndefined();
    expect(nameIn(definition, 'phases', 'paid-work')).toBeUndefined();
    expect(nameIn({}, 'results', 'paid-work')).toBeUndefined();
  });
});
