import { fault, type Fault } from './faults.js';
import type { Definition, FollowUpRule, Mapping } from './programme.events.js';
import type { PublishedProgramme } from './shelf.js';

/** The lists of a definition whose names something in a trajectory may bear. */
export const NAMED_LISTS = ['phases', 'followUps', 'goals', 'placementKinds', 'results', 'milestones'] as const;
export type NamedList = (typeof NAMED_LISTS)[number];

/** The names in a list of a definition. */
export function namesIn(definition: Definition, list: NamedList): readonly string[] {
  const members: readonly (string | Readonly<{ id: string }>)[] = definition[list] ?? [];
  return members.map((member) => (typeof member === 'string' ? member : member.id));
}

/** One version of a programme after another, in the life of one trajectory. */
export type Succession = Readonly<{ from: PublishedProgramme; to: PublishedProgramme }>;

/** What the later version says of names that it has not: of its own programme, or of one that it takes over. */
export function mappingOf({ from, to }: Succession): Mapping {
  const { mapping, takesOver = [] } = to.definition;
  if (from.programmeId === to.programmeId) return mapping ?? {};
  return takesOver.find(({ programme }) => programme === from.definition.slug)?.mapping ?? {};
}

/**
 * Every name of the earlier version that the later one neither has nor maps, and two rules that would go on as one.
 *
 * Shape: `path` is that of the list in the later version where the successor should stand.
 * Source: R-79, docs/rules.md.
 */
export function unmappedIn(succession: Succession): readonly Fault[] {
  const { from, to } = succession;
  const mapping = mappingOf(succession);
  const missing = NAMED_LISTS.flatMap((list) => {
    const known = new Set<string>([...namesIn(to.definition, list), ...(mapping[list] ?? []).map(({ was }) => was)]);
    const gone = namesIn(from.definition, list).filter((name) => !known.has(name));
    return gone.map((name) =>
      fault(pathOf(succession, list), 'not-mapped', `${name} is gone, and nothing is said to take its place`),
    );
  });
  return [...missing, ...twoForOne(succession)];
}

/** The rule under which a follow-up of an earlier rule goes on; nothing where none does. */
export function ruleAfter({ id }: FollowUpRule, succession: Succession): FollowUpRule | undefined {
  return ruleOf(id, succession.to.definition, mappingOf(succession));
}

/** The rule of a version that has this name, or goes on for one that had it in an earlier version of the programme. */
export const ruleCalled = (id: string, definition: Definition): FollowUpRule | undefined =>
  ruleOf(id, definition, definition.mapping ?? {});

function ruleOf(id: string, definition: Definition, mapping: Mapping): FollowUpRule | undefined {
  const mapped = mapping.followUps?.find(({ was }) => was === id);
  const name = mapped ? mapped.is : id;
  return definition.followUps.find((rule) => rule.id === name);
}

function twoForOne(succession: Succession): Fault[] {
  const seen = new Set<string>();
  return succession.from.definition.followUps.flatMap((rule) => {
    const after = ruleAfter(rule, succession)?.id;
    if (after === undefined) return [];
    const again = seen.has(after);
    seen.add(after);
    return again ? [fault(pathOf(succession, 'followUps'), 'two-for-one', `two rules would go on as ${after}`)] : [];
  });
}

/** Where in the later version the successor of a name should stand. */
function pathOf({ from, to }: Succession, list: NamedList): readonly PropertyKey[] {
  if (from.programmeId === to.programmeId) return ['mapping', list];
  const at = (to.definition.takesOver ?? []).findIndex(({ programme }) => programme === from.definition.slug);
  return at === -1 ? ['takesOver'] : ['takesOver', at, 'mapping', list];
}
