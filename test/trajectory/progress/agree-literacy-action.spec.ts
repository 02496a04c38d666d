import { agreeLiteracyAction, literacyAgreed, school } from '../../examples/around.examples.js';
import { closed, day, started } from '../../examples/trajectory.examples.js';
import { newId } from '../../harness/decider-spec.js';
import { stories } from '../stories.js';

const given = stories();
const anew = { literacyActionId: newId('literacy-action') };

describe('AgreeLiteracyAction', () => {
  it('is agreed with or without a provider, also beside another (R-227)', () => {
    given(started({ on: '2019-10-03' }), literacyAgreed({ on: '2019-10-03' }))
      .when(agreeLiteracyAction({ on: '2019-10-03', organisationId: school }))
      .then(literacyAgreed({ on: '2019-10-03', ...anew, organisationId: school }));
  });

  it('is refused from the day after the closing (R-03)', () => {
    given(started({ on: '2019-10-03' }), closed({ on: '2019-10-10' }))
      .when(agreeLiteracyAction({ on: '2019-10-11' }))
      .thenRefused({ code: 'trajectory-closed', closedOn: day('2019-10-10'), result: 'paid-work' });
  });
});
