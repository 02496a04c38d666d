import { CommandFlow } from '../../src/application/commands/command-flow.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import type { TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules, TENANT, type Life } from '../harness/life.js';
import { countingReads } from '../harness/counting-reads.js';

/** A life by commands whose reads of the log are counted, those of projections are not. */
async function countedLife({ engine }: TestEngine) {
  const { store, reads } = countingReads(engine.tools.store);
  const flow = new CommandFlow({ ...engine.tools, store });
  await flow.consulted.start();
  reads();
  return { life: lifeOn({ ...engine, flow }), reads, stop: () => flow.consulted.stop() };
}

const MOVES = command('ChangeContactDetails', { postcode4: null }, { words: { telephone: '0612345678' } });

/** Registers what commands on recently used streams may read of a log, wherever that is: nothing. */
export function costsNoRead(name: string, start: () => Promise<TestEngine>): void {
  describe(`commands on ${name}`, () => {
    let test: TestEngine;
    let life: Life;
    let reads: () => readonly string[];
    let stop: () => Promise<void>;

    beforeAll(async () => {
      test = await start();
      ({ life, reads, stop } = await countedLife(test));
    }, 60_000);
    afterAll(async () => {
      await stop();
      await test.stop();
    });

    // Seen to fail when an append is not remembered (mutant append-not-remembered).
    it('cost no read on a stream that was used recently (R-530)', async () => {
      const data = { walkIn: true, identity: 'unlinked', postcode4: null, birthYearBand: null };
      const id = await life.made('candidate', null, command('RegisterCandidate', data, { words: { givenNames: 'Sanne' } }));
      for (let n = 0; n < 5; n += 1) await life.accepted('candidate', id, MOVES);

      expect(reads()).toEqual([]);
      expect(await test.engine.tools.store.readStream(TENANT, `candidate-${id}`)).toHaveLength(6);
    });

    // Seen to fail when nothing consulted is kept (mutant consulted-not-kept).
    it('of a trajectory that was used recently cost none either, as its programme, calendars and candidate are remembered (R-530)', async () => {
      await test.engine.clockLoop!.moveTo(startOf('2019-08-01' as Day));
      const { id } = await place(life, await publishRules(life));
      reads();

      const coached = command('RecordGuidanceSession', { kind: 'coaching', placementId: null, organisationId: null });
      for (let n = 0; n < 5; n += 1) await life.accepted('trajectory', id, coached);
      expect(reads()).toEqual([]);
      const stored = await test.engine.tools.store.readStream(TENANT, `trajectory-${id}`);
      expect(stored.filter(({ type }) => type === 'GuidanceSessionHeld')).toHaveLength(5);
    });
  });
}
