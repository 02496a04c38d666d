import { addDays, dayFrom, type Day } from '../../src/kernel/days.js';
import { NEXT_STEPS_DAYS, stepsWithin } from '../../src/kernel/next-steps.js';
import { historyTold, idOf } from '../harness/decider-spec.js';
import { testMeta } from '../harness/ids.js';
import { toyDecider } from './toy/toy.js';
import { closed, ended, matchId, opened, placedLife, placementId, planMade, reopened, talked } from './toy/toy.examples.js';
import type { ToyEvent } from './toy/toy.events.js';

const day = dayFrom;

function stepsOf(events: readonly ToyEvent[], { today, from, until }: { today: string; from?: string; until?: string }) {
  const asked = { ...(from && { from: day(from) }), ...(until && { until: day(until) }) };
  return stepsWithin(toyDecider, historyTold(events), { meta: testMeta({ today: day(today) }), ...asked });
}

const spansOf = (steps: ReturnType<typeof stepsOf>, command: string): string[] =>
  [...steps.now, ...steps.late]
    .filter((step) => step.command === command)
    .flatMap(({ spans }) => spans.map(({ from, until }) => `${from}/${until}`));

describe('next steps', () => {
  const life = [...placedLife(), talked('2019-10-05')];

  it('are asked for today, where no days are named', () => {
    const { now, late } = stepsOf(life, { today: '2019-10-08' });
    expect(now.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['MakePlan', 'ProposeMatch', 'Talk', 'EndPlacement', 'SeeBenefit', 'SetReminder']),
    );
    expect(now.find(({ command }) => command === 'Talk')).toEqual({
      command: 'Talk',
      subject: { placementId, rating: 3 },
      spans: [{ from: '2019-10-08', until: '2019-10-08' }],
    });
    expect(late).toEqual([]);
  });

  it('are told per subject', () => {
    const yes = stepsOf(placedLife().slice(0, 4), { today: '2019-09-20' });
    expect(yes.now.filter(({ command }) => command === 'SayYes').map(({ subject }) => subject)).toEqual([
      { matchId, by: 'employer' },
    ]);
    expect(yes.not.filter(({ command }) => command === 'SayYes')).toEqual([
      { command: 'SayYes', subject: { matchId, by: 'candidate' }, refusal: { code: 'already-said', id: matchId } },
    ]);
  });

  it('name what may not be done and why: for each subject, or that there is none', () => {
    const { not } = stepsOf([opened('2019-09-05'), planMade('2019-09-10')], { today: '2019-09-20' });
    expect(not).toContainEqual({ command: 'Talk', refusal: { code: 'no-placement' } });
    expect(not).toContainEqual({ command: 'Reopen', subject: {}, refusal: { code: 'not-closed' } });
  });

  it('have the days on which a command is accepted, both ends included', () => {
    const steps = stepsOf([...life, ended('2019-10-20')], { today: '2019-10-31', from: '2019-09-20', until: '2019-10-31' });
    expect(spansOf(steps, 'Talk')).toEqual(['2019-10-01/2019-10-20']);
    expect(steps.late.map(({ command }) => command)).toContain('Talk');
    expect(steps.now.map(({ command }) => command)).not.toContain('Talk');
  });

  it('have two spans where a life was closed and reopened', () => {
    const closedOnce = [opened('2019-09-05'), closed('2019-09-10'), reopened('2019-09-20')];
    const steps = stepsOf(closedOnce, { today: '2019-09-30', from: '2019-09-01', until: '2019-09-30' });
    expect(spansOf(steps, 'MakePlan')).toEqual(['2019-09-05/2019-09-10', '2019-09-20/2019-09-30']);
    expect(steps.now.map(({ command }) => command)).toContain('MakePlan');
  });

  it('leave out the days on which something later would break', () => {
    const steps = stepsOf(life, { today: '2019-10-08', from: '2019-10-01', until: '2019-10-08' });
    expect(spansOf(steps, 'EndPlacement')).toEqual(['2019-10-05/2019-10-08']);
  });

  it('say why on the last of the days', () => {
    const { not } = stepsOf(life, { today: '2019-10-31', from: '2019-10-02', until: '2019-10-04' });
    expect(not).toContainEqual({
      command: 'EndPlacement',
      subject: { placementId },
      refusal: {
        code: 'breaks-later',
        eventId: idOf('Talked'),
        type: 'Talked',
        occurredOn: '2019-10-05',
        refusal: 'outside-placement',
      },
    });
  });

  it('never lie after today', () => {
    const steps = stepsOf(life, { today: '2019-10-08', from: '2019-10-07', until: '2019-10-20' });
    expect(spansOf(steps, 'Talk')).toEqual(['2019-10-07/2019-10-08']);

    const tomorrow = stepsOf(life, { today: '2019-10-08', from: '2019-10-09', until: '2019-10-20' });
    expect(spansOf(tomorrow, 'Talk')).toEqual([]);
    expect(tomorrow.not).toContainEqual({
      command: 'Talk',
      subject: { placementId, rating: 3 },
      refusal: { code: 'occurs-in-future', occurredOn: '2019-10-09', today: '2019-10-08' },
    });
  });

  it('take no override into account', () => {
    const meta = testMeta({ today: day('2019-10-31'), override: 'supervisor-agreed' });
    const { not } = stepsWithin(toyDecider, historyTold([...life, ended('2019-10-20')]), { meta });
    expect(not.map(({ command }) => command)).toContain('Talk');
  });

  it('say whether there is anything to correct', () => {
    expect(stepsOf([], { today: '2019-10-08' }).correctable).toBe(false);
    expect(stepsOf(life, { today: '2019-10-08' }).correctable).toBe(true);
  });

  it('go over both clock changes and 29 February without losing or doubling a day', () => {
    const open = [opened('2019-09-05')];
    for (const around of ['2019-10-27', '2020-02-29', '2020-03-29']) {
      const [from, until] = [addDays(day(around), -2), addDays(day(around), 2)];
      expect(spansOf(stepsOf(open, { today: until, from, until }), 'MakePlan')).toEqual([`${from}/${until}`]);
    }
  });

  it(`are told of 1 to ${NEXT_STEPS_DAYS} days`, () => {
    const today = day('2019-12-31');
    const asked = (from: Day) => stepsOf([opened('2019-09-05')], { today, from, until: today });
    expect(spansOf(asked(addDays(today, 1 - NEXT_STEPS_DAYS)), 'MakePlan')).toEqual([
      `${addDays(today, 1 - NEXT_STEPS_DAYS)}/${today}`,
    ]);
    expect(() => asked(addDays(today, -NEXT_STEPS_DAYS))).toThrow(RangeError);
    expect(() => asked(addDays(today, 1))).toThrow(RangeError);
  });
});
