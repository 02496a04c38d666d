import { addDays, dayFrom } from '../../src/kernel/days.js';
import { rulesetDecider, type RulesetCommand, type RulesetRefusal } from '../../src/ruleset/decider.js';
import type { Ruleset } from '../../src/ruleset/ruleset.js';
import { SCOPES, type RulesetEvent } from '../../src/ruleset/ruleset.events.js';
import type { Dice } from '../harness/dice.js';
import { unseenOf } from '../harness/walk-properties.js';
import type { Walkable } from '../harness/walk.js';

const begins = dayFrom('2019-01-01');

const anyCalendar = (dice: Dice): RulesetEvent['data'] => ({
  scope: dice.pick(SCOPES),
  validFrom: addDays(begins, dice.between(-200, 200)),
  kind: 'working-calendar',
  content: { workingWeekdays: [dice.between(1, 7)], closedDays: [] },
});

const rulesetWalk: Walkable<Ruleset, RulesetEvent, RulesetCommand, RulesetRefusal, undefined> = {
  decider: rulesetDecider,
  begins,
  payload: (_, dice, { subject }) => subject ?? anyCalendar(dice),
  subjectOf: (type, { scope }) => `${type} ${scope}`,
  replacement: (_, dice) => anyCalendar(dice),
  late: (occurredOn, dice) => ({ type: 'RulesetPublished', occurredOn, data: anyCalendar(dice) }),
};

describe('rulesets led by chance', () => {
  it('keep the invariant, and next steps are just what is accepted (P8, P9)', () => {
    const must = ['PublishRuleset', 'replace', 'void', 'restore', 'late', 'refused another-scope'];
    expect(unseenOf(must, rulesetWalk, { walks: 10, steps: 25 })).toEqual([]);
  });
});
