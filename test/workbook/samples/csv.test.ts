import fc from 'fast-check';
import { formatCsv, parseCsv, parseRecords } from '../../../scripts/samples/csv';

describe('CSV', () => {
  it('reads back what it writes', () => {
    const field = fc.oneof(fc.constantFrom('"', ',', '\n', '""', 'a,"b"', ' '), fc.string());
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        expect(parseCsv(formatCsv(rows))).toEqual(rows);
      }),
      { seed: 1_998, numRuns: 300 },
    );
  });

  it('reads quotes, commas and line breaks inside fields, and lines that end either way', () => {
    expect(parseCsv('a,"b ""x"", y"\r\n"1\n2",')).toEqual([
      ['a', 'b "x", y'],
      ['1\n2', ''],
    ]);
  });

  it('refuses a quote that is never closed and a row that is too long', () => {
    expect(() => parseCsv('a,"b')).toThrow('A quoted field is never closed.');
    expect(() => parseRecords('a,b\n1,2,3\n')).toThrow('Row 2 has 3 fields, the heading has 2.');
  });
});
