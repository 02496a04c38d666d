import { dayFrom } from '../../src/kernel/days.js';
import type { Seal } from '../../src/kernel/messages.js';
import { idOf, newId, replaced, restored, specFor, toReplace, toRestore, toVoid, voided } from '../harness/decider-spec.js';
import { testId } from '../harness/ids.js';
import { toyDecider } from './toy/toy.js';
import {
  benefitStarted,
  closed,
  ended,
  matchId,
  matchMade,
  opened,
  placed,
  placedLife,
  placementId,
  planMade,
  proposed,
  reminderSet,
  talked,
  yes,
} from './toy/toy.examples.js';

const given = specFor(toyDecider);
const day = dayFrom;

describe('a correction', () => {
  it('is an event of today that names the original and holds what replaces it (P8)', () => {
    given(...placedLife(), talked('2019-10-05'))
      .today('2019-10-20')
      .whenCorrecting([toReplace(idOf('Talked'), talked('2019-10-06', 5))])
      .then(replaced(idOf('Talked'), '2019-10-20', talked('2019-10-06', 5)));
  });

  it('voids and restores (P8)', () => {
    const life = [...placedLife(), talked('2019-10-05')];
    given(...life)
      .today('2019-10-20')
      .whenCorrecting([toVoid(idOf('Talked'))])
      .then(voided(idOf('Talked'), '2019-10-20'));
    given(...life, voided(idOf('Talked'), '2019-10-20'))
      .today('2019-10-21')
      .whenCorrecting([toRestore(idOf('Talked'))])
      .then(restored(idOf('Talked'), '2019-10-21'));
  });

  it('works on a closed life without reopening it (P8)', () => {
    given(...placedLife(), talked('2019-10-05'), ended('2019-10-20'), closed('2019-11-01'))
      .today('2020-02-29')
      .whenCorrecting([toReplace(idOf('Talked'), talked('2019-10-06'))])
      .then(replaced(idOf('Talked'), '2020-02-29', talked('2019-10-06')));
  });

  it('is judged where the event then stands (P8)', () => {
    given(...placedLife(), talked('2019-10-05'))
      .whenCorrecting([toReplace(idOf('Talked'), talked('2019-09-30'))])
      .thenRefused({ code: 'no-such-placement', id: placementId });
  });

  it('may not take away what something later stands on (P8)', () => {
    given(...placedLife(), talked('2019-10-05'))
      .today('2019-10-20')
      .whenCorrecting([toVoid(idOf('Placed'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('Talked'),
        type: 'Talked',
        occurredOn: day('2019-10-05'),
        refusal: 'no-such-placement',
      });
  });

  it('keeps the place of the event on its day: replacing an ending on the day of a talk (P8)', () => {
    const life = [...placedLife(), ended('2019-10-20'), talked('2019-10-20')];
    given(...life)
      .whenCorrecting([toReplace(idOf('PlacementEnded'), ended('2019-10-20'))])
      .then(replaced(idOf('PlacementEnded'), '2019-10-20', ended('2019-10-20')));
  });

  it('may not move an event to tomorrow, nor by override', () => {
    const story = given(...placedLife(), talked('2019-10-05')).today('2019-10-20');
    const tomorrow = { code: 'occurs-in-future', occurredOn: day('2019-10-21'), today: day('2019-10-20') } as const;
    story.whenCorrecting([toReplace(idOf('Talked'), talked('2019-10-21'))]).thenRefused(tomorrow);
    story
      .overriding()
      .whenCorrecting([toReplace(idOf('Talked'), talked('2019-10-21'))])
      .thenRefused(tomorrow);
  });

  it('may be let through by a supervisor, and says what was waived', () => {
    given(...placedLife(), talked('2019-10-05'))
      .today('2019-10-20')
      .overriding()
      .whenCorrecting([toVoid(idOf('Placed'))])
      .thenWaiving([{ eventId: idOf('Talked'), code: 'no-such-placement' }], voided(idOf('Placed'), '2019-10-20'));
  });

  it('of what is judged once is judged, and breaks nothing else that is', () => {
    const life = [opened('2019-09-05'), benefitStarted('2019-09-20'), benefitStarted('2019-09-10')];
    given(...life)
      .today('2019-10-01')
      .whenCorrecting([toReplace(idOf('BenefitStarted', 1), benefitStarted('2019-09-11'))])
      .then(replaced(idOf('BenefitStarted', 1), '2019-10-01', benefitStarted('2019-09-11')));
    given(...life)
      .today('2019-10-01')
      .whenCorrecting([toReplace(idOf('BenefitStarted', 1), benefitStarted('2019-09-21'))])
      .thenRefused({ code: 'benefit-as-it-was' });
  });

  it('of what an override let through asks for an override again', () => {
    given(...placedLife(), ended('2019-10-20'), talked('2019-10-25'))
      .whenCorrecting([toReplace(idOf('Talked'), talked('2019-10-24'))])
      .thenRefused({ code: 'outside-placement', since: day('2019-10-01'), until: day('2019-10-20') });
  });
});

describe('the first event', () => {
  it('can be replaced, and stays first (P8)', () => {
    given(opened('2019-09-05'), planMade('2019-09-10'))
      .today('2019-09-20')
      .whenCorrecting([toReplace(idOf('Opened'), opened('2019-09-10', 2))])
      .then(replaced(idOf('Opened'), '2019-09-20', opened('2019-09-10', 2)));
  });

  it('cannot be moved past what happened after it (P8)', () => {
    given(opened('2019-09-05'), planMade('2019-09-10'))
      .today('2019-09-20')
      .whenCorrecting([toReplace(idOf('Opened'), opened('2019-09-11'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('PlanMade'),
        type: 'PlanMade',
        occurredOn: day('2019-09-10'),
        refusal: 'before-start',
      });
  });

  it('cannot be voided, nor by override (P8)', () => {
    const refusal = { code: 'first-cannot-be-voided', eventId: idOf('Opened') } as const;
    given(opened('2019-09-05'))
      .whenCorrecting([toVoid(idOf('Opened'))])
      .thenRefused(refusal);
    given(opened('2019-09-05'))
      .overriding()
      .whenCorrecting([toVoid(idOf('Opened'))])
      .thenRefused(refusal);
  });

  it('keeps the id that says whose stream it is (P8)', () => {
    given(opened('2019-09-05'))
      .whenCorrecting([toReplace(idOf('Opened'), { ...opened('2019-09-05'), data: { candidateId: testId('other'), round: 1 } })])
      .thenRefused({ code: 'ids-must-stay', eventId: idOf('Opened'), ids: ['candidateId'] });
  });
});

describe('what is no correction is refused, also with an override', () => {
  const story = given(...placedLife(), talked('2019-10-05'), reminderSet('2019-10-05'), voided(idOf('Talked'), '2019-10-06'));

  it.each([
    [
      'of an event that is not there',
      toVoid(testId<'event'>('nowhere')),
      { code: 'no-such-event', eventId: testId<'event'>('nowhere') },
    ],
    [
      'of a correction',
      toVoid(idOf('EventCorrected')),
      { code: 'not-correctable', eventId: idOf('EventCorrected'), type: 'EventCorrected' },
    ],
    [
      'of the ledger',
      toVoid(idOf('ReminderSet')),
      { code: 'not-correctable', eventId: idOf('ReminderSet'), type: 'ReminderSet' },
    ],
    [
      'to another type',
      toReplace(idOf('PlanMade'), planMadeAs('MatchProposed')),
      { code: 'type-must-stay', eventId: idOf('PlanMade'), type: 'PlanMade' },
    ],
    [
      'that changes an id which the event created',
      toReplace(idOf('MatchProposed'), proposed('2019-09-12', testId('other'))),
      { code: 'ids-must-stay', eventId: idOf('MatchProposed'), ids: ['matchId'] },
    ],
    [
      'with data that its type does not have',
      toReplace(idOf('Talked'), { occurredOn: day('2019-10-05'), data: { placementId: 'x', rating: 'high', note: 'y' } }),
      { code: 'not-of-its-type', eventId: idOf('Talked'), type: 'Talked', at: ['data.placementId', 'data.rating', 'data'] },
    ],
    [
      'without a day',
      toReplace(idOf('Talked'), { data: talked('2019-10-05').data }),
      { code: 'not-of-its-type', eventId: idOf('Talked'), type: 'Talked', at: ['occurredOn'] },
    ],
    [
      'to an instant, of what happened on a day',
      toReplace(idOf('Talked'), { occurredAt: '2019-10-05T10:00:00.000000Z' as never, data: talked('2019-10-05').data }),
      { code: 'not-of-its-type', eventId: idOf('Talked'), type: 'Talked', at: ['occurredOn', 'occurredAt'] },
    ],
    [
      'with words that did not come along',
      toReplace(idOf('Talked'), { ...talked('2019-10-05'), sealed: 'given' }),
      { code: 'not-of-its-type', eventId: idOf('Talked'), type: 'Talked', at: ['sealed'] },
    ],
  ] as const)('%s', (_, correction, refusal) => {
    story.whenCorrecting([correction]).thenRefused(refusal);
    story.overriding().whenCorrecting([correction]).thenRefused(refusal);
  });
});

describe('words that come with a correction', () => {
  const seal = { subject: testId('candidate'), words: testId('words') } as Seal;
  const life = [...placedLife(), talked('2019-10-05')];

  it('may be those of the event, or a note on the correction itself', () => {
    given(...life)
      .whenCorrecting([{ ...toReplace(idOf('Talked'), { ...talked('2019-10-06'), sealed: 'given' }), seal }])
      .then(replaced(idOf('Talked'), '2019-10-06', { ...talked('2019-10-06'), seal }));
    given(...life)
      .today('2019-10-20')
      .whenCorrecting([{ ...toVoid(idOf('Talked')), seal }])
      .then({ ...voided(idOf('Talked'), '2019-10-20'), seal });
  });
});

describe('several corrections and late facts in one append', () => {
  it('are judged together: neither would stand alone (P8)', () => {
    // The placement began and ended a month later than was entered.
    const story = given(...placedLife(), talked('2019-10-05'), ended('2019-10-20')).today('2019-12-01');
    const begin = toReplace(idOf('Placed'), placed('2019-11-01', '2019-12-31'));
    const talk = toReplace(idOf('Talked'), talked('2019-11-05'));
    const end = toReplace(idOf('PlacementEnded'), ended('2019-11-20'));

    story.whenCorrecting([begin]).thenRefused(expect.objectContaining({ code: 'breaks-later' }) as never);
    story.whenCorrecting([talk]).thenRefused(expect.objectContaining({ code: 'outside-placement' }) as never);
    story
      .whenCorrecting([begin, talk, end])
      .then(
        replaced(idOf('Placed'), '2019-12-01', placed('2019-11-01', '2019-12-31')),
        replaced(idOf('Talked'), '2019-12-01', talked('2019-11-05')),
        replaced(idOf('PlacementEnded'), '2019-12-01', ended('2019-11-20')),
      );
  });

  it('puts late facts where they happened, after the corrections in the append', () => {
    given(opened('2019-09-05'), proposed('2019-09-12'), yes('2019-09-13', 'candidate'), yes('2019-09-16', 'employer'))
      .today('2019-09-20')
      .whenCorrecting([toReplace(idOf('YesSaid'), yes('2019-09-14', 'candidate'))], [matchMade('2019-09-16')])
      .then(replaced(idOf('YesSaid'), '2019-09-20', yes('2019-09-14', 'candidate')), matchMade('2019-09-16'));
  });

  it('gives each its id by its place in the append', () => {
    const { outcome } = given(...placedLife()).whenCorrecting([], [talked('2019-10-05'), talked('2019-10-06')]);
    expect(outcome).toMatchObject({ events: [{ eventId: newId('event', 0) }, { eventId: newId('event', 1) }] });
  });

  it('answers with what it brings itself before what it would break elsewhere, wherever that stands', () => {
    given(...placedLife(), talked('2019-10-05'))
      .today('2019-10-20')
      .whenCorrecting(
        [toVoid(idOf('Placed'))],
        [{ type: 'YesSaid', occurredOn: day('2019-10-10'), data: { matchId, by: 'employer' } }],
      )
      .thenRefused({ code: 'already-said', id: matchId });
  });

  it('takes no late fact of the ledger, none that has no type here, and none that does not fit its type', () => {
    const story = given(...placedLife());
    const late = (fact: object) => story.whenCorrecting([], [fact as never]);

    late(reminderSet('2019-10-01')).thenRefused({ code: 'not-correctable', eventId: null, type: 'ReminderSet' });
    late({ ...talked('2019-10-01'), type: 'Whispered' }).thenRefused({
      code: 'not-of-its-type',
      eventId: null,
      type: null,
      at: ['type'],
    });
    late({ ...talked('2019-10-01'), data: {} }).thenRefused({
      code: 'not-of-its-type',
      eventId: null,
      type: 'Talked',
      at: ['data.placementId', 'data.rating'],
    });
    late(voided(idOf('Placed'), '2019-10-01')).thenRefused({
      code: 'not-of-its-type',
      eventId: null,
      type: null,
      at: ['type'],
    });
  });
});

function planMadeAs(type: string) {
  return { ...planMade('2019-09-10'), type };
}
