import type { Engine } from '../../src/composition/engine.js';
import { startOf, type Day } from '../../src/kernel/days.js';
import { engineOn, startEngine, type TestEngine } from '../harness/engine.js';
import { command, lifeOn, place, publishRules } from '../harness/life.js';

let test: TestEngine;
let api: Engine;
beforeAll(async () => {
  test = await startEngine({ parts: 'projections' });
  await test.engine.clockLoop!.moveTo(startOf('2019-08-01' as Day));
  api = await engineOn(test.superuser, test.keys, test.events);
}, 60_000);
afterAll(async () => {
  await api.stop();
  await test.stop();
});

// Seen to fail when nothing of the engine is started.
it('a process that only takes commands remembers what they consult as any other does (R-530, R-573)', async () => {
  await api.start('commands');
  const life = lifeOn(api);
  const { id } = await place(life, await publishRules(life));
  const coached = command('RecordGuidanceSession', { kind: 'coaching', placementId: null, organisationId: null });
  await life.accepted('trajectory', id, coached);

  const reads = jest.spyOn(api.tools.store, 'readStream');
  await life.accepted('trajectory', id, coached);
  expect(reads).not.toHaveBeenCalled();
});
