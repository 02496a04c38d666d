import type { PlacementKind } from '../../../programme/terms.js';
import type { Adaptation, Adapter, Release, Withdrawal, WorkplaceEvent } from '../../../workplace/workplace.events.js';
import { dayInWords } from '../days-in-words.js';
import { listed, same, type LinesFor, type WordsFor } from '../line.js';

const kinds: WordsFor<PlacementKind> = {
  job: { nl: 'Baan', en: 'Job' },
  trial: { nl: 'Proefplaatsing', en: 'Trial placement' },
  'work-experience': { nl: 'Werkervaringsplaats', en: 'Work experience placement' },
  'learn-work': { nl: 'Leerwerkplek', en: 'Learn-work placement' },
  volunteer: { nl: 'Vrijwilligerswerk', en: 'Volunteer work' },
  sheltered: { nl: 'Beschut werk', en: 'Sheltered work' },
};

const adaptations: WordsFor<Adaptation> = {
  'job-carving': { nl: 'Taken afgesplitst (jobcarving)', en: 'Tasks carved out (job carving)' },
  'function-creation': { nl: 'Nieuwe functie gemaakt (functiecreatie)', en: 'New function created' },
};

const adapters: WordsFor<Adapter> = {
  employer: { nl: 'door de werkgever', en: 'by the employer' },
  municipality: { nl: 'door de gemeente', en: 'by the municipality' },
  uwv: { nl: 'door UWV', en: 'by UWV' },
  provider: { nl: 'door een dienstverlener', en: 'by a provider' },
};

const releases: WordsFor<Release> = {
  'match-fell-through': { nl: 'de match ging niet door', en: 'the match came to nothing' },
  'reservation-lapsed': { nl: 'de reservering is vervallen', en: 'the reservation lapsed' },
  'placement-ended': { nl: 'de plaatsing is geëindigd', en: 'the placement ended' },
  'entered-in-error': { nl: 'ten onrechte vastgehouden', en: 'held in error' },
};

const withdrawals: WordsFor<Withdrawal> = {
  'vacancy-gone': { nl: 'de vacature is vervallen', en: 'the vacancy is gone' },
  'filled-otherwise': { nl: 'op een andere manier vervuld', en: 'filled in another way' },
  unsuitable: { nl: 'de werkplek is niet geschikt', en: 'the place is not suitable' },
  'no-guidance-available': { nl: 'er is geen begeleiding', en: 'there is no guidance' },
};

/** How the events of a workplace are told. */
export const workplaceLines: LinesFor<WorkplaceEvent> = {
  WorkplaceOffered: ({ kind, tasks, hoursPerWeek }) => {
    const work = listed(tasks.map(same));
    return {
      nl: `${kinds[kind].nl} aangeboden, ${String(hoursPerWeek).replace('.', ',')} uur per week: ${work.nl}`,
      en: `${kinds[kind].en} offered, ${hoursPerWeek} hours a week: ${work.en}`,
    };
  },
  FunctionAdapted: ({ adaptation, by, tasks }) => {
    const work = listed(tasks.map(same));
    return {
      nl: `${adaptations[adaptation].nl} ${adapters[by].nl}: ${work.nl}`,
      en: `${adaptations[adaptation].en} ${adapters[by].en}: ${work.en}`,
    };
  },
  WorkplaceReserved: ({ lapsesOn }) => ({
    nl: `Gereserveerd tot en met ${dayInWords(lapsesOn).nl}`,
    en: `Reserved until ${dayInWords(lapsesOn).en} inclusive`,
  }),
  WorkplaceFilled: () => ({ nl: 'Werkplek bezet', en: 'Place filled' }),
  WorkplaceReleased: ({ reason }) => ({
    nl: `Werkplek vrijgegeven: ${releases[reason].nl}`,
    en: `Place released: ${releases[reason].en}`,
  }),
  WorkplaceWithdrawn: ({ reason }) => ({
    nl: `Werkplek ingetrokken: ${withdrawals[reason].nl}`,
    en: `Place withdrawn: ${withdrawals[reason].en}`,
  }),
};
