import { addDays, dayFrom, type Day } from '../../src/kernel/days.js';
import type { Code } from '../../src/kernel/fields.events.js';
import type { Effective } from '../../src/kernel/history.js';
import type { AgreementId, Id, SubjectId, TeamId } from '../../src/kernel/ids.js';
import type { PublicText } from '../../src/kernel/public-text.js';
import { organisationDecider, type OrganisationCommand, type OrganisationRefusal } from '../../src/organisation/decider.js';
import type { Organisation } from '../../src/organisation/organisation.js';
import { ORGANISATION_KINDS, TEAM_ROLES, type OrganisationEvent } from '../../src/organisation/organisation.events.js';
import type { Dice } from '../harness/dice.js';
import { testId } from '../harness/ids.js';
import { unseenOf } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

type Of<T extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: T }>;
type Facts = readonly Effective<OrganisationEvent>[];

const begins = dayFrom('2019-09-02');
const someDay = (dice: Dice): Day => addDays(begins, dice.between(0, 30));
const somebody = (dice: Dice): SubjectId => dice.pick(['jan', 'mieke'] as SubjectId[]);
const days = (dice: Dice) => ({ from: someDay(dice), until: dice.percent(50) ? null : someDay(dice) });
const NAME = 'Voorbeeld' as PublicText;

/** One of those that an event of this type made, or now and then one that nobody knows. */
function known<N extends string>(dice: Dice, facts: Facts, member: string): Id<N> {
  const made = facts.flatMap(({ data }) => (member in data ? [(data as unknown as Record<string, Id<N>>)[member]] : []));
  return made.length === 0 || dice.percent(10) ? testId<N>('unknown', member) : dice.pick(made);
}

const terms = (dice: Dice) => ({ subjects: ['taal' as Code<'education-subject'>], places: dice.between(1, 50), ...days(dice) });
const inTeam = (dice: Dice, facts: Facts) => ({
  teamId: known<'team'>(dice, facts, 'teamId') satisfies TeamId,
  subject: somebody(dice),
});

const DATA: { [T in OrganisationEvent['type']]: (dice: Dice, facts: Facts) => Of<T>['data'] } = {
  OrganisationRegistered: (dice) => ({ kind: dice.pick(ORGANISATION_KINDS), name: NAME }),
  ServiceOffered: (dice, facts) => ({
    serviceId: known(dice, facts, 'serviceId'),
    service: dice.pick(['coaching', 'taal'] as Code<'service'>[]),
    name: NAME,
  }),
  EducationAgreementSigned: (dice, facts) => ({
    agreementId: known(dice, facts, 'agreementId') satisfies AgreementId,
    ...terms(dice),
  }),
  EducationAgreementAmended: (dice, facts) => ({
    agreementId: known(dice, facts, 'agreementId') satisfies AgreementId,
    ...terms(dice),
  }),
  TeamFormed: (dice, facts) => ({ teamId: known(dice, facts, 'teamId'), name: NAME }),
  MemberJoined: (dice, facts) => ({ ...inTeam(dice, facts), role: dice.pick(TEAM_ROLES) }),
  MemberLeft: inTeam,
  AbsenceRecorded: (dice, facts) => ({ absenceId: known(dice, facts, 'absenceId'), subject: somebody(dice), ...days(dice) }),
  StandInNamed: (dice) => ({ subject: somebody(dice), standIn: somebody(dice), ...days(dice) }),
  ClosingDaySet: (dice) => ({ closedOn: someDay(dice) }),
};

const BRINGS = {
  RegisterOrganisation: 'OrganisationRegistered',
  OfferService: 'ServiceOffered',
  SignEducationAgreement: 'EducationAgreementSigned',
  AmendEducationAgreement: 'EducationAgreementAmended',
  FormTeam: 'TeamFormed',
  AddMember: 'MemberJoined',
  RemoveMember: 'MemberLeft',
  RecordAbsence: 'AbsenceRecorded',
  NameStandIn: 'StandInNamed',
  SetClosingDay: 'ClosingDaySet',
} as const satisfies Record<OrganisationCommand['type'], OrganisationEvent['type']>;

/** What a command of this type makes gets its id there. */
const MAKES: Partial<Record<OrganisationCommand['type'], string>> = {
  OfferService: 'serviceId',
  SignEducationAgreement: 'agreementId',
  FormTeam: 'teamId',
  RecordAbsence: 'absenceId',
};

function payload(type: OrganisationCommand['type'], dice: Dice, from: { subject?: OrganisationCommand['data']; facts: Facts }) {
  const made = MAKES[type];
  const { [made ?? '']: _, ...data } = DATA[BRINGS[type]](dice, from.facts) as Record<string, unknown>;
  const about = from.subject as Record<string, unknown> | undefined;
  const ids = ['teamId', 'agreementId'].filter((id) => about && id in about).map((id) => [id, about![id]] as const);
  const who = type === 'RemoveMember' && about ? [['subject', about['subject']] as const] : [];
  return { ...data, ...Object.fromEntries([...ids, ...who]) } as OrganisationCommand['data'];
}

function subjectOf(type: OrganisationCommand['type'], data: OrganisationCommand['data']): string {
  if (type === 'RemoveMember') return JSON.stringify(data);
  if ('teamId' in data) return data.teamId;
  return 'agreementId' in data ? data.agreementId : type;
}

const organisationWalk: Walkable<Organisation, OrganisationEvent, OrganisationCommand, OrganisationRefusal, undefined> = {
  decider: organisationDecider,
  begins,
  payload,
  subjectOf,
  // What an event made stays.
  replacement: ({ type, data }, dice) => {
    const [made] = organisationDecider.keeps[type] ?? [];
    const kept = Object.entries(data).filter(([member]) => member === made);
    return { ...DATA[type](dice, []), ...Object.fromEntries(kept) };
  },
  late: (occurredOn, dice, { facts }) => {
    const type = dice.pick(['MemberJoined', 'MemberLeft', 'StandInNamed', 'ClosingDaySet'] as const);
    return { type, occurredOn, data: DATA[type](dice, facts) } as OrganisationEvent;
  },
};

describe('organisations led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = [...Object.keys(organisationDecider.offers), 'late', 'void', 'overridden', 'refused breaks-later'];
    const refusals = [
      'already-member',
      'not-a-member',
      'no-such-team',
      'no-such-agreement',
      'already-closed',
      'period-reversed',
      'before-registration',
    ];
    expect(unseenOf([...must, ...refusals.map((code) => `refused ${code}`)], organisationWalk, { walks: 15, steps: 50 })).toEqual(
      [],
    );
  }, 120_000);
});
