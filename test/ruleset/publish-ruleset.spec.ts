import { addDays, dayFrom as day } from '../../src/kernel/days.js';
import { rulesetVocabulary } from '../../src/ruleset/ruleset.events.js';
import { allDaysFile, given, publishedRuleset, publishRuleset } from '../examples/ruleset.examples.js';

describe('PublishRuleset', () => {
  it.each(['2010-01-01', '2030-01-01'])('is recorded, valid from %s, before or after today (R-402)', (validFrom) => {
    given()
      .today('2019-09-02')
      .when(publishRuleset({ validFrom: day(validFrom) }))
      .then(publishedRuleset({ on: '2019-09-02', validFrom: day(validFrom) }));
  });

  it('is recorded again as another version (R-402)', () => {
    given(publishedRuleset({ on: '2019-01-01' }))
      .when(publishRuleset({ on: '2019-06-01' }))
      .then(publishedRuleset({ on: '2019-06-01' }));
  });

  it('is refused for another scope, with an override too (R-401)', () => {
    const story = given(publishedRuleset({ on: '2019-01-01' }));
    for (const asked of [story, story.overriding()])
      asked
        .when(publishRuleset({ on: '2019-06-01', scope: 'country' }))
        .thenRefused({ code: 'another-scope', scope: 'country', publishedFor: 'tenant' });
  });
});

describe('a calendar', () => {
  const closed = (from: string, count: number) => ({
    workingWeekdays: [1, 2, 3, 4, 5],
    closedDays: Array.from({ length: count }, (_, at) => addDays(day(from), at)),
  });

  // Friday 1 January 2021 and 60 days: until Monday 1 March.
  it('that is closed for 60 days is published, whatever weekends lie within (R-403)', () => {
    given()
      .today('2019-09-02')
      .when(publishRuleset({ content: closed('2021-01-01', 60) }))
      .then(publishedRuleset({ on: '2019-09-02', content: closed('2021-01-01', 60) }));
  });

  it('that is closed for 61 days is refused with the place and the first day (R-403)', () => {
    given()
      .today('2019-09-02')
      .when(publishRuleset({ content: closed('2021-01-01', 61) }))
      .thenRefused({ code: 'closed-too-long', path: 'content.closedDays', closedFrom: day('2021-01-01'), longestDays: 60 });
  });

  it('counts the weekends before and after what is closed, from the first free day (R-403)', () => {
    // Monday 4 January and 59 days; with the weekend before it 61.
    given()
      .today('2019-09-02')
      .when(publishRuleset({ content: closed('2021-01-04', 59) }))
      .thenRefused({ code: 'closed-too-long', path: 'content.closedDays', closedFrom: day('2021-01-02'), longestDays: 60 });
  });
});

describe('the shipped ruleset', () => {
  it('is named by its slug and fits the schema of its event', () => {
    const { slug, ...data } = allDaysFile;

    expect(slug).toBe('all-days');
    expect(rulesetVocabulary.RulesetPublished.data.parse(data)).toEqual(data);
  });
});
