import { isBsn } from '../../src/kernel/bsn.js';

describe('the eleven test', () => {
  it.each(['123456782', '111222333', '111111110', '444444440', '999991954', '999993549', '022264541', '689735273', '347910099'])(
    'passes %s',
    (bsn) => expect(isBsn(bsn)).toBe(true),
  );

  it.each([
    ['a wrong last digit', '123456789'],
    ['all zeros', '000000000'],
    ['a leading zero left out', '22264541'],
    ['ten digits', '1234567820'],
    ['spaces', '123 456 782'],
    ['a line end', '123456782\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(isBsn(text)).toBe(false));
});
