import { CommandFlow } from '../../src/application/commands/command-flow.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';
import { countingReads } from '../harness/counting-reads.js';

let test: TestEngine;
let life: Life;
let reads: () => readonly string[];

beforeAll(async () => {
  test = await startEngine({ working: false });
  ({ life, reads } = countedLife(test));
}, 60_000);
afterAll(() => test.stop());

/** A life by commands whose reads of the log are counted, those of projections are not. */
function countedLife({ engine }: TestEngine) {
  const { store, reads } = countingReads(engine.tools.store);
  return { life: lifeOn({ ...engine, flow: new CommandFlow({ ...engine.tools, store }) }), reads };
}

const MOVES = command('ChangeContactDetails', { postcode4: null }, { words: { telephone: '0612345678' } });

describe('commands on PostgreSQL', () => {
  // Seen to fail when an append is not remembered (mutant append-not-remembered).
  it('cost no read on a stream that was used recently (R-530)', async () => {
    const data = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
    const id = await life.made('candidate', null, command('RegisterCandidate', data, { words: { givenNames: 'Sanne' } }));
    for (let n = 0; n < 5; n += 1) await life.accepted('candidate', id, MOVES);

    expect(reads()).toEqual([]);
    expect(await test.engine.tools.store.readStream(TENANT, `candidate-${id}`)).toHaveLength(6);
  });

  it('read their own stream once, and afterwards only what no version of theirs guards: the programme, its calendar, and whether the candidate was erased (R-530)', async () => {
    await test.engine.clockLoop!.moveTo(startOf('2019-08-01' as Day));
    const programmeId = await publishRules(life);
    reads();
    const { id } = await place(life, programmeId);

    const read = reads().map((streamId) => streamId.slice(0, streamId.indexOf('-')));
    expect(read.filter((category) => category === 'trajectory')).toEqual(['trajectory']);
    expect(await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`)).not.toHaveLength(1);
    expect(new Set(read.slice(-6))).toEqual(new Set(['programme', 'ruleset', 'candidate']));
  });
});
