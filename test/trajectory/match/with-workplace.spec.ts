import {
  aiming,
  bakery,
  expressInterest,
  interestExpressed,
  letMatchFall,
  matchFellThrough,
  matchId,
  matchMade,
  matchProposed,
  oven,
  placed,
  placementId,
  proposed,
  proposeMatch,
  recordMatch,
} from '../../examples/trajectory.examples.js';
import { newId, toVoid, idOf, voided } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const forTheOven = [...aiming({ on: '2019-10-04' }), matchProposed({ on: '2019-10-05', workplaceId: oven })];
const bothSaidYes = [
  ...forTheOven,
  interestExpressed({ on: '2019-10-06', by: 'candidate' }),
  interestExpressed({ on: '2019-10-06', by: 'employer' }),
];

describe('a match with a workplace', () => {
  it('is proposed with the yes of both, and not made by that (R-350)', () => {
    given(...aiming({ on: '2019-10-04' }))
      .when(proposeMatch({ on: '2019-10-05', workplaceId: oven, interested: ['candidate', 'employer'] }))
      .then(
        matchProposed({ on: '2019-10-05', matchId: newId('match'), workplaceId: oven }),
        interestExpressed({ on: '2019-10-05', matchId: newId('match'), by: 'candidate' }),
        interestExpressed({ on: '2019-10-05', matchId: newId('match'), by: 'employer' }),
      );
  });

  it('is not made by the second yes, but recorded once (R-11, R-350)', () => {
    given(...forTheOven, interestExpressed({ on: '2019-10-06', by: 'candidate' }))
      .when(expressInterest({ on: '2019-10-06', by: 'employer' }))
      .then(interestExpressed({ on: '2019-10-06', by: 'employer' }));
    given(...bothSaidYes)
      .when(recordMatch({ on: '2019-10-07' }))
      .then(matchMade({ on: '2019-10-07' }));
    given(...forTheOven)
      .when(recordMatch({ on: '2019-10-06' }))
      .thenRefused({ code: 'not-both-interested', matchId, interested: [] });
  });

  it('is one at a time for a workplace, and stands in the way of no other with its employer (R-09, R-350)', () => {
    given(...forTheOven)
      .when(proposeMatch({ on: '2019-10-06', workplaceId: oven }))
      .thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
    given(...forTheOven)
      .when(proposeMatch({ on: '2019-10-06' }))
      .then(matchProposed({ on: '2019-10-06', matchId: newId('match') }));
    given(...proposed({ on: '2019-10-05' }))
      .when(proposeMatch({ on: '2019-10-06', workplaceId: oven }))
      .thenRefused({ code: 'already-proposed', matchId, employerId: bakery });
  });

  it('falls through because the place is taken, and before the closing of it all once (R-13, R-351)', () => {
    const taken = { by: 'employer', reason: 'place-taken' } as const;
    given(...bothSaidYes)
      .when(letMatchFall({ on: '2019-10-07', ...taken }))
      .then(matchFellThrough({ on: '2019-10-07', ...taken }));
    given(...bothSaidYes, matchFellThrough({ on: '2019-10-07', ...taken }))
      .when(letMatchFall({ on: '2019-10-07', ...taken }))
      .thenRefused({ code: 'match-fell', matchId, fellOn: matchFellThrough({ on: '2019-10-07' }).occurredOn });
  });

  it('falls through because its reservation lapsed, also after it was made (R-351)', () => {
    const lapsed = { by: 'municipality', reason: 'reservation-lapsed' } as const;
    given(...bothSaidYes, matchMade({ on: '2019-10-07' }))
      .when(letMatchFall({ on: '2019-12-01', ...lapsed }))
      .then(matchFellThrough({ on: '2019-12-01', ...lapsed }));
  });

  it('does not fall through once somebody works there (R-13, R-351)', () => {
    given(...placed({ on: '2019-11-04' }))
      .when(letMatchFall({ on: '2019-11-05', by: 'municipality', reason: 'reservation-lapsed' }))
      .thenRefused({ code: 'already-placed', matchId, placementId });
  });

  it.each(['place-taken', 'reservation-lapsed'] as const)('is the only one that falls through with %s (R-351)', (reason) => {
    given(...proposed({ on: '2019-10-05' }))
      .when(letMatchFall({ on: '2019-10-06', by: 'municipality', reason }))
      .thenRefused({ code: 'match-without-workplace', matchId });
  });

  it('is open again when its fall is voided (R-351, P8)', () => {
    given(...bothSaidYes, matchFellThrough({ on: '2019-10-07', reason: 'place-taken' }))
      .whenCorrecting([toVoid(idOf('MatchFellThrough'))])
      .then(voided(idOf('MatchFellThrough'), '2019-10-07'));
  });
});
