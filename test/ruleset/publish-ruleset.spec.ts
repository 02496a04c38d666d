import { dayFrom as day } from '../../src/kernel/days.js';
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

describe('the shipped ruleset', () => {
  it('is named by its slug and fits the schema of its event', () => {
    const { slug, ...data } = allDaysFile;

    expect(slug).toBe('all-days');
    expect(rulesetVocabulary.RulesetPublished.data.parse(data)).toEqual(data);
  });
});
