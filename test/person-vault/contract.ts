import { randomUUID } from 'node:crypto';
import { SealBroken, SubjectErased, type Part, type PersonVault, type Words } from '../../src/application/ports/person-vault.js';
import type { EventStore } from '../../src/application/ports/event-store.js';
import type { EventId, TenantId } from '../../src/kernel/ids.js';
import { anAppend, anEvent, newStream, newTenant } from '../event-store/appends.js';
import { DAY_MS, MINUTE_MS } from '../harness/age.js';

/** A vault, the log that its sweeper asks, and the hand of time. */
export type VaultUnderTest = Readonly<{
  vault: PersonVault;
  log: EventStore;
  /** Makes everything that is kept so much older. */
  age(ms: number): Promise<void>;
  end(): Promise<void>;
}>;

/** Registers what every vault must do, whatever it encrypts with; that it does encrypt is for its own specs. */
export function personVaultContract(name: string, make: () => Promise<VaultUnderTest>): void {
  describe(`the person vault contract, on ${name}`, () => {
    let its: VaultUnderTest;
    beforeAll(async () => {
      its = await make();
    });
    afterAll(() => its.end());

    const aPart = (changes: Partial<Part> = {}): Part => ({
      tenant: 'hengelo' as TenantId,
      streamId: newStream(),
      eventId: randomUUID() as string as EventId,
      subject: `candidate-${randomUUID()}`,
      words: { note: randomUUID() },
      ...changes,
    });
    const sealed = async (part = aPart()) => ({ ...part, sealed: await its.vault.seal(part) });
    type SealedPart = Awaited<ReturnType<typeof sealed>>;
    const open = (...parts: SealedPart[]) => its.vault.open('hengelo' as TenantId, parts);
    const wordsOf = (...parts: Part[]) => new Map(parts.map(({ eventId, words }) => [eventId, words]));

    it('opens what was sealed, by event, word for word', async () => {
      const words: Words = { name: 'Zoë 😀', phone: null, children: 2, deaf: false, talents: ['lassen', ''] };
      const [one, other] = [await sealed(aPart({ words })), await sealed()];

      expect(await open(one, other)).toEqual(wordsOf(one, other));
      expect(one.sealed).toEqual({ subject: one.subject, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    });

    it('seals anew each time, and opens each by its own digest', async () => {
      const one = await sealed();
      const again = await sealed({ ...one, words: { note: 'decided again' } });
      const same = await sealed(one);

      expect(new Set([one, again, same].map((part) => part.sealed.digest)).size).toBe(3);
      expect(await open(one)).toEqual(wordsOf(one));
      expect(await open(again)).toEqual(wordsOf(again));
    });

    it('keeps no object of its caller', async () => {
      const words: Record<string, string> = { note: 'as said' };
      const part = await sealed(aPart({ words }));
      words.note = 'altered';

      expect(await open(part)).toEqual(new Map([[part.eventId, { note: 'as said' }]]));
    });

    it('says aloud that it has not what should be there, also for another tenant (P10, P11)', async () => {
      const part = await sealed();
      const otherDigest = { ...part, sealed: { ...part.sealed, digest: 'ab'.repeat(32) } };
      const otherEvent = { ...part, eventId: randomUUID() as string as EventId };

      await expect(open(otherDigest)).rejects.toThrow(SealBroken);
      await expect(open(otherEvent)).rejects.toThrow(SealBroken);
      await expect(its.vault.open(newTenant(), [part])).rejects.toThrow(SealBroken);
      expect(await open()).toEqual(new Map());
    });

    it('answers nothing at all when one part is said to be of another person or stream (P10)', async () => {
      const [part, sound] = [await sealed(), await sealed()];

      await expect(open(sound, { ...part, sealed: { ...part.sealed, subject: sound.subject } })).rejects.toThrow(SealBroken);
      await expect(open(sound, { ...part, streamId: sound.streamId })).rejects.toThrow(part.eventId);
    });

    it('refuses words that cannot be stored', async () => {
      await expect(its.vault.seal(aPart({ words: { note: '\ud800' } }))).rejects.toThrow('lone surrogate');
    });

    describe('finding somebody by surname and birth date (R-317)', () => {
      const born = () => ({ familyName: `Van den ${randomUUID()}`, birthDate: '1987-02-28' });
      const find = (who: { familyName: string; birthDate: string }, tenant = 'hengelo' as TenantId) =>
        its.vault.findNamed(tenant, who);
      const placeOf = ({ streamId, eventId, sealed: { digest } }: SealedPart) => ({ streamId, eventId, digest });

      it('tells where that name was sealed, however it is written, and nothing of others', async () => {
        const who = born();
        const part = await sealed(aPart({ words: { ...who, givenNames: 'Zoë', bsn: '999993549' } }));
        await sealed(aPart({ words: { ...who, birthDate: '1987-03-01' } }));
        await sealed(aPart({ words: { familyName: who.familyName } }));
        const written = who.familyName.toUpperCase().replace('VAN DEN ', 'vän  Den-');

        expect(await find(who)).toEqual([placeOf(part)]);
        expect(await find({ ...who, familyName: written })).toEqual([placeOf(part)]);
        expect(await find({ ...who, familyName: 'Voorbeeld' })).toEqual([]);
        expect(await find({ ...who, familyName: '…' })).toEqual([]);
        expect(await find(who, newTenant())).toEqual([]);
      });

      it('tells it of each time that it was sealed', async () => {
        const who = born();
        const one = await sealed(aPart({ words: who }));
        const again = await sealed(one);

        expect(new Set((await find(who)).map(({ digest }) => digest))).toEqual(
          new Set([one, again].map((part) => part.sealed.digest)),
        );
      });

      it('finds nobody who was destroyed, nor what was swept (P10)', async () => {
        const [erased, lost] = [born(), born()];
        const part = await sealed(aPart({ words: erased }));
        await its.vault.destroy(part.tenant, part.subject);
        expect(await find(erased)).toEqual([]);

        await sealed(aPart({ words: lost }));
        await its.age(7 * DAY_MS + MINUTE_MS);
        await its.vault.sweep();
        expect(await find(lost)).toEqual([]);
      });
    });

    it('destroys all of one person for ever, and nothing of anybody else (P10)', async () => {
      const subject = `candidate-${randomUUID()}`;
      const [one, two, other] = [await sealed(aPart({ subject })), await sealed(aPart({ subject })), await sealed()];
      const elsewhere = newTenant();
      const foreign = await sealed(aPart({ subject, tenant: elsewhere }));

      expect(await its.vault.destroy(one.tenant, subject)).toBe(2);
      expect(await its.vault.destroy(one.tenant, subject)).toBe(0);
      expect(await open(one, two, other)).toEqual(wordsOf(other));
      expect(await its.vault.open(elsewhere, [foreign])).toEqual(wordsOf(foreign));
      await expect(its.vault.seal(aPart({ subject }))).rejects.toThrow(SubjectErased);
    });

    it('seals nothing about a person who was erased before anything was sealed (P10)', async () => {
      const part = aPart();
      expect(await its.vault.destroy(part.tenant, part.subject)).toBe(0);
      await expect(its.vault.seal(part)).rejects.toThrow(SubjectErased);
    });

    it('sweeps after 7 days what no event names, and keeps what one does (P1)', async () => {
      const named = await sealed();
      const lost = await sealed(named);
      const event = anEvent({ eventId: named.eventId, sealed: named.sealed });
      await its.log.append(anAppend({ tenant: named.tenant, streamId: named.streamId, events: [event] }));
      await its.age(7 * DAY_MS - MINUTE_MS);
      await its.vault.sweep();
      expect(await open(lost)).toEqual(wordsOf(lost));

      const young = await sealed();
      await its.age(2 * MINUTE_MS);
      expect(await its.vault.sweep()).toBeGreaterThan(0);
      expect(await open(named, young)).toEqual(wordsOf(named, young));
      await expect(open(lost)).rejects.toThrow(SealBroken);
    });
  });
}
