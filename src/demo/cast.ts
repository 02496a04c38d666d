import type { Api } from './api.js';
import { fictionalBsn, type Chance } from './chance.js';

/** A candidate of the story; `walksIn` names the meeting at whose door this person turns up. */
export type Candidate = { id: string; bsn: string | null; walksIn: boolean };

/** An employer of the story. */
export type Employer = { id: string };

/** How the people of the story come to be known; numbers are ours. */
export const CANDIDATES = 40;
export const WALK_INS = 6;
export const EMPLOYERS = 12;

/** Registers somebody who was invited by letter: known by BSN, on benefit for some years. */
export async function registerInvited(api: Api, chance: Chance, number: number): Promise<Candidate> {
  const { telephone, ...person } = chance.person();
  const bsn = fictionalBsn(number);
  const id = await api.create('/candidates', { words: { ...person, telephone, bsn } });
  const startedOn = `${chance.between(2014, 2018)}-0${chance.between(1, 9)}-01`;
  await api.send(`/candidates/${id}/benefits`, { kind: 'bijstand', source: 'municipality', startedOn });
  return { id, bsn, walksIn: false };
}

/** Registers somebody at the door, who gives a name and nothing more. */
export async function registerAtTheDoor(api: Api, chance: Chance): Promise<Candidate> {
  const { givenNames, familyName } = chance.person();
  const id = await api.create('/candidates', { walkIn: true, words: { givenNames, familyName } });
  return { id, bsn: null, walksIn: true };
}

/** Registers an employer; of those behind whom a person stands, the name is sealed too. */
export async function registerEmployer(api: Api, chance: Chance): Promise<Employer> {
  const { givenNames, familyName } = chance.person();
  const alone = chance.percent(20);
  const id = await api.create('/employers', {
    legalForm: alone ? 'eenmanszaak' : chance.one(['bv', 'bv', 'stichting', 'cooperatie']),
    sector: chance.one(['hospitality', 'construction', 'health-and-care', 'transport-and-logistics', 'industry', 'trade']),
    sizeClass: alone ? '1' : chance.one(['2-9', '10-49', '50-249']),
    name: alone ? `${familyName} Klussen` : chance.firm(),
    words: { contactName: `${givenNames} ${familyName}` },
  });
  return { id };
}
