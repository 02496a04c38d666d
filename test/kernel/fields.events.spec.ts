import { z } from 'zod';
import {
  candidateId,
  code,
  conceptUri,
  day,
  fieldKindOf,
  instant,
  period,
  publicText,
  subject,
} from '../../src/kernel/fields.events.js';

const accepts = (schema: z.ZodType, ...values: unknown[]) => values.filter((value) => !schema.safeParse(value).success);
const refuses = (schema: z.ZodType, ...values: unknown[]) => values.filter((value) => schema.safeParse(value).success);

describe('fields of events (P10)', () => {
  it('take a day only when it exists', () => {
    expect(accepts(day, '2028-02-29', '2019-10-03', '2000-02-29')).toEqual([]);
    expect(refuses(day, '2027-02-29', '1900-02-29', '2019-13-01', '2019-1-1', '2019-10-03T00:00:00Z', 20191003, '')).toEqual([]);
  });

  it('take an instant only with six decimals, so that texts sort as instants do', () => {
    expect(accepts(instant, '2019-10-03T22:00:00.000000Z')).toEqual([]);
    expect(
      refuses(
        instant,
        '2019-10-03T22:00:00Z',
        '2019-10-03T22:00:00.000Z',
        '2019-10-03T22:00:00.000000+02:00',
        '2027-02-29T00:00:00.000000Z',
      ),
    ).toEqual([]);
  });

  it('take an id only in lower case, so that one thing has one text', () => {
    expect(accepts(candidateId, '6ba7b810-9dad-51d1-80b4-00c04fd430c8')).toEqual([]);
    expect(
      refuses(candidateId, '6BA7B810-9DAD-51D1-80B4-00C04FD430C8', 'candidate-6ba7b810-9dad-51d1-80b4-00c04fd430c8', '123456782'),
    ).toEqual([]);
  });

  it('take who asks by an opaque id, never by an address or a number of a person', () => {
    expect(accepts(subject, 'worker-7', '6ba7b810-9dad-51d1-80b4-00c04fd430c8', 'auth0|5f7c', '10234')).toEqual([]);
    expect(refuses(subject, 'kim@example.org', '999993549', '0612345678', 'Kim de Vries', '', 'a'.repeat(65))).toEqual([]);
  });

  it('take codes and periods in one spelling', () => {
    expect(accepts(code(), 'paid-work', 'a', 'p4-check')).toEqual([]);
    expect(
      refuses(code(), 'Jan Jansen', 'paid_work', '-a', 'a-', '12', 'a'.repeat(61), 'jan-123456782', 'bel-0612345678'),
    ).toEqual([]);
    expect(accepts(period, 'P14D', 'P6W', 'P0D')).toEqual([]);
    expect(refuses(period, 'P1M', 'P014D', '-P14D', 'P1Y', 'PT1H')).toEqual([]);
  });

  it('take no text about a person and no address outside the closed vocabularies', () => {
    expect(accepts(publicText, 'Bouwbedrijf De Vries BV')).toEqual([]);
    expect(refuses(publicText, 'bel 06 12345678', 'burger 123456782', 'a@b.nl', '')).toEqual([]);
    expect(accepts(conceptUri, 'http://data.europa.eu/esco/isco/C9112')).toEqual([]);
    expect(refuses(conceptUri, 'https://example.org/jan', 'http://data.europa.eu/esco/skill/../jan')).toEqual([]);
  });

  it('are known by a walk over the schemas, also behind a refinement; any other text is not', () => {
    expect(fieldKindOf(day)).toBe('day');
    expect(fieldKindOf(day.refine(() => true))).toBe('day');
    expect(fieldKindOf(candidateId)).toBe('id');
    expect(fieldKindOf(z.string())).toBeUndefined();
  });
});
