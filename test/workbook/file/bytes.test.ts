import fc from 'fast-check';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { packedAddress } from '../../../src/workbook/file/cells';
import { crc32 } from '../../../src/workbook/file/crc32';
import { plainNumber, wholeNumber } from '../../../src/workbook/file/numbers';
import { nameTrick, resolveTarget } from '../../../src/workbook/file/partNames';
import { Utf8Check } from '../../../src/workbook/file/utf8';
import { columnLetters } from '../../../src/engine/index';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const options = { seed: 20251122, numRuns: 600 };

describe('a checksum', () => {
  it('law: equals that of zlib, in one piece or two', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
        const expected = zlibCrc32(bytes);
        expect(crc32(bytes)).toBe(expected);
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(expected);
      }),
      options,
    );
  });
});

describe('a plain number', () => {
  const grammar = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
  /** The slow way: a regular expression and the platform. */
  const slow = (text: string): number => {
    const value = grammar.test(text) ? Number(text) : NaN;
    return Number.isFinite(value) ? value + 0 : NaN;
  };
  const fast = (text: string): number => plainNumber(encode(text), 0, text.length, false) + 0;

  it('law: is what JSON says a number is, and its value is the platform’s', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789.-+eE ,'), maxLength: 24 });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
    const decimal = fc
      .tuple(fc.maxSafeInteger(), fc.nat(25))
      .map(([digits, places]) =>
        (digits / 1)
          .toFixed(0)
          .replace(/(\d*)$/, (all) => (places === 0 ? all : `${all}.${'0'.repeat(places - 1)}7`)),
      );
    fc.assert(
      fc.property(fc.oneof(letters, number, decimal), (text) => {
        expect(fast(text)).toBe(slow(text));
      }),
      options,
    );
  });

  it('law: decimals with up to 15 digits are read to the last bit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.nat(22), (digits, places) => {
        const text = String(digits).padStart(places + 1, '0');
        const number = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
        expect(fast(number)).toBe(Number(number));
      }),
      options,
    );
  });

  it('with more digits than a double holds is none where exactness is asked for', () => {
    const exact = (text: string): number => plainNumber(encode(text), 0, text.length, true);
    expect(exact('123456789012345')).toBe(123456789012345);
    expect(exact('1234567890123456')).toBeNaN();
    expect(exact('0.000000000000000000001')).toBe(1e-21);
    expect(exact('1.0000000000000000')).toBeNaN();
  });

  it('a whole number is digits and nothing else', () => {
    const whole = (text: string): number => wholeNumber(encode(text), 0, text.length);
    expect(['0', '12', '2147483647', '2147483648', '', '-1', '1.0', '12345678901'].map(whole)).toEqual([
      0, 12, 2147483647, -1, -1, -1, -1, -1,
    ]);
  });
});

describe('an address in bytes', () => {
  it('law: gives back its row and column', () => {
    fc.assert(
      fc.property(fc.nat(16_383), fc.nat(1_048_575), fc.boolean(), (column, row, small) => {
        const letters = small ? columnLetters(column).toLowerCase() : columnLetters(column);
        const bytes = encode(`${letters}${row + 1}`);
        expect(packedAddress(bytes, 0, bytes.length)).toBe(row * 0x8000 + column);
      }),
      options,
    );
  });

  it.each(['', 'A', '1', 'A0', '1A', 'A-1', '$A$1', 'A1B', 'AAAAA1', '@1', '[1', 'A123456789', 'ZZZZ1'])(
    '"%s" is none',
    (text) => {
      expect(packedAddress(encode(text), 0, text.length)).toBe(-1);
    },
  );
});

describe('a check for UTF-8', () => {
  it('law: says what a strict decoder says, however the bytes are cut', () => {
    const utf8 = fc.string({ unit: 'binary', maxLength: 6 }).map(encode);
    const edge = fc.constantFrom(
      0x00,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    const wild = fc.array(edge, { maxLength: 6 }).map((bytes) => Uint8Array.from(bytes));
    fc.assert(
      fc.property(fc.oneof(utf8, wild), fc.nat(6), (bytes, cut) => {
        const check = new Utf8Check();
        const fine =
          check.write(bytes.subarray(0, cut)) < 0 && check.write(bytes.subarray(cut)) < 0 && check.finished();
        expect(fine).toBe(isUtf8(bytes));
      }),
      options,
    );
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('the target of a relationship', () => {
  it.each([
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/worksheets/sheet1.xml', '../tables/t.xml', 'xl/tables/t.xml'],
    ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
    ['xl/workbook.xml', './a%20b.xml#x?y', 'xl/a b.xml'],
    ['xl/workbook.xml', '100%.xml', 'xl/100%.xml'],
    ['xl/workbook.xml', '../../a.xml', null],
    ['xl/workbook.xml', '%2e%2e/%2e%2e/a.xml', null],
    ['xl/workbook.xml', '..\\..\\a.xml', null],
  ])('of %s, "%s" is %s', (from, target, part) => {
    expect(resolveTarget(from, target)).toBe(part);
  });

  it('plain names are no tricks', () => {
    expect(['xl/a.xml', '[Content_Types].xml', 'xl/..a/b..xml', 'xl/'].map(nameTrick)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
