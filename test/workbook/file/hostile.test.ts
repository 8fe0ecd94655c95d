import { deflateRawSync } from 'node:zlib';
import { inflateNode } from '../../../src/cli/files';
import { defaultLimits } from '../../../src/workbook/file/limits';
import { Opening } from '../../../src/workbook/file/opening';
import { FileRefused } from '../../../src/workbook/file/refusal';
import { bytesSource, type Inflate } from '../../../src/workbook/file/source';
import { openZip } from '../../../src/workbook/file/zip';
import { partChunks } from '../../../src/workbook/file/zipPart';
import { openBytes, refusalOf } from '../../oracles/openBytes';
import { randomOf } from '../../oracles/random';
import { buildWorkbook, MAIN, type WorkbookSpec } from '../../oracles/workbookBuilder';
import { buildZip, joined } from '../../oracles/zipBuilder';

/** zlib, counting what it gives. */
function counting(): { inflate: Inflate; unpacked: () => number } {
  let bytes = 0;
  return {
    unpacked: () => bytes,
    inflate: async function* (packed) {
      for await (const chunk of inflateNode(packed)) {
        bytes += chunk.length;
        yield chunk;
      }
    },
  };
}

/** Raw deflate of `times` blocks of spaces, without ever holding them: whole blocks end at a byte. */
function packedSpaces(times: number): { packed: Uint8Array; size: number } {
  const block = new Uint8Array(1 << 20).fill(0x20);
  const flushed = deflateRawSync(block, { finishFlush: 2 });
  const last = deflateRawSync(new Uint8Array(0));
  return {
    packed: joined([...Array.from({ length: times }, () => flushed), last]),
    size: times << 20,
  };
}

const small: WorkbookSpec = {
  shared: '<si><t>OpenAI</t></si><si><r><t>Nvi</t></r><r><t>dia</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  sheets: [
    {
      name: 'Deals',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" s="1"><v>45000</v></c></row>',
      after: '<autoFilter ref="A1:B2"/><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      tables: [`<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:B2"/>`],
    },
  ],
};

describe('a bomb', () => {
  const { packed, size } = packedSpaces(2000);
  const bomb = (unpacked: number): Uint8Array =>
    buildWorkbook({
      part: (part) => (part.name.includes('sheet1') ? { ...part, packed, says: { unpacked } } : part),
    });

  it('that says what it is unpacks to nothing', async () => {
    const { inflate, unpacked } = counting();
    const refusal = await refusalOf(openBytes(bomb(size), 'bomb.xlsx', { inflate }));
    expect(refusal.code).toBe('ratio');
    expect(refusal.message).toContain('2,097,152,000');
    expect(unpacked()).toBeLessThan(10_000);
  });

  it('that says to be small is cut off where it stops being so', async () => {
    const { inflate, unpacked } = counting();
    const refusal = await refusalOf(openBytes(bomb(400_000), 'bomb.xlsx', { inflate }));
    expect(refusal.code).toBe('header-lie');
    expect(unpacked()).toBeLessThan(600_000);
  });

  it('of one endless text in a sheet is cut off at the length of a text, whatever ratio is allowed', async () => {
    const { inflate, unpacked } = counting();
    const refusal = await refusalOf(
      openBytes(bomb(size), 'bomb.xlsx', { inflate, limits: { sheetRatio: 2000 } }),
    );
    expect(refusal.code).toBe('markup-too-long');
    expect(unpacked()).toBeLessThan(3_000_000);
  });

  it('of endless rows is cut off at the last row', async () => {
    const { inflate, unpacked } = counting();
    const bytes = buildWorkbook({ sheets: [{ rows: '<row/>'.repeat(200_000) }] });
    const refusal = await refusalOf(
      openBytes(bytes, 'rows.xlsx', { inflate, limits: { sheetRatio: 2000, rows: 10_000 } }),
    );
    expect(refusal.code).toBe('too-many-rows');
    expect(unpacked()).toBeLessThan(200_000);
  });

  it('that swells on the way is cut off by what was read so far, not by what the header promises', async () => {
    const stored = Uint8Array.from({ length: 640_000 }, (_, index) => index & 255);
    const zip = buildZip([
      { name: 'a.xml', content: stored, stored: true, says: { method: 8, unpacked: 60_000_000 } },
    ]);
    let given = 0;
    const swelling: Inflate = async function* (packed) {
      for await (const chunk of packed) {
        for (let times = 0; times < 500; times++) {
          given += chunk.length;
          yield chunk;
        }
      }
    };
    const opening = new Opening('bomb.xlsx', defaultLimits, swelling, undefined, undefined);
    const found = await openZip(bytesSource(zip), opening);
    const entry = found.entries.get('a.xml');
    if (entry === undefined) throw new Error('The part is missing.');
    const drain = async (): Promise<void> => {
      for await (const chunk of partChunks(found, entry, 'held', opening))
        expect(chunk.length).toBeGreaterThan(0);
    };
    const refusal = await refusalOf(drain());
    expect(refusal.code).toBe('ratio');
    expect(refusal.message).toContain('101 : 1');
    expect(given).toBe(101 * 65_536);
  });
});

