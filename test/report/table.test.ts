import { noColours } from '../../src/report/text/paint';
import { table } from '../../src/report/text/table';

const paint = noColours;

describe('table', () => {
  it('sets decimal points under one another and a dash under the units', () => {
    const lines = table(
      [
        { head: 'party', align: 'left' },
        { head: 'amount', unit: 'USD bn', align: 'point' },
      ],
      [
        ['A', '1,300.0'],
        ['B', '0.35'],
        ['C', '–'],
      ],
      { width: 40, indent: 2, paint },
    );
    expect(lines).toEqual([
      '  party    amount',
      '           USD bn',
      '  A      1,300.0',
      '  B          0.35',
      '  C          –',
    ]);
  });

  it('shortens the longest names first and drops columns only when that is not enough', () => {
    const columns = [
      { head: 'name', align: 'left' as const, least: 6 },
      { head: 'extra', align: 'left' as const, drop: 1 },
      { head: 'n', align: 'right' as const },
    ];
    const rows = [['A very long name', 'x', '12345']];
    expect(table(columns, rows, { width: 24, indent: 0, paint })).toEqual([
      'name        extra      n',
      'A very lo…  x      12345',
    ]);
    expect(table(columns, rows, { width: 14, indent: 0, paint })).toEqual([
      'name         n',
      'A very…  12345',
    ]);
  });

  it('has no heading line where no column has a heading', () => {
    expect(table([{ head: '', align: 'left' }], [['x']], { width: 10, indent: 1, paint })).toEqual([' x']);
  });
});
