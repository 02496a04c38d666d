import { dayFrom as day, type Period } from '../../src/kernel/days.js';
import {
  filled,
  given,
  keep,
  match,
  offered,
  otherMatch,
  released,
  reserve,
  reserved,
  withdrawn,
} from '../examples/workplace.examples.js';
import { idOf, toReplace, toRestore, toVoid, voided } from '../harness/decider-spec.js';

const place = offered({ on: '2019-09-20' });
const held = [place, reserved({ on: '2019-10-04' })] as const;

describe('ReserveWorkplace', () => {
  it('holds the place for its match (R-442)', () => {
    const state = given(place)
      .when(reserve({ on: '2019-10-04' }))
      .then(reserved({ on: '2019-10-04' }))
      .thenState();

    expect(state.held).toEqual({ matchId: match, as: 'reserved', since: '2019-10-04', lapsesOn: '2019-12-31' });
  });

  it.each([
    ['P1D', '2019-12-31', '2020-01-01'],
    ['P6W', '2019-10-04', '2019-11-15'],
    ['P28D', '2020-02-01', '2020-02-29'],
    ['P29D', '2020-02-01', '2020-03-01'],
    ['P1W', '2020-03-23', '2020-03-30'],
    ['P1W', '2020-10-19', '2020-10-26'],
  ])('may be for %s: then until so long after the day on which it is recorded, %s (R-504)', (keptFor, today, lapsesOn) => {
    given(place)
      .today(today)
      .when(keep({ on: '2019-09-30', keptFor: keptFor as Period }))
      .then(reserved({ on: '2019-09-30', lapsesOn: day(lapsesOn) }));
  });

  it.each([
    ['2019-09-19', '2019-09-20'],
    ['2019-12-30', '2019-12-31'],
    ['2019-02-28', '2019-03-01'],
    ['2019-03-30', '2019-03-31'],
    ['2019-10-26', '2019-10-27'],
  ])('is refused on %s, the day before the place is offered, and recorded on the day itself (R-441)', (before, on) => {
    const story = given(offered({ on }));
    story.when(reserve({ on: before })).thenRefused({ code: 'before-offer', happenedOn: day(before), offeredOn: day(on) });
    story.when(reserve({ on })).then(reserved({ on }));
  });

  it('stands in the way of an offer that is corrected to a later day (R-441, P8)', () => {
    const { data } = offered({ on: '2019-10-05' });
    given(...held)
      .whenCorrecting([toReplace(idOf('WorkplaceOffered'), { occurredOn: day('2019-10-05'), data })])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('WorkplaceReserved'),
        type: 'WorkplaceReserved',
        occurredOn: day('2019-10-04'),
        refusal: 'before-offer',
      });
  });

  it('is refused of a place that is not offered, or was withdrawn (R-441)', () => {
    given()
      .when(reserve({ on: '2019-10-04' }))
      .thenRefused({ code: 'workplace-not-offered' });
    given(place, withdrawn({ on: '2019-10-01' }))
      .when(reserve({ on: '2019-10-04' }))
      .thenRefused({ code: 'workplace-withdrawn', withdrawnOn: day('2019-10-01') });
  });

  it('is refused for the match that has it (R-442)', () => {
    given(...held)
      .when(reserve({ on: '2019-10-05' }))
      .thenRefused({ code: 'already-reserved', matchId: match, reservedOn: day('2019-10-04') });
    given(...held, filled({ on: '2019-11-04' }))
      .when(reserve({ on: '2019-11-05' }))
      .thenRefused({ code: 'already-filled', matchId: match, filledOn: day('2019-11-04') });
  });

  it.each([
    ['reserved', held, '2019-10-04'],
    ['filled', [...held, filled({ on: '2019-11-04' })], '2019-11-04'],
  ])(
    'is refused for another match while it is %s, whoever overrides, and does not say which has it (R-442)',
    (_, story, since) => {
      const wish = reserve({ on: '2019-11-05', matchId: otherMatch });
      given(...story)
        .when(wish)
        .thenRefused({ code: 'place-taken', since: day(since) });
      given(...story)
        .overriding()
        .when(wish)
        .thenRefused({ code: 'place-taken', since: day(since) });
    },
  );

  it('is refused for another match by an override after the place was withdrawn, too (R-442)', () => {
    const wish = reserve({ on: '2019-11-05', matchId: otherMatch });
    const story = given(...held, withdrawn({ on: '2019-11-04' }));
    expect(story.when(wish).outcome).toMatchObject({ refusal: { code: 'workplace-withdrawn' } });
    expect(story.overriding().when(wish).outcome).toMatchObject({ refusal: { code: 'place-taken' } });
  });

  it('is recorded for another match once it is released, on the same day too (R-442, R-444)', () => {
    const again = { on: '2019-10-20', matchId: otherMatch };
    given(...held, released({ on: '2019-10-20' }))
      .when(reserve(again))
      .then(reserved(again));
  });

  it('lapses on the day on which it is made at the earliest (R-443)', () => {
    given(place)
      .when(reserve({ on: '2019-10-04', lapsesOn: day('2019-10-03') }))
      .thenRefused({ code: 'lapses-before-reservation', lapsesOn: day('2019-10-03'), reservedOn: day('2019-10-04') });
    given(place)
      .when(reserve({ on: '2019-10-04', lapsesOn: day('2019-10-04') }))
      .then(reserved({ on: '2019-10-04', lapsesOn: day('2019-10-04') }));
  });

  it('is not brought back under another that took its place (R-442, P8)', () => {
    given(...held, voided(idOf('WorkplaceReserved'), '2019-10-06'), reserved({ on: '2019-10-07', matchId: otherMatch }))
      .whenCorrecting([toRestore(idOf('WorkplaceReserved'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('WorkplaceReserved', 1),
        type: 'WorkplaceReserved',
        occurredOn: day('2019-10-07'),
        refusal: 'place-taken',
      });
  });

  it('is not voided from under who works there (R-444, P8)', () => {
    given(...held, filled({ on: '2019-11-04' }))
      .whenCorrecting([toVoid(idOf('WorkplaceReserved'))])
      .thenRefused({
        code: 'breaks-later',
        eventId: idOf('WorkplaceFilled'),
        type: 'WorkplaceFilled',
        occurredOn: day('2019-11-04'),
        refusal: 'not-reserved',
      });
  });
});
