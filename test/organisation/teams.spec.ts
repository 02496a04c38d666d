import { dayFrom as day } from '../../src/kernel/days.js';
import {
  add,
  form,
  formed,
  given,
  jan,
  joined,
  left,
  mieke,
  noTeam,
  registered,
  remove,
  team,
} from '../examples/organisation.examples.js';

const school = registered({ on: '2019-09-02' });
const withTeam = [school, formed({ on: '2019-09-03' })] as const;
const withJan = [...withTeam, joined({ on: '2019-09-04' })] as const;

describe('FormTeam', () => {
  it('is recorded with a new id (R-420)', () => {
    given(school)
      .when(form({ on: '2019-09-03' }))
      .then(formed({ on: '2019-09-03' }));
    given(school)
      .when(form({ on: '2019-09-02' }))
      .then(formed({ on: '2019-09-02' }));
  });
});

describe('AddMember', () => {
  it('is recorded, for each by themselves (R-423)', () => {
    given(...withJan)
      .when(add({ on: '2019-09-05', subject: mieke }))
      .then(joined({ on: '2019-09-05', subject: mieke }));
  });

  it('is refused for a team that is not there (R-423)', () => {
    given(...withTeam)
      .when(add({ on: '2019-09-05', teamId: noTeam }))
      .thenRefused({ code: 'no-such-team', teamId: noTeam });
  });

  it('is refused of who is in it, the day of leaving included, and recorded the day after (R-423)', () => {
    const again = { code: 'already-member', teamId: team, subject: jan, since: day('2019-09-04') } as const;
    given(...withJan)
      .when(add({ on: '2019-09-05' }))
      .thenRefused(again);
    given(...withJan, left({ on: '2019-12-31' }))
      .when(add({ on: '2019-12-31' }))
      .thenRefused(again);
    given(...withJan, left({ on: '2019-12-31' }))
      .when(add({ on: '2020-01-01', role: 'job-coach' }))
      .then(joined({ on: '2020-01-01', role: 'job-coach' }));
  });
});

describe('RemoveMember', () => {
  it('is recorded on the last day in the team (R-423)', () => {
    const state = given(...withJan)
      .when(remove({ on: '2019-12-31' }))
      .then(left({ on: '2019-12-31' }))
      .thenState();

    expect(state.teams.get(team)?.members.get(jan)).toEqual({ role: 'caseworker', since: '2019-09-04', until: '2019-12-31' });
  });

  it('is refused of who is not in it, or left already, or of no team (R-423)', () => {
    given(...withJan)
      .when(remove({ on: '2019-12-31', subject: mieke }))
      .thenRefused({ code: 'not-a-member', teamId: team, subject: mieke });
    given(...withJan, left({ on: '2019-12-31' }))
      .when(remove({ on: '2020-01-01' }))
      .thenRefused({ code: 'not-a-member', teamId: team, subject: jan });
    given(...withJan)
      .when(remove({ on: '2019-12-31', teamId: noTeam }))
      .thenRefused({ code: 'no-such-team', teamId: noTeam });
  });
});
