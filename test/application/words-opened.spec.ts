import type { Accepted } from '../../src/application/commands/accepted.js';
import type { CorrectionWish, Wish } from '../../src/application/commands/wish.js';
import { idOf } from '../../src/application/names.js';
import { opensWords } from '../../src/application/words-permissions.js';
import { Replayer } from '../../src/application/questions/replay.js';
import { StreamWithWords } from '../../src/application/questions/questions.js';
import { AnswerStreamWithWords } from '../../src/application/questions/stream-with-words.js';
import type { Day } from '../../src/kernel/days.js';
import type { EventId, StreamId, TenantId } from '../../src/kernel/ids.js';
import { ROLES, type Role } from '../../src/kernel/messages.js';
import { memoryFlow } from '../harness/memory-flow.js';
import { publishedProgramme } from '../harness/published-programme.js';

const NAMES_AND_CONTACT = ['familyName', 'givenNames', 'email', 'telephone', 'town'];
const VISIBILITIES = ['internal', 'shared', 'confidential'] as const;

describe('who opens which words', () => {
  const others = { category: 'trajectory', isOwn: false } as const;
  const wordsOf = (category: 'candidate' | 'employer' | 'meeting' | 'trajectory') => ({
    category,
    visibility: null,
    isOwn: false,
  });
  const kinds = ['candidate', 'employer', 'meeting', 'trajectory'] as const;

  it.each([
    ['caseworker', ['all', 'all', 'all', 'all']],
    ['supervisor', ['all', 'all', 'all', 'all']],
    ['account-manager', [NAMES_AND_CONTACT, 'all', 'all', []]],
  ] as const)('%s: of candidates, employers, meetings and trajectories (R-24)', (role, opens) => {
    expect(kinds.map((kind) => opensWords(role, wordsOf(kind)))).toEqual(opens);
  });

  it.each([
    ['caseworker', ['all', 'all', []]],
    ['supervisor', ['all', 'all', 'all']],
    ['account-manager', [[], 'all', []]],
  ] as const)('%s: of notes of others, internal, shared and confidential (R-24)', (role, opens) => {
    expect(VISIBILITIES.map((visibility) => opensWords(role, { ...others, visibility }))).toEqual(opens);
    expect(opensWords(role, { ...others, visibility: 'confidential', isOwn: true })).toBe('all');
    expect(opensWords(role, { ...others, visibility: 'unheard-of' })).toEqual([]);
  });

  it.each(ROLES.filter((role) => !['caseworker', 'supervisor', 'account-manager'].includes(role)))(
    '%s: none, nor a note of their own (R-24)',
    (role) => {
      expect(kinds.map((kind) => opensWords(role, wordsOf(kind)))).toEqual([[], [], [], []]);
      expect(opensWords(role, { ...others, visibility: 'shared', isOwn: true })).toEqual([]);
    },
  );
});

const tenant = 'hengelo' as TenantId;
const wish = (type: string, data: object, words?: Record<string, string>): Wish => ({
  kind: 'command',
  type,
  data,
  ...(words && { words }),
});

/** Somebody with all words, and a trajectory with a confidential note of `jd`; and how anybody reads them. */
async function withNote() {
  const around = memoryFlow();
  const programmeId = await publishedProgramme(around);
  const person = { walkIn: false, identity: 'linked', postcode4: 7001, birthYearBand: 1985 };
  const all = { givenNames: 'Sanne', birthDate: '1987-02-03', bsn: '999993549', street: 'Laan', town: 'Terborg' };
  const registered = (await around.send({ category: 'candidate', id: null }, wish('RegisterCandidate', person, all))) as Accepted;
  const start = { candidateId: registered.id, programmeId, previousTrajectoryId: null, enrolledOn: null, referral: 'meeting' };
  const begun = (await around.send({ category: 'trajectory', id: null }, wish('StartTrajectory', start))) as Accepted;
  const target = { category: 'trajectory', id: begun.id } as const;
  await around.send(target, wish('AddNote', { visibility: 'confidential' }, { note: 'Belt terug.' }));

  const question = new AnswerStreamWithWords(new Replayer(around.store, idOf), around.vault);
  const read = async (role: Role, streamId: StreamId, { subject = 'somebody', only = null as EventId | null } = {}) => {
    const identity = { tenant, organisation: 'gemeente', role, subject, client: 'spec', onBehalfOf: null };
    const answer = await question.execute(new StreamWithWords(identity, streamId, only));
    return 'words' in answer ? Object.values(answer.words) : answer.refused;
  };
  const [, note] = await around.store.readStream(tenant, begun.streamId);
  return { around, target, candidate: registered.streamId, trajectory: begun.streamId, note, read };
}

describe('words about a person', () => {
  it('are told to an account manager as a name and a way to reach somebody, without BSN, birth date or street (R-24, P10)', async () => {
    const { candidate, read } = await withNote();
    expect(await read('account-manager', candidate)).toEqual([{ givenNames: 'Sanne', town: 'Terborg' }]);
    expect(await read('caseworker', candidate)).toMatchObject([{ bsn: '999993549', birthDate: '1987-02-03', street: 'Laan' }]);
  });

  it('of a confidential note are opened by who wrote it and by supervisors alone (R-24, P10)', async () => {
    const { trajectory, note, read } = await withNote();
    const only = note.eventId;
    const words = [{ note: 'Belt terug.' }];

    expect(await read('caseworker', trajectory, { only, subject: 'jd' })).toEqual(words);
    expect(await read('supervisor', trajectory, { only })).toEqual(words);
    for (const role of ['caseworker', 'account-manager'] as const) {
      expect(await read(role, trajectory, { only })).toEqual({ code: 'not-permitted', role, wanted: 'StreamWithWords' });
      expect(await read(role, trajectory)).toEqual([]);
    }
  });

  it('are not opened by a correction that shares the note, also after it was voided (R-24, P10)', async () => {
    const { around, target, note, trajectory, read } = await withNote();
    const why = { corrects: note.eventId, reason: 'wrong-details', requestedBy: 'caseworker' } as const;
    const shared = { occurredOn: '2019-09-05' as Day, data: { ...(note.data as object), visibility: 'shared' } };
    const share: CorrectionWish = { kind: 'replace', ...why, replacement: shared };
    const correct = (correction: CorrectionWish, subject: string) =>
      around.send(target, { kind: 'corrections', corrections: [correction], late: [] }, { subject });

    const closed = { refused: { code: 'not-permitted', wanted: 'CorrectEvents' } };
    expect(await correct(share, 'somebody')).toMatchObject(closed);
    expect(await correct({ kind: 'void', ...why }, 'jd')).toMatchObject({ kind: 'accepted' });
    expect(await correct(share, 'somebody')).toMatchObject(closed);
    expect(await correct(share, 'jd')).toMatchObject({ kind: 'accepted' });
    expect(await read('account-manager', trajectory)).toEqual([{ note: 'Belt terug.' }]);
  });
});
