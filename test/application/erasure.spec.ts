import type { Accepted } from '../../src/application/commands/accepted.js';
import type { Wish } from '../../src/application/commands/wish.js';
import { sweepErasures } from '../../src/application/erasing/erasure.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import type { Refused } from '../../src/application/refusals.js';
import { streamIdOf, type TenantId } from '../../src/kernel/ids.js';
import { memoryFlow, type Sent } from '../harness/memory-flow.js';

const tenant = 'hengelo' as TenantId;
const archivist: Sent = { role: 'archivist' };
const bsn = '999000153';
const wish = (type: string, data: object, words?: object): Wish =>
  ({ kind: 'command', type, data, ...(words ? { words } : {}) }) as Wish;
const registration = wish(
  'RegisterCandidate',
  { walkIn: false, identity: 'linked', postcode4: 7551, birthYearBand: 1985 },
  { familyName: 'Voorbeeld', birthDate: '1987-02-28', bsn },
);
const PERSON = { walkIn: false, identity: 'unlinked', postcode4: null, birthYearBand: null };
const BENEFIT = { kind: 'bijstand', source: 'municipality' };
const PROGRAMME = '5b0c7d6e-3f0a-5e1b-9c2d-0a1b2c3d4e5f';
const erasure = wish('EraseCandidate', { ground: 'retention-ended' });
const refusalOf = (outcome: Accepted | Refused) => (outcome.kind === 'refused' ? outcome.refused : outcome);

async function registered() {
  const around = memoryFlow();
  const { id } = (await around.send({ category: 'candidate', id: null }, registration)) as Accepted;
  const candidate = { category: 'candidate', id: id! } as const;
  const stored = () => around.store.readStream(tenant, streamIdOf('candidate', id!));
  const opened = async () => around.vault.open(tenant, (await stored()).filter(isSealed));
  return { ...around, id: id!, candidate, stored, opened };
}

const isSealed = (event: StoredEvent): event is StoredEvent & { sealed: NonNullable<StoredEvent['sealed']> } =>
  event.sealed !== null;

describe('an erasure', () => {
  it('is an archivist’s, and nobody else’s', async () => {
    const { send, candidate } = await registered();
    for (const role of ['caseworker', 'supervisor', 'administrator', 'auditor'] as const)
      expect(refusalOf(await send(candidate, erasure, { role }))).toEqual({
        code: 'not-permitted',
        role,
        wanted: 'EraseCandidate',
      });
  });

  it('leaves nothing of who it was, and the BSN free for whoever is registered with it next (R-341, P10)', async () => {
    const { send, candidate, id, opened, vault, keyClaims } = await registered();
    expect((await opened()).size).toBe(1);

    expect(await send(candidate, erasure, archivist)).toMatchObject({ kind: 'accepted', version: 2 });
    expect((await opened()).size).toBe(0);
    expect(await vault.findNamed(tenant, { familyName: 'Voorbeeld', birthDate: '1987-02-28' })).toEqual([]);
    expect(await keyClaims.holderOf(tenant, 'bsn', bsn)).toBeNull();
    const again = await send({ category: 'candidate', id: null }, registration);
    expect(again).toMatchObject({ kind: 'accepted' });
    expect((again as Accepted).id).not.toBe(id);
  });

  it('is answered alike when it is sent again, and refused the second time (R-340)', async () => {
    const { send, candidate } = await registered();
    const first = await send(candidate, erasure, { ...archivist, key: 'the-same' });
    expect(await send(candidate, erasure, { ...archivist, key: 'the-same' })).toEqual(first);
    expect(refusalOf(await send(candidate, erasure, archivist))).toEqual({ code: 'candidate-erased', erasedOn: '2019-09-05' });
  });

  it('lets nothing be recorded of the person after it, of whatever day, nor corrected, nor another be merged into them (R-340)', async () => {
    const { send, candidate, id, stored } = await registered();
    const other = (
      (await send({ category: 'candidate', id: null }, wish('RegisterCandidate', PERSON, { givenNames: 'A' }))) as Accepted
    ).id!;
    await send(candidate, erasure, archivist);
    const gone = { code: 'candidate-erased', erasedOn: '2019-09-05' };

    const early = { kind: 'command', type: 'RecordBenefitStart', on: '2018-05-01', data: BENEFIT } as Wish;
    expect(refusalOf(await send(candidate, early))).toEqual(gone);
    const [{ eventId }] = await stored();
    const replacement = { occurredOn: '2019-09-04', data: { ...PERSON, identity: 'linked' } };
    const correction = { corrects: eventId, kind: 'replace', reason: 'wrong-details', requestedBy: 'caseworker', replacement };
    expect(
      refusalOf(await send(candidate, { kind: 'corrections', corrections: [correction], late: [] } as unknown as Wish)),
    ).toEqual(gone);
    const into = wish('MergeCandidate', { survivorId: id });
    expect(refusalOf(await send({ category: 'candidate', id: other }, into, { role: 'supervisor' }))).toEqual(gone);
    const offer = { candidateId: id, programmeId: PROGRAMME, referral: 'return', previousTrajectoryId: null };
    expect(refusalOf(await send({ category: 'trajectory', id: null }, wish('StartTrajectory', offer)))).toMatchObject({
      code: expect.stringMatching(/^(candidate-erased|no-such-reference)$/) as string,
    });
  });

  it('takes first whoever was merged into the person, so that no name of theirs is left (R-340, P10)', async () => {
    const { send, candidate, id } = await registered();
    const double = (
      (await send({ category: 'candidate', id: null }, wish('RegisterCandidate', PERSON, { givenNames: 'A' }))) as Accepted
    ).id!;
    await send({ category: 'candidate', id: double }, wish('MergeCandidate', { survivorId: id }), { role: 'supervisor' });

    expect(refusalOf(await send(candidate, erasure, archivist))).toEqual({ code: 'duplicates-remain', candidateIds: [double] });
    expect(await send({ category: 'candidate', id: double }, erasure, archivist)).toMatchObject({ kind: 'accepted' });
    expect(await send(candidate, erasure, archivist)).toMatchObject({ kind: 'accepted' });
  });

  // Seen to fail when the sweep begins at the log's end.
  it('is carried out at the next start where the process died after the event, once (R-341, P10)', async () => {
    const { send, candidate, opened, vault, keyClaims, store } = await registered();
    const destroy = vault.destroy.bind(vault);
    vault.destroy = () => Promise.reject(new Error('killed'));
    await expect(send(candidate, erasure, archivist)).rejects.toThrow('killed');
    expect((await opened()).size).toBe(1);

    vault.destroy = destroy;
    expect(await sweepErasures({ store, vault, keyClaims })).toBe(1);
    expect((await opened()).size).toBe(0);
    expect(await keyClaims.holderOf(tenant, 'bsn', bsn)).toBeNull();
    expect(await sweepErasures({ store, vault, keyClaims })).toBe(0);
  });
});
