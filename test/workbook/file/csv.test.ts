import fc from 'fast-check';
import type { Cell } from '../../../src/engine/index';
import { sniffDelimiter } from '../../../src/workbook/file/csvText';
import { openBytes, valuesOf } from '../../oracles/openBytes';

async function read(text: string | Uint8Array, delimiter?: string): Promise<Cell[][]> {
  const { sheets } = await openBytes(text, 'deals.csv', delimiter === undefined ? {} : { delimiter });
  return valuesOf(sheets[0].grid);
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );
}

describe('text with delimiters', () => {
  it('is a book of one sheet named after the file', async () => {
    const book = await openBytes('a,b\n1,2\n', '/home/me/AI deals 2025.v2.csv');
    expect(book.sheets.map(({ name, format, isFormula }) => [name, format, isFormula])).toEqual([
      ['AI deals 2025.v2', null, null],
    ]);
    expect([book.tables, book.date1904, book.notes]).toEqual([[], false, []]);
  });

  it.each([
    ['comma', 'from,to,amount\na,b,1\n'],
    ['semicolon', 'from;to;amount\na;b;1\n'],
    ['tab', 'from\tto\tamount\na\tb\t1\n'],
    ['bar', 'from|to|amount\na|b|1\n'],
    ['a first line that says so', 'sep=^\nfrom^to^amount\r\na^b^1\n'],
  ])('finds its delimiter: %s', async (_, text) => {
    expect(await read(text)).toEqual([
      ['from', 'to', 'amount'],
      ['a', 'b', 1],
    ]);
  });

  it('is not misled by delimiters in quotes or in a few notes', () => {
    expect(sniffDelimiter('a;b;"1,2,3,4"\nc;d;"5,6,7,8"\n').delimiter).toBe(';');
    expect(sniffDelimiter('name,note\nx,"a;b"\ny,c; d\nz,e\n').delimiter).toBe(',');
    expect(sniffDelimiter('one column\nonly\n').delimiter).toBe(',');
  });

  it('obeys a delimiter that it is given', async () => {
    expect(await read('a;b,c', ',')).toEqual([['a;b', 'c']]);
    await expect(read('a', '"')).rejects.toThrow('A delimiter is one plain character, not """.');
    await expect(read('a', ', ')).rejects.toThrow(RangeError);
  });

  it('makes numbers of plain numbers only', async () => {
    const numbers = ['1250', '-3.5', '1e3', '0', '-0', '0.05', '"17"', '123456789012345'];
    expect(await read(numbers.join(','))).toEqual([[1250, -3.5, 1000, 0, 0, 0.05, 17, 123456789012345]]);
    const texts = [
      '007',
      '1250.',
      '.5',
      '+1',
      '1 250',
      '1.234.56',
      '12,5O',
      '1e',
      '1e999',
      '--1',
      '$5',
      ' 5',
      '1234567890123456',
      '0x10',
      'Infinity',
      'TRUE',
    ];
    expect(await read(texts.join(';'), ';')).toEqual([texts]);
    expect(await read('1,250;1.234,56', ';')).toEqual([['1,250', '1.234,56']]);
  });

  it('keeps quotes, delimiters and line ends inside quotes', async () => {
    expect(await read('a,"x, ""y""\r\nz",b\r\n"",c,""""\n')).toEqual([
      ['a', 'x, "y"\r\nz', 'b'],
      [null, 'c', '"'],
    ]);
    expect(await read('5" disk,"a"b\n"c" ,d')).toEqual([
      ['5" disk', 'ab'],
      ['c ', 'd'],
    ]);
  });

  it('takes any mix of line ends and keeps the count of empty lines', async () => {
    expect(await read('a\r\nb\rc\n\n\r\nd')).toEqual([['a'], ['b'], ['c'], [null], [null], ['d']]);
    expect(await read('\n\n,x\n')).toEqual([['x']]);
    expect((await openBytes('\n\n,x\n', 'a.csv')).sheets[0].grid.top).toBe(2);
  });

  it('reads UTF-8, UTF-16 and says when it guessed', async () => {
    expect(await read(bytes([0xef, 0xbb, 0xbf], '삼성,1'))).toEqual([['삼성', 1]]);
    const utf16 = (text: string, first: number): number[] =>
      [...text].flatMap((c) =>
        first ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
      );
    expect(await read(bytes([0xff, 0xfe], utf16('삼성,1', 0)))).toEqual([['삼성', 1]]);
    expect(await read(bytes([0xfe, 0xff], utf16('삼성\t1', 1)))).toEqual([['삼성', 1]]);
    const korean = await openBytes(
      bytes('a,', [0xbb, 0xef, 0xbc, 0xba, 0xc0, 0xfc, 0xc0, 0xda], '\n'),
      'a.csv',
    );
    expect(valuesOf(korean.sheets[0].grid)).toEqual([['a', '삼성전자']]);
    expect(korean.notes).toEqual(['The text is not UTF-8: it was read as Korean (EUC-KR).']);
    const western = await openBytes(
      bytes('Soci', [0xe9], 't', [0xe9], ' G', [0xe9], 'n', [0xe9], 'rale;', [0x80]),
      'a.csv',
    );
    expect(valuesOf(western.sheets[0].grid)).toEqual([['Société Générale', '€']]);
    expect(western.notes).toEqual(['The text is not UTF-8: it was read as Western European (Windows-1252).']);
    const half = await openBytes(bytes([0xef, 0xbb, 0xbf], 'a,', [0xc3]), 'a.csv');
    expect(valuesOf(half.sheets[0].grid)).toEqual([['a', '\ufffd']]);
    expect(half.notes[0]).toContain('says that it is UTF-8');
  });

  it('under the name of a workbook is refused with the way out', async () => {
    const opening = openBytes('a,b\n', 'deals.xlsx');
    await expect(opening).rejects.toMatchObject({ kind: 'unreadable', code: 'not-a-workbook' });
    await expect(opening).rejects.toThrow('"deals.xlsx" is named as a workbook but holds plain text.');
  });

  it('names that JavaScript knows are texts like any other', async () => {
    expect(await read('__proto__,constructor\ntoString,__proto__')).toEqual([
      ['__proto__', 'constructor'],
      ['toString', '__proto__'],
    ]);
  });

  it('law: what is written by the rules is read back, however the bytes are cut into chunks', async () => {
    const field = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '삼'), maxLength: 8 }),
    );
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, end) => {
        // A leading letter keeps every field a text, and the grid at A1.
        const text = rows
          .map((row) => row.map((cell) => `"k${cell.replaceAll('"', '""')}"`).join(','))
          .join(end);
        const width = Math.max(...rows.map((row) => row.length));
        const expected = rows.map((row) =>
          Array.from({ length: width }, (_, column) =>
            column < row.length ? wellFormed(`k${row[column]}`) : null,
          ),
        );
        expect(await read(text, ',')).toEqual(expected);
      }),
      { seed: 20251122, numRuns: 150 },
    );
  });

  it('a file of many chunks keeps every field whole', async () => {
    const lines = Array.from({ length: 30_000 }, (_, row) => `"party ""${row}""",삼성 ${row % 7},${row}`);
    const { grid } = (await openBytes(lines.join('\r\n'), 'a.csv')).sheets[0];
    expect(grid.rows).toBe(30_000);
    for (let row = 0; row < 30_000; row++) {
      if (
        grid.at(row, 0) !== `party "${row}"` ||
        grid.at(row, 1) !== `삼성 ${row % 7}` ||
        grid.at(row, 2) !== row
      )
        throw new Error(`Row ${row} is ${String(grid.at(row, 0))}, ${String(grid.at(row, 1))}.`);
    }
  });
});

/** What UTF-8 can carry of a text. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}
