import { atEach, fault, repeats, type Fault } from './faults.js';
import type { Definition, Mapping } from './programme.events.js';
import { NAMED_LISTS, namesIn, type NamedList } from './succession.js';

/**
 * What is wrong with the successors that a definition names: only what is gone has one, once, and only what is there takes a place.
 *
 * Source, docs/rules.md.
 */
export function mappingFaults(checked: Definition): Fault[] {
  const { slug, mapping, takesOver = [] } = checked;
  const own = takesOver.flatMap(({ programme }, at) =>
    programme === slug
      ? [fault(['takesOver', at, 'programme'], 'takes-over-itself', 'its own versions stand under mapping')]
      : [],
  );
  return [
    ...(mapping ? within(faultsOf(mapping, checked), 'mapping') : []),
    ...own,
    ...repeats(takesOver.map(({ programme }, at) => ({ path: ['takesOver', at, 'programme'], name: programme }))),
    ...atEach(takesOver, 'takesOver', ({ mapping: other }) => within(faultsOf(other, checked), 'mapping')),
  ];
}

const within = (faults: readonly Fault[], name: string): Fault[] =>
  faults.map((found) => ({ ...found, path: `${name}.${found.path}` }));

const faultsOf = (mapping: Mapping, checked: Definition): Fault[] =>
  NAMED_LISTS.flatMap((list) => faultsIn(list, mapping, checked));

function faultsIn(list: NamedList, mapping: Mapping, checked: Definition): Fault[] {
  const names = namesIn(checked, list);
  const entries = mapping[list] ?? [];
  const taken = entries.flatMap(({ is }, at) => (is === null ? [] : [{ path: [list, at, 'is'], name: is }]));
  return [
    ...repeats(entries.map(({ was }, at) => ({ path: [list, at, 'was'], name: was }))),
    ...(list === 'followUps' ? repeats(taken) : []),
    ...entries.flatMap(({ was }, at) =>
      names.includes(was) ? [fault([list, at, 'was'], 'still-there', `${was} is in this version and needs no successor`)] : [],
    ),
    ...taken.flatMap(({ path, name }) =>
      names.includes(name) ? [] : [fault(path, 'no-such-successor', `${name} is not in this version`)],
    ),
  ];
}
