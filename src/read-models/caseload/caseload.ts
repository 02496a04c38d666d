import type { Day } from '../../kernel/days.js';
import type { OrganisationId, SubjectId, TeamId } from '../../kernel/ids.js';
import type { Organisation, Team } from '../../organisation/organisation.js';
import type { Counted, Load, LoadOf } from './load.js';

/** What is in the charge of a caseworker, and of which teams that is a member today; null: what is in nobody's charge. */
export type Caseload = Load & Readonly<{ caseworkerId: SubjectId | null; teams: readonly TeamId[] }>;

/** What is in the charge of the members of a team today, and of those of all teams of an organisation, each counted once. */
export type TeamLoad = Load & Readonly<{ teamId: TeamId; name: string }>;
export type OrganisationLoad = Load & Readonly<{ organisationId: OrganisationId; name: string; teams: readonly TeamLoad[] }>;

/** Who has how much in charge; `total` is all of the tenant. */
export type Caseloads = Readonly<{
  total: Load;
  caseworkers: readonly Caseload[];
  organisations: readonly OrganisationLoad[];
}>;

export type KnownOrganisation = Readonly<{ organisationId: OrganisationId; organisation: Organisation }>;

/**
 * Everyone who has anything in charge, by subject, and last what is in nobody's charge; organisations that have teams, by name.
 * Who is in two teams is counted in both. Source, docs/rules.md.
 */
export function caseloadsOf(
  { running, followUps }: Counted,
  loadOf: LoadOf,
  { organisations, today }: Readonly<{ organisations: readonly KnownOrganisation[]; today: Day }>,
): Caseloads {
  const inCharge = new Set([...running, ...followUps].map(({ caseworkerId }) => caseworkerId));
  const teams = organisations.flatMap(({ organisation }) => [...organisation.teams]);

  return {
    total: loadOf(() => true),
    caseworkers: [...inCharge].toSorted(nobodyLast).map((caseworkerId) => ({
      caseworkerId,
      teams: teams.flatMap(([teamId, team]) => (membersOn(today, team).has(caseworkerId) ? [teamId] : [])),
      ...loadOf((one) => one === caseworkerId),
    })),
    organisations: organisations.map((one) => organisationLoad(one, loadOf, today)).toSorted(byName),
  };
}

function organisationLoad({ organisationId, organisation }: KnownOrganisation, loadOf: LoadOf, today: Day): OrganisationLoad {
  const teams = [...organisation.teams].map(([teamId, team]) => ({ teamId, name: team.name, members: membersOn(today, team) }));
  const loads = teams.map(({ members, ...team }) => ({ ...team, ...loadOf((one) => members.has(one)) }));
  const ofAny = loadOf((one) => teams.some(({ members }) => members.has(one)));
  return { organisationId, name: organisation.registered?.name ?? '', ...ofAny, teams: loads.toSorted(byName) };
}

/** Who is in a team on a day; the day of leaving is still one. */
function membersOn(day: Day, { members }: Team): ReadonlySet<SubjectId | null> {
  const there = [...members].filter(([, { since, until }]) => since <= day && (until === null || day <= until));
  return new Set(there.map(([subject]) => subject));
}

const nobodyLast = (one: SubjectId | null, other: SubjectId | null): number =>
  one === null ? 1 : other === null || one < other ? -1 : 1;

const byName = (one: Readonly<{ name: string }>, other: Readonly<{ name: string }>): number => (one.name < other.name ? -1 : 1);
