import type { Api } from './api.js';
import type { Chance } from './chance.js';
import type { Stage } from './stage.js';

/** A candidate of a story; `walksIn`: somebody who turns up at the door of a meeting. */
export type Candidate = Readonly<{ id: string; walksIn: boolean }>;

/** An employer of a story. */
export type Employer = Readonly<{ id: string; sector: string }>;

type Known = Readonly<{ bsn: string }>;
type Benefit = Readonly<{ kind: string; source: string; startedOn: string }>;

const SECTORS = ['hospitality', 'construction', 'health-and-care', 'transport-and-logistics', 'industry', 'trade'];

/** Registers somebody who is known by BSN. */
export async function registerKnown({ api, chance }: Pick<Stage, 'api' | 'chance'>, { bsn }: Known): Promise<Candidate> {
  const id = await api.create('/candidates', { words: { ...chance.person(), bsn } });
  return { id, walksIn: false };
}

/** Registers somebody who is known by BSN, and has a benefit of this kind since that day. */
export async function registerOnBenefit(
  { api, chance }: Pick<Stage, 'api' | 'chance'>,
  { bsn, ...benefit }: Known & Benefit,
): Promise<Candidate> {
  const id = await api.create('/candidates', { benefit, words: { ...chance.person(), bsn } });
  return { id, walksIn: false };
}

/** Registers somebody at the door, who gives a name and nothing more. */
export async function registerAtTheDoor({ api, chance }: Pick<Stage, 'api' | 'chance'>): Promise<Candidate> {
  const { givenNames, familyName } = chance.person();
  const id = await api.create('/candidates', { walkIn: true, words: { givenNames, familyName } });
  return { id, walksIn: true };
}

/** Registers an employer; of those behind whom a person stands, the name is sealed too. */
export async function registerEmployer(
  { api, chance }: Pick<Stage, 'api' | 'chance'>,
  { sector = chance.one(SECTORS), alone = chance.percent(20) }: { sector?: string; alone?: boolean } = {},
): Promise<Employer> {
  const { givenNames, familyName } = chance.person();
  const id = await api.create('/employers', {
    legalForm: alone ? 'eenmanszaak' : chance.one(['bv', 'bv', 'stichting', 'cooperatie']),
    sector,
    sizeClass: alone ? '1' : chance.one(['2-9', '10-49', '50-249']),
    name: alone ? `${familyName} Klussen` : chance.firm(),
    words: { contactName: `${givenNames} ${familyName}` },
  });
  return { id, sector };
}

/** A day on which somebody's benefit began, in one of these years. */
export function benefitDay(chance: Chance, from: number, to: number): string {
  return `${chance.between(from, to)}-0${chance.between(1, 9)}-01`;
}

/** Registers an organisation that takes part. */
export function registerOrganisation(api: Api, kind: string, name: string): Promise<string> {
  return api.create('/organisations', { kind, name }, 'administrator');
}
