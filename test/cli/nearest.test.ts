import { nearest } from '../../src/cli/nearest';

describe('nearest', () => {
  const names = ['top', 'table', 'financials', 'format', 'until'];
  it.each([
    ['tpo', 'top'],
    ['fromat', 'format'],
    ['FINANCIAL', 'financials'],
    ['fin', 'financials'],
    ['untli', 'until'],
    ['zzz', null],
    ['x'.repeat(100_000), null],
  ])('finds what was meant by %s', (typed, meant) => {
    expect(nearest(typed, names)).toBe(meant);
  });
});
