import { PERMISSIONS } from '../../src/application/permissions.js';
import type { ParkedPlace, ParkedReaction, ParkedReactions } from '../../src/application/ports/reactions.js';
import { AnswerParkedReactionsOf } from '../../src/application/questions/parked-reactions-of.js';
import { ParkedReactionsOf } from '../../src/application/questions/questions.js';
import { TryReactionAgain, TryReactionAgainHandler } from '../../src/application/reacting/try-reaction-again.js';
import type { Role } from '../../src/kernel/messages.js';
import { testId } from '../harness/ids.js';
import { TENANT } from '../harness/life.js';

const FIRST: ParkedReaction = {
  reaction: 'matches-at-start',
  eventId: testId('event', 1),
  n: 2,
  streamId: 'trajectory-c273e4d5-a071-5f82-a394-718293a4b5c6',
  why: 'refused',
  because: 'subject-erased',
  command: 'ProposeMatch',
  askedOf: 'trajectory-c273e4d5-a071-5f82-a394-718293a4b5c6',
  matchId: null,
  since: '2026-11-25T09:00:00.000000Z',
};

const identityOf = (role: Role) =>
  ({ tenant: TENANT, organisation: 'gemeente', role, subject: 'jd', client: 'spec', onBehalfOf: null }) as const;

/** One thing is aside; what was asked of the port is kept. */
function fake() {
  const asked: unknown[] = [];
  const port: ParkedReactions = {
    list: (...given) => Promise.resolve(asked.push(given) > 0 ? [FIRST] : []),
    tryAgain: (tenant, reaction, eventId) =>
      Promise.resolve(asked.push([tenant, reaction, eventId]) > 0 && eventId === FIRST.eventId),
  };
  return { asked, list: new AnswerParkedReactionsOf(port), again: new TryReactionAgainHandler(port) };
}

const page = (limit: number, after: unknown[] | null = null) => ({ after: after as never, limit, minPosition: null });
const roles = Object.keys(PERMISSIONS) as Role[];

describe('what reactions have put aside', () => {
  it('is for administrators alone to see and to try again', async () => {
    const { list, again, asked } = fake();
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const refused = (wanted: string) => ({ kind: 'refused', refused: { code: 'not-permitted', role, wanted } });
      expect(await list.execute(new ParkedReactionsOf(identityOf(role), page(10)))).toEqual(refused('ParkedReactionsOf'));
      expect(await again.execute(new TryReactionAgain(identityOf(role), FIRST))).toEqual(refused('TryReactionAgain'));
    }
    expect(asked).toEqual([]);
  });

  it('is listed within the tenant; a page that is full names the place where it ended, from which the next goes on', async () => {
    const { list, asked } = fake();
    const ask = (limit: number, after?: unknown[]) =>
      list.execute(new ParkedReactionsOf(identityOf('administrator'), page(limit, after)));
    const place = [FIRST.since, FIRST.reaction, FIRST.eventId, FIRST.n];
    expect(await ask(1)).toEqual({ rows: [FIRST], next: place, stale: false });
    expect(await ask(2, place)).toEqual({ rows: [FIRST], next: null, stale: false });

    const { since, reaction, eventId, n }: ParkedPlace = FIRST;
    expect(asked).toEqual([
      [TENANT, { after: null, limit: 1 }],
      [TENANT, { after: { since, reaction, eventId, n }, limit: 2 }],
    ]);
  });

  it('is tried again where it is there, and not found elsewhere', async () => {
    const { again } = fake();
    const ask = (eventId: ParkedReaction['eventId']) =>
      again.execute(new TryReactionAgain(identityOf('administrator'), { reaction: FIRST.reaction, eventId }));
    expect(await ask(FIRST.eventId)).toEqual({ reaction: FIRST.reaction, eventId: FIRST.eventId });
    expect(await ask(testId('event', 2))).toEqual({ kind: 'refused', refused: { code: 'not-found', what: 'parked-reaction' } });
  });
});
