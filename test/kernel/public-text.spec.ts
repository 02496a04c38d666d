import { faultOfPublicText, isPublicText, personTraceIn } from '../../src/kernel/public-text.js';

describe('public text (P10)', () => {
  it.each([
    'Meedoenplein Hengelo, donderdag 3 oktober 2019',
    'Meedoenplein 06-10-2019 09:30',
    'Zaal 2.14, Raadhuisplein 1',
    'Werk@Hengelo',
    'Bakkerij Twente BV (KvK 12345678)',
    'vestiging 000012345678',
    'ronde 123456789',
    '2019-10-03 9',
    'Lunch @ 12.30, zaal 3',
    'groepen van 8, 12, 16 en 20',
  ])('lets %s stand', (text) => expect(faultOfPublicText(text)).toBeNull());

  it.each([
    ['bsn', '123456782'],
    ['bsn', 'kandidaat 1234.56.782'],
    ['bsn', 'BSN123456782x'],
    ['bsn', 'zaak 2019 123-456-782'],
    ['bsn', '123\u200B456782'],
    ['bsn', '123\u00A0456\u00A0782'],
    ['bsn', '１２３４５６７８２'],
    ['bsn', '123  456  782'],
    ['bsn', '123 - 456 - 782'],
    ['bsn', '123. 456. 782'],
    ['bsn', '123—456—782'],
    ['bsn', '123\u2011456\u2212782'],
    ['bsn', '123·456:782'],
    ['bsn', '(123)(456)(782)'],
    ['bsn', '١٢٣٤٥٦٧٨٢'],
    ['bsn', '१२३४५६७८२'],
    ['email', 'jan @ voorbeeld.nl'],
    ['telephone', '06/12345678'],
    ['telephone', '06—12345678'],
    ['telephone', '06\u201112\u2011345678'],
    ['email', 'vragen bij j.jansen@voorbeeld.nl'],
    ['telephone', 'bel 0612345678'],
    ['telephone', 'bel 06-12 34 56 78'],
    ['telephone', '(074) 123 45 67'],
    ['telephone', '+31 (0)6 1234 5678'],
    ['telephone', '0031612345678'],
    ['telephone', '0900-1234'],
  ])('finds a %s in %s', (trace, text) => {
    expect(personTraceIn(text)).toBe(trace);
    expect(faultOfPublicText(text)).toBe(`holds-${trace}`);
  });

  it('may have 200 characters, not 201, counted as people count them', () => {
    expect(faultOfPublicText('é'.repeat(200))).toBeNull();
    expect(faultOfPublicText('😀'.repeat(200))).toBeNull();
    expect(faultOfPublicText('é'.repeat(201))).toBe('too-long');
    expect(faultOfPublicText('é'.repeat(201), null)).toBeNull();
  });

  it.each([
    ['a lone surrogate', 'a\uD800'],
    ['U+0000', 'a\u0000b'],
    ['a line end', 'a\nb'],
  ])('refuses %s', (_, text) => expect(faultOfPublicText(text)).toBe('unstorable'));

  it('refuses emptiness', () => {
    expect(faultOfPublicText('  ')).toBe('empty');
    expect(isPublicText('Meedoenplein')).toBe(true);
  });

  it('lets a definition without limit have lines', () => expect(faultOfPublicText('phases:\n  - meet\n', null)).toBeNull());
});
