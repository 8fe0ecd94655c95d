import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { fileSource, inflateNode, stdinSource } from '../../src/cli/files';
import { openBook } from '../../src/workbook/file/open';
import { refusalOf } from '../oracles/openBytes';
import { buildWorkbook } from '../oracles/workbookBuilder';
import { joined } from '../oracles/zipBuilder';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'looplens-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a file on disk', () => {
  it('is read by position, and less where it ends', async () => {
    const file = path.join(folder, 'a.bin');
    await writeFile(file, Uint8Array.from([1, 2, 3, 4, 5]));
    const source = await fileSource(file);
    expect(source.size).toBe(5);
    expect([...(await source.read(1, 2))]).toEqual([2, 3]);
    expect([...(await source.read(3, 10))]).toEqual([4, 5]);
    expect([...(await source.read(9, 10))]).toEqual([]);
    await source.close();
  });

  it('opens as a book', async () => {
    const file = path.join(folder, 'deals.xlsx');
    await writeFile(file, buildWorkbook({ sheets: [{ rows: '<row><c><v>7</v></c></row>' }] }));
    const source = await fileSource(file);
    const book = await openBook(file, source, { inflate: inflateNode });
    await source.close();
    expect(book.sheets[0].grid.at(0, 0)).toBe(7);
  });

  it('that is not there, is a folder or may not be read is refused', async () => {
    const none = await refusalOf(fileSource(path.join(folder, 'none.xlsx')));
    expect(none.code).toBe('no-such-file');
    expect(none.message).toContain('none.xlsx". Check the name');
    expect((await refusalOf(fileSource(folder))).code).toBe('not-a-file');
  });

  it('without permission is refused, unless the reader is the superuser', async () => {
    const file = path.join(folder, 'secret.csv');
    await writeFile(file, 'a');
    await chmod(file, 0);
    if (process.getuid?.() === 0) {
      const source = await fileSource(file);
      expect(source.size).toBe(1);
      await source.close();
    } else expect((await refusalOf(fileSource(file))).code).toBe('no-permission');
  });
});

describe('standard input', () => {
  it('is kept whole, bytes and strings alike', async () => {
    const source = await stdinSource(Readable.from([Buffer.from('a,'), '한\n']));
    const book = await openBook('standard input', source, { inflate: inflateNode });
    expect([book.sheets[0].grid.at(0, 0), book.sheets[0].grid.at(0, 1)]).toEqual(['a', '한']);
  });

  it('without an end is refused', async () => {
    const chunk = new Uint8Array(64 * 1024 * 1024);
    const endless = (async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield chunk;
    })();
    const refusal = await refusalOf(stdinSource(endless));
    expect(refusal.code).toBe('input-too-large');
    expect(refusal.message).toContain('536,870,912');
  });
});

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return joined(list);
}

describe('inflate', () => {
  const plain = Uint8Array.from({ length: 700_000 }, (_, index) => (index * index) >> 7);
  const packed = deflateRawSync(plain);

  it('gives back what was packed', async () => {
    expect(Buffer.compare(await all(inflateNode(pieces(packed, 1000))), plain)).toBe(0);
  });

  it('passes errors on: of the data, of its source, of data that ends early', async () => {
    await expect(all(inflateNode(pieces(Uint8Array.from([7, 7, 7, 7]), 2)))).rejects.toThrow();
    await expect(all(inflateNode(pieces(packed.subarray(0, 5000), 1000)))).rejects.toThrow('unexpected end');
    const failing = (async function* (): AsyncGenerator<Uint8Array> {
      yield packed.subarray(0, 1000);
      throw new Error('The disk is gone.');
    })();
    await expect(all(inflateNode(failing))).rejects.toThrow('The disk is gone.');
  });

  it('stops reading its source when its reader stops, and reads no more than it needs before', async () => {
    let given = 0;
    let closed = false;
    // Stored blocks: as long packed as unpacked.
    const packed = deflateRawSync(new Uint8Array(2 << 20), { level: 0 });
    const source = (async function* (): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of pieces(packed, 16 * 1024)) {
          given += chunk.length;
          yield chunk;
        }
      } finally {
        closed = true;
      }
    })();
    for await (const chunk of inflateNode(source)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(given).toBeLessThan(packed.length / 2);
    expect(closed).toBe(true);
  });
});
