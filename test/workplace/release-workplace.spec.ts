import { filled, given, match, offered, otherMatch, released, releaseIt, reserved } from '../examples/workplace.examples.js';

const held = [offered({ on: '2019-09-20' }), reserved({ on: '2019-10-04' })] as const;

describe('ReleaseWorkplace', () => {
  it.each([
    ['reserved', held],
    ['filled', [...held, filled({ on: '2019-11-04' })]],
  ])('frees a place that is %s (R-444)', (_, story) => {
    const state = given(...story)
      .when(releaseIt({ on: '2019-12-01', reason: 'placement-ended' }))
      .then(released({ on: '2019-12-01', reason: 'placement-ended' }))
      .thenState();

    expect([state.held, [...state.matches]]).toEqual([null, [match]]);
  });

  it.each([
    ['nothing is held', held.slice(0, 1), match],
    ['another match has it', held, otherMatch],
    ['it was released already', [...held, released({ on: '2019-11-30' })], match],
  ])('is refused where %s (R-444)', (_, story, matchId) => {
    given(...story)
      .when(releaseIt({ on: '2019-12-01', matchId }))
      .thenRefused({ code: 'not-reserved', matchId });
  });
});
