import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { deflate } from '../../../scripts/samples/xlsx/deflate';
import { crc32, zip } from '../../../scripts/samples/xlsx/zip';
import { readZip } from './read-package';

/** Whether bytes come back as they went in. */
const returns = (bytes: Uint8Array): boolean => Buffer.compare(inflateRawSync(deflate(bytes)), bytes) === 0;
const options = { seed: 20_260_731, numRuns: 200 };

describe('deflate', () => {
  it('gives back what went in, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(returns(bytes)).toBe(true);
      }),
      options,
    );
  });

  it('gives back text that repeats itself near and far', () => {
    const word = fc.constantFrom('<c r="A1" s="3" t="s"><v>', '</v></c>', 'Nvidia', '오라클', 'x', '\n');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3_000 }), (words) => {
        const bytes = new TextEncoder().encode(words.join(''));
        expect(returns(bytes)).toBe(true);
      }),
      { ...options, numRuns: 40 },
    );
  });

  it.each([0, 1, 2, 3, 257, 258, 259, 516, 32_767, 32_768, 32_769, 70_000])(
    'gives back a run of %i equal bytes',
    (length) => {
      const bytes = new Uint8Array(length).fill(97);
      expect(returns(bytes)).toBe(true);
    },
  );

  it('finds a repeat that begins just inside the window and survives one just outside it', () => {
    for (const gap of [32_700, 32_760, 32_767, 32_768, 32_769, 40_000]) {
      const bytes = new Uint8Array(gap + 16);
      // A sequence that never repeats three bytes in a row, so that only the planted repeat can match.
      for (let i = 0; i < gap; i += 1) bytes[i] = (i * 7 + (i >> 8) * 13 + (i >> 4)) & 255;
      bytes.copyWithin(gap, 0, 16);
      expect(returns(bytes)).toBe(true);
    }
  });

  it('makes the text of a worksheet at least four times smaller', () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) => `<row r="${i}"><c r="A${i}" s="3" t="s"><v>${i}</v></c></row>`,
    );
    const bytes = new TextEncoder().encode(rows.join(''));
    expect(deflate(bytes).length * 4).toBeLessThan(bytes.length);
  });
});

describe('zip', () => {
  it('computes the checksum of the standard test text', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('packs entries that an independent reader takes apart, in their order', () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.xml$/),
      bytes: fc.uint8Array(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 }), (entries) => {
        const read = readZip(zip(entries));
        expect([...read.keys()]).toEqual(entries.map(({ name }) => name));
        for (const { name, bytes } of entries) expect(new Uint8Array(read.get(name) ?? [])).toEqual(bytes);
      }),
      { ...options, numRuns: 50 },
    );
  });
});
