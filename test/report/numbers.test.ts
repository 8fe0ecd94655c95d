import { grouped, hold, moneyOf, percent, ratio } from '../../src/report/text/numbers';
import { aiAnalysis } from './fixtures';

const sheet = (rest: Partial<(typeof aiAnalysis)['ledger']>) =>
  moneyOf({ ...aiAnalysis.ledger, ...rest }, (text) => text);

describe('grouped', () => {
  it.each([
    [2279.632, 1, '2,279.6'],
    [1234567, 0, '1,234,567'],
    [-0.04, 1, '0.0'],
    [-1234.5, 1, '-1,234.5'],
    [187.35, 1, '187.4'],
    [1.005, 2, '1.01'],
    [1e-9, 1, '0.0'],
    [NaN, 1, '–'],
    [1.5e12, 1, '1.50e+12'],
  ])('writes %d with %i decimals as %s', (value, digits, text) => {
    expect(grouped(value, digits)).toBe(text);
  });
});

describe('percent', () => {
  it.each([
    [0.2825, '28.3 %'],
    [0, '0.0 %'],
    [1, '100.0 %'],
    [0.00001, '<0.1 %'],
    [0.99999, '>99.9 %'],
    [2.0096, '201.0 %'],
    [null, '–'],
  ])('writes %d as %s', (share, text) => {
    expect(percent(share).replace(hold, ' ')).toBe(text);
  });
});

describe('ratio', () => {
  it('gives large ratios no decimals', () => {
    expect([ratio(0.981), ratio(1234.5), ratio(null)]).toEqual(['0.98', '1,235', '–']);
  });
});

describe('money', () => {
  it.each([
    [2279.632, '2,279.6'],
    [10.309, '10.3'],
    [9.996, '10.0'],
    [5.8, '5.8'],
    [4, '4.0'],
    [0.35, '0.35'],
    [0.433, '0.433'],
    [0.0001, '<0.001'],
    [0, '0.0'],
    [null, '–'],
  ])('in a sheet with three decimals writes %d as %s', (amount, text) => {
    expect(sheet({}).text(amount)).toBe(text);
  });

  it('writes whole numbers where the sheet has no decimals', () => {
    expect(sheet({ decimals: 0, gross: 5000 }).text(1234)).toBe('1,234');
  });

  it('takes a larger unit where the unit of the sheet would fill the page, and says so', () => {
    const money = sheet({ currency: 'KRW', unit: '', scale: 1, gross: 1.4e12, decimals: 0 });
    expect(money.unit).toBe('KRW bn');
    expect(money.text(1.4e12)).toBe('1,400.0');
    expect(money.note).toBe('The sheet is in single units; this report is in KRW bn.');
  });

  it('keeps the unit of the sheet where it fits', () => {
    expect(sheet({ unit: '조', scale: 1e12, currency: 'KRW', gross: 900 }).unit).toBe('KRW 조');
    expect(sheet({ unit: '', currency: null }).unit).toBe('money');
  });
});
