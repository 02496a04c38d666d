import { dayFrom as day } from '../../src/kernel/days.js';
import { fill, filled, given, match, offered, otherMatch, reserved } from '../examples/workplace.examples.js';

const held = [offered({ on: '2019-09-20' }), reserved({ on: '2019-10-04' })] as const;

describe('FillWorkplace', () => {
  it.each(['2019-11-04', '2020-01-01'])(
    'is recorded for the match that has it, on %s, after its reservation lapsed too (R-444)',
    (on) => {
      const state = given(...held)
        .when(fill({ on }))
        .then(filled({ on }))
        .thenState();

      expect(state.held).toEqual({ matchId: match, as: 'filled', since: on, lapsesOn: null });
    },
  );

  it('is refused where nothing is held (R-444)', () => {
    given(held[0])
      .when(fill({ on: '2019-11-04' }))
      .thenRefused({ code: 'not-reserved', matchId: match });
  });

  it('is refused for another match, whoever overrides (R-442)', () => {
    given(...held)
      .overriding()
      .when(fill({ on: '2019-11-04', matchId: otherMatch }))
      .thenRefused({ code: 'place-taken', since: day('2019-10-04') });
  });

  it('is refused a second time (R-444)', () => {
    given(...held, filled({ on: '2019-11-04' }))
      .when(fill({ on: '2019-11-05' }))
      .thenRefused({ code: 'already-filled', matchId: match, filledOn: day('2019-11-04') });
  });
});