describe('far cells', () => {
  const row = (index: number, cells: string): string => `<row r="${index}">${cells}</row>`;

  it('cost nothing and are left out of the grid, with a note', async () => {
    const { sheets, notes } = await openBytes(
      buildWorkbook({
        sheets: [
          {
            name: 'Deals',
            rows:
              row(1, '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>') +
              row(1_048_576, '<c r="XFD1048576"><v>3</v></c>'),
          },
        ],
      }),
      'far.xlsx',
      { limits: { cellBytes: 1_000_000 } },
    );
    const { grid } = sheets[0];
    expect([grid.top, grid.left, grid.rows, grid.columns]).toEqual([0, 0, 1, 2]);
    expect(grid.at(0, 1)).toBe(2);
    expect(grid.at(1_048_575, 16_383)).toBeNull();
    expect(notes).toEqual(['1 cell far away from the data of "Deals" (towards XFD1048576) was left out.']);
  });

  it('that leave a rectangle of ordinary size are part of it', async () => {
    const { sheets, notes } = await openBytes(
      buildWorkbook({
        sheets: [{ rows: row(1, '<c r="A1"><v>1</v></c>') + row(900_000, '<c r="H900000"><v>2</v></c>') }],
      }),
    );
    expect([sheets[0].grid.rows, sheets[0].grid.columns]).toEqual([900_000, 8]);
    expect(sheets[0].grid.at(899_999, 7)).toBe(2);
    expect(notes).toEqual([]);
  });

  it('before the data are left out as well', async () => {
    const far = Array.from({ length: 30 }, (_, index) =>
      row(1_000_000 + index, `<c r="XA${1_000_000 + index}"><v>${index}</v></c>`),
    ).join('');
    const { sheets, notes } = await openBytes(
      buildWorkbook({ sheets: [{ name: 'Deals', rows: row(1, '<c r="A1"><v>1</v></c>') + far }] }),
    );
    expect([sheets[0].grid.top, sheets[0].grid.left, sheets[0].grid.rows]).toEqual([999_999, 624, 30]);
    expect(notes).toEqual(['1 cell far away from the data of "Deals" (towards A1) was left out.']);
  });
});

describe('names that JavaScript knows', () => {
  it('are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const book = await openBytes(
      buildWorkbook({
        sheets: names.map((name) => ({
          name,
          rows: `<row><c t="str" __proto__="1" constructor="2"><v>${name}</v></c></row>`,
          tables: [`<table xmlns="${MAIN}" __proto__="x" name="${name}" displayName="${name}" ref="A1:B2"/>`],
        })),
        parts: names.map((name) => ({ name: `xl/${name}`, content: 'x' })),
      }),
    );
    expect(book.sheets.map(({ name, grid }) => [name, grid.at(0, 0)])).toEqual(
      names.map((name) => [name, name]),
    );
    expect(book.tables.map(({ name }) => name)).toEqual(names);
  });
});

/** The one promise of this room: a Book, or a refusal that is a sentence. */
async function bookOrRefusal(bytes: Uint8Array, what: string): Promise<'book' | 'refused'> {
  try {
    const book = await openBytes(bytes, 'deals.xlsx');
    for (const { grid } of book.sheets) grid.at(grid.top, grid.left);
    return 'book';
  } catch (error) {
    if (!(error instanceof FileRefused)) throw new Error(`${what}: ${String(error)}`, { cause: error });
    expect(error.message).toMatch(/^"deals\.xlsx" [^]+\.$/);
    return 'refused';
  }
}

describe('a broken file', () => {
  it('cut off anywhere is a refusal', async () => {
    const bytes = buildWorkbook(small);
    for (let length = 0; length < bytes.length; length++) {
      const outcome = await bookOrRefusal(bytes.subarray(0, length), `the first ${length} bytes`);
      expect(outcome).toBe('refused');
    }
    expect(await bookOrRefusal(bytes, 'the whole file')).toBe('book');
  });

  it('with its parts cut off anywhere is a refusal', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><!-- x --><sheetData><row r="1"><c r="A1" t="str"><f>"a"</f><v>&amp;<![CDATA[x]]></v></c></row></sheetData></worksheet>`;
    for (let length = 0; length < sheet.length; length++) {
      const bytes = buildWorkbook({ sheets: [{ part: sheet.slice(0, length) }] });
      expect(await bookOrRefusal(bytes, `the first ${length} characters`)).toBe('refused');
    }
  });

  it.each([1, 2, 3])('with bytes changed at random (seed %i) is a book or a refusal', async (seed) => {
    const random = randomOf(seed);
    // The checksums are those of the changed parts, so that changes reach the XML instead of stopping at the sums.
    for (let run = 0; run < 100; run++) {
      const bytes = buildWorkbook({
        ...small,
        part: (part) => ({ ...part, stored: true, content: mutated(part.content, random, run % 2 === 0) }),
      });
      const outer = run % 3 === 0 ? mutated(bytes, random, true) : bytes;
      await bookOrRefusal(outer, `seed ${seed}, run ${run}`);
    }
  });
});

/** A few bytes changed, dropped, doubled or moved; with `always`, in this one for sure. */
function mutated(content: string | Uint8Array, random: () => number, always: boolean): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length === 0 || (!always && random() < 0.7)) return bytes;
  const changed = [...bytes];
  const special = [0, 0x22, 0x26, 0x27, 0x2f, 0x3b, 0x3c, 0x3e, 0x5d, 0x80, 0xff, 0x39];
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = Math.floor(random() * changed.length);
    const kind = Math.floor(random() * 4);
    const length = 1 + Math.floor(random() * 12);
    if (kind === 0) changed[at] = special[Math.floor(random() * special.length)];
    else if (kind === 1) changed.splice(at, length);
    else if (kind === 2) changed.splice(at, 0, ...changed.slice(at, at + length));
    else changed[at] = Math.floor(random() * 256);
    if (changed.length === 0) return new Uint8Array(0);
  }
  return Uint8Array.from(changed);
}
