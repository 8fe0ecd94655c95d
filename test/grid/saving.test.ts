/** A file on the grid and back into its bytes: what is calculated, what is written, and what stays as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateNode } from '../../src/cli/files';
import type { Book, Cell } from '../../src/engine/index';
import { calculableIn } from '../../src/workbench/page/calculable';
import { countShownAsValues, hasOtherSettings } from '../../src/workbench/page/changes';
import { fileAsLoaded, saveWorkbook, type SavedFile } from '../../src/workbench/page/saving';
import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';
import { blankWorkbook } from '../../src/workbook/file/newWorkbook';
import { Refusal, type Operation } from '../../src/workbook/port';
import { bytesSource } from '../../src/workbook/file/source';
import { changedParts, deflateAll, edited } from '../oracles/editBytes';
import { openBytes } from '../oracles/openBytes';
import { buildWorkbook } from '../oracles/workbookBuilder';
import { area } from '../workbench/modelContract';
import { until } from '../workbench/until';

const root = join(__dirname, '..', '..');
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(root, path)));
const packing = {
  inflate: inflateNode,
  deflate: deflateAll,
  read: async (name: string, source: ReturnType<typeof bytesSource>): Promise<Book> =>
    openBytes(await source.read(0, source.size), name, {
      formulas: true,
      emptyFormats: true,
      settings: true,
    }),
};
const patient = new AbortController().signal;

describe('a file on the grid', () => {
  let workbook: UniverWorkbook;
  let file: SavedFile;
  beforeEach(() => {
    workbook = new UniverWorkbook(startEngine(), undefined, (book) =>
      calculableIn(book, new Set(['DEAL.DOUBLE'])),
    );
  });
  afterEach(() => workbook.dispose());

  const open = async (bytes: Uint8Array | string, name = 'deals.xlsx'): Promise<void> => {
    const book = await openBytes(bytes, name, { formulas: true, emptyFormats: true, settings: true });
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    workbook.loadBook(book);
    file = fileAsLoaded(book, bytesSource(content), workbook);
  };

  /** A workbook with the sheets One and Two that holds what these operations write. */
  const openWith = async (...operations: Operation[]): Promise<Uint8Array> => {
    const bytes = await edited(await blankWorkbook(['One', 'Two']), operations);
    await open(bytes);
    return bytes;
  };

  const write = (address: string, cells: Extract<Operation, { kind: 'write' }>['cells']): Operation => ({
    kind: 'write',
    sheet: 'One',
    area: area(address),
    cells,
  });

  const save = async (): Promise<Uint8Array> => {
    await workbook.untilCalculated(patient);
    const result = await saveWorkbook(file, workbook, packing);
    file = result.file;
    return result.bytes;
  };

  const sheet = (name?: string): string =>
    workbook.sheets().find((one) => name === undefined || one.name === name)?.id ?? '';
  const values = (address: string, name?: string): Cell[][] => workbook.values(sheet(name), area(address));
  const formulas = (address: string, name?: string): Cell[][] =>
    workbook.formulas(sheet(name), area(address));
  const put = (address: string, ...cells: (string | number | boolean | null)[][]): void =>
    workbook.write(sheet(), area(address), cells);
  const shown = (address: string, value: Cell): Promise<void> =>
    until(workbook, () => JSON.stringify(values(address)[0][0]) === JSON.stringify(value));

  const read = (bytes: Uint8Array): Promise<Book> => openBytes(bytes, 'deals.xlsx', { formulas: true });
  const cell = (book: Book, address: string, at = 0): { value: Cell; formula: string | undefined } => {
    const { top, left } = area(address);
    const { grid, formula } = book.sheets[at];
    return { value: grid.at(top, left), formula: formula?.(top, left)?.text };
  };

  it.each([
    'assets/samples/ai-deals.xlsx',
    'assets/samples/dot-com.xlsx',
    'assets/samples/template.xlsx',
    'test/fixtures/workbooks/deals.xlsx',
    'test/fixtures/workbooks/features.xlsx',
  ])('%s is saved byte for byte when nothing was changed', async (path) => {
    const bytes = bytesOf(path);
    await open(bytes);
    expect(Buffer.compare(await save(), bytes)).toBe(0);
  });

  it('shows the stored value of a formula at once and calculates it when what it refers to changes', async () => {
    await openWith(write('A1:B1', [[2, { formula: '=A1*3', result: 5 }]]));
    expect(values('A1:B1')).toEqual([[2, 5]]);
    expect(formulas('B1')).toEqual([['=A1*3']]);
    put('A1', [4]);
    await shown('B1', 12);
    const book = await read(await save());
    expect(cell(book, 'A1')).toEqual({ value: 4, formula: undefined });
    expect(cell(book, 'B1')).toEqual({ value: 12, formula: '=A1*3' });
  });

  it('calculates formulas of functions that are registered later', async () => {
    await openWith(write('A1:B1', [[2, { formula: '=DEAL.DOUBLE(A1)', result: { error: '#NAME?' } }]]));
    workbook.registerFunction('DEAL.DOUBLE', ({ arguments: [given] }) =>
      Promise.resolve({ value: Array.isArray(given) ? Number(given[0][0]) * 2 : 0 }),
    );
    await shown('B1', 4);
    expect(cell(await read(await save()), 'B1')).toEqual({ value: 4, formula: '=DEAL.DOUBLE(A1)' });
  });

  it('shows the stored value of a formula that it cannot calculate, and keeps its text in the file', async () => {
    const unknown = ['=CUBESET("x","y")', '=Rate*2', '=FOREIGN.SUM(A1)'];
    await openWith(
      write('A1', [[2]]),
      write('B1:D1', [unknown.map((formula, index) => ({ formula, result: index + 7 }))]),
    );
    expect(countShownAsValues(file.saved)).toBe(3);
    expect(values('B1:D1')).toEqual([[7, 8, 9]]);
    put('A1', [3]);
    const book = await read(await save());
    unknown.forEach((formula, index) =>
      expect(cell(book, `${'BCD'[index]}1`)).toEqual({ value: index + 7, formula }),
    );
    put('C1', [80]);
    expect(cell(await read(await save()), 'C1')).toEqual({ value: 80, formula: undefined });
  });

  it('shows what a formula spilled at once, and spills anew', async () => {
    await openWith(write('A1:C1', [[1, null, { formula: '=SEQUENCE(A1+1)', result: [[1], [2]] }]]));
    expect(values('C1:C3')).toEqual([[1], [2], [null]]);
    put('A1', [2]);
    await until(workbook, () => values('C3')[0][0] === 3);
    const book = await read(await save());
    expect(['C1', 'C2', 'C3', 'C4'].map((address) => cell(book, address).value)).toEqual([1, 2, 3, null]);
    expect(book.sheets[0].formula?.(0, 2)).toMatchObject({ spills: true, array: area('C1:C3') });
    put('A1', [0]);
    await until(workbook, () => values('C2')[0][0] === null);
    const smaller = await read(await save());
    expect(['C1', 'C2', 'C3'].map((address) => cell(smaller, address).value)).toEqual([1, null, null]);
    const again = await save();
    expect(Buffer.compare(await save(), again)).toBe(0);
  });

  it('does not believe an array that a file claims to fill the whole sheet', async () => {
    const array = '<f t="array" ref="A1:XFD1048576">B9*2</f>';
    const rows = `<row r="1"><c r="A1">${array}<v>4</v></c><c r="B1"><v>5</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>`;
    const bytes = buildWorkbook({ sheets: [{ rows }] });
    await open(bytes);
    expect(Buffer.compare(await save(), bytes)).toBe(0);
  });

  it('writes texts, numbers, booleans, errors, emptied cells and formats', async () => {
    await openWith(write('A1:A2', [['old'], ['gone']]));
    put('A1:A2', ['new'], [null]);
    put('B1:B4', ["'=1+1"], [1.5], [true], ['#N/A']);
    workbook.setNumberFormats(sheet(), area('B2'), [['0.0%']]);
    const bytes = await save();
    const book = await read(bytes);
    expect(cell(book, 'A1').value).toBe('new');
    expect(cell(book, 'A2').value).toBe(null);
    expect([1, 2, 3].map((row) => cell(book, `B${row}`))).toEqual([
      { value: '=1+1', formula: undefined },
      { value: 1.5, formula: undefined },
      { value: true, formula: undefined },
    ]);
    expect(cell(book, 'B4').value).toEqual({ error: '#N/A' });
    expect(book.sheets[0].format?.(1, 1)).toBe('0.0%');
    expect(Buffer.compare(await save(), bytes)).toBe(0);
  });

  it('saves sheets that were added, renamed to each other’s names, and deleted', async () => {
    await openWith(write('A1', [['first']]));
    const [one, two] = [sheet('One'), sheet('Two')];
    workbook.write(two, area('A1'), [['=One!A1']]);
    workbook.renameSheet(one, 'Three');
    workbook.renameSheet(two, 'One');
    workbook.renameSheet(one, 'Two');
    const added = workbook.addSheet('Added').id;
    workbook.write(added, area('A1'), [['=Two!A1']]);
    let book = await read(await save());
    expect(book.sheets.map(({ name }) => name)).toEqual(['Two', 'One', 'Added']);
    expect(cell(book, 'A1').value).toBe('first');
    expect(cell(book, 'A1', 1)).toEqual({ value: 'first', formula: '=Two!A1' });
    expect(cell(book, 'A1', 2)).toEqual({ value: 'first', formula: '=Two!A1' });
    workbook.deleteSheet(added);
    workbook.renameSheet(workbook.addSheet('Last').id, 'Added');
    book = await read(await save());
    expect(book.sheets.map(({ name }) => name)).toEqual(['Two', 'One', 'Added']);
    expect(cell(book, 'A1', 2).value).toBe(null);
  });

  it('saves tables that were added and deleted, with the formulas that name them', async () => {
    await openWith(
      write('A1:B2', [
        ['From', 'Amount'],
        ['Nvidia', 30],
      ]),
    );
    const { id } = workbook.addTable(sheet(), area('A1:B2'), true, 'Deals');
    put('D1', ['=SUM(Deals[Amount])']);
    await shown('D1', 30);
    let book = await read(await save());
    expect(book.tables).toMatchObject([{ name: 'Deals', area: area('A1:B2') }]);
    expect(cell(book, 'D1')).toEqual({ value: 30, formula: '=SUM(Deals[Amount])' });
    put('D1', ['=SUM(B2)']);
    workbook.deleteTable(id);
    book = await read(await save());
    expect(book.tables).toEqual([]);
    expect(cell(book, 'D1')).toEqual({ value: 30, formula: '=SUM(B2)' });
  });

  it('calculates formulas of a file that name its tables, and leaves their texts', async () => {
    const bytes = await openWith(
      write('A1:B2', [
        ['From', 'Amount (USD bn)'],
        ['Nvidia', 30],
      ]),
      { kind: 'add-table', sheet: 'One', area: area('A1:B2'), name: 'Deals' },
      write('D2', [[{ formula: '=Deals[@[Amount (USD bn)]]*2', result: 60 }]]),
      write('E2', [[{ formula: '=SUM(Deals[Amount (USD bn)])', result: 30 }]]),
    );
    expect(Buffer.compare(await save(), bytes)).toBe(0);
    put('B2', [40]);
    await shown('D2', 80);
    const book = await read(await save());
    expect(cell(book, 'D2')).toEqual({
      value: 80,
      formula: '=Deals[[#This Row],[Amount (USD bn)]]*2',
    });
    expect(cell(book, 'E2')).toEqual({ value: 40, formula: '=SUM(Deals[Amount (USD bn)])' });
  });

  describe('with names', () => {
    const twice: Operation = {
      kind: 'define-name',
      name: 'TWICE',
      formula: '=LAMBDA(d,DEAL.DOUBLE(d))',
    };
    const paid: Operation = { kind: 'define-name', name: 'Paid', formula: '=One!$A$1:$A$2' };
    const doubling = (): void =>
      workbook.registerFunction('DEAL.DOUBLE', ({ arguments: [given] }) =>
        Promise.resolve({ value: Array.isArray(given) ? Number(given[0][0]) * 2 : 0 }),
      );
    const namesIn = async (bytes: Uint8Array): Promise<string[]> =>
      ((await read(bytes)).names ?? []).map(({ name, formula }) => `${name}${formula}`);

    it('saves one that was defined, and a formula with it answers when the file is opened again', async () => {
      await openWith(write('A1', [[2]]));
      doubling();
      workbook.defineName('TWICE', null, '=LAMBDA(d,DEAL.DOUBLE(d))');
      put('B1', ['=TWICE(A1)']);
      await shown('B1', 4);
      const bytes = await save();
      expect(await namesIn(bytes)).toEqual(['TWICE=LAMBDA(d,DEAL.DOUBLE(d))']);
      expect(cell(await read(bytes), 'B1')).toEqual({ value: 4, formula: '=TWICE(A1)' });
      expect(Buffer.compare(await save(), bytes)).toBe(0);
      await open(bytes);
      expect(countShownAsValues(file.saved)).toBe(0);
      expect(formulas('B1')).toEqual([['=TWICE(A1)']]);
      expect(Buffer.compare(await save(), bytes)).toBe(0);
      put('A1', [5]);
      await shown('B1', 10);
    });

    it('calculates with those of a file whose functions come later', async () => {
      await openWith(write('A1:B1', [[2, { formula: '=TWICE(A1)', result: { error: '#NAME?' } }]]), twice);
      doubling();
      await shown('B1', 4);
    });

    it('calculates with those of a file over its tables, also when functions are registered once more', async () => {
      await openWith(
        write('A1:B2', [
          [4, 'Amount'],
          ['Nvidia', 30],
        ]),
        { kind: 'add-table', sheet: 'One', area: area('A1:B2'), name: 'Deals' },
        write('D1', [[{ formula: '=TWICE(Deals[#All])', result: 1 }]]),
        twice,
      );
      doubling();
      await shown('D1', 8);
      await open(await save());
      doubling();
      put('E1', ['=TWICE(Deals[#All])']);
      await shown('E1', 8);
      put('A1', [6]);
      await shown('E1', 12);
      await shown('D1', 12);
    });

    it('saves one that stands for something else, and the deletion of one', async () => {
      await openWith(write('A1:B1', [[2, { formula: '=SUM(Paid)', result: 2 }]]), paid, twice);
      workbook.defineName('Paid', null, '=One!$A$1');
      workbook.defineName('TWICE', null, null);
      expect(await namesIn(await save())).toEqual(['Paid=One!$A$1']);
    });

    it('takes those of the book before off, and knows those of the book', async () => {
      await openWith(paid, twice);
      doubling();
      put('A1', [5]);
      put('B1', ['=SUM(Paid)']);
      await shown('B1', 5);
      const other = await edited(await blankWorkbook(['One']), [
        write('A1:B2', [
          [2, { formula: '=SUM(Paid)', result: 2 }],
          [3, null],
        ]),
        { kind: 'define-name', name: 'Paid', formula: '=One!$A$2' },
      ]);
      await open(other);
      expect(workbook.definedNames()).toEqual([{ name: 'Paid', sheet: null, formula: '=One!$A$2' }]);
      put('A2', [7]);
      await shown('B1', 7);
    });

    it('shows the stored values of formulas with names that it cannot calculate, and leaves these in the file', async () => {
      const bytes = await openWith(
        write('A1:D1', [
          [
            2,
            { formula: '=Beside*2', result: 7 },
            { formula: '=Endless+1', result: 8 },
            { formula: '=Cube', result: 9 },
          ],
        ]),
        { kind: 'define-name', name: 'Beside', formula: '=One!A1' },
        { kind: 'define-name', name: 'Endless', formula: '=Again+1' },
        { kind: 'define-name', name: 'Again', formula: '=Endless' },
        { kind: 'define-name', name: 'Cube', formula: '=CUBESET("x","y")' },
      );
      expect(values('B1:D1')).toEqual([[7, 8, 9]]);
      expect(countShownAsValues(file.saved)).toBe(3);
      expect(workbook.definedNames().map(({ name }) => name)).toEqual(['Beside', 'Endless', 'Again', 'Cube']);
      expect(Buffer.compare(await save(), bytes)).toBe(0);
    });

    it('saves one for a table that is as new, and gives the name of a table that is gone to a formula', async () => {
      await openWith(
        write('A1:B2', [
          ['From', 'Amount'],
          ['Nvidia', 30],
        ]),
        { kind: 'add-table', sheet: 'One', area: area('A1:B2'), name: 'Old' },
        { kind: 'define-name', name: 'Paid', formula: '=Old[Amount]' },
      );
      workbook.deleteTable(workbook.tables()[0].id);
      workbook.addTable(sheet(), area('A1:B2'), true, 'Deals');
      workbook.defineName('Paid', null, '=Deals[Amount]');
      workbook.defineName('Old', null, '=1');
      expect(await namesIn(await save())).toEqual(['Paid=Deals[Amount]', 'Old=1']);
    });

    it('says which names of single sheets it leaves as the file has them', async () => {
      await openWith(write('A1', [[1]]));
      workbook.defineName('Local', sheet(), '=1');
      const { notes } = await saveWorkbook(file, workbook, packing);
      expect(notes).toEqual(['The name "Local" of a single sheet stays as the file has it.']);
    });
  });

  it('saves what the add-in keeps in the workbook, and knows it when the file is opened again', async () => {
    const before = await openWith(write('A1', [[1]]));
    expect(hasOtherSettings(file.saved, workbook)).toBe(false);
    workbook.settings.set('looplens', '{"columns":"a"}');
    expect(hasOtherSettings(file.saved, workbook)).toBe(true);
    const bytes = await save();
    expect(hasOtherSettings(file.saved, workbook)).toBe(false);
    expect(changedParts(before, bytes).filter((part) => /worksheets|styles|workbook/.test(part))).toEqual([]);
    expect(Buffer.compare(await save(), bytes)).toBe(0);
    await open(before);
    expect([...workbook.settings]).toEqual([]);
    await open(bytes);
    expect([...workbook.settings]).toEqual([['looplens', '{"columns":"a"}']]);
    expect(Buffer.compare(await save(), bytes)).toBe(0);
    workbook.settings.delete('looplens');
    await open(await save());
    expect([...workbook.settings]).toEqual([]);
  });

  it('keeps what the add-in keeps in a text file in the workbook that is made of it', async () => {
    await open('From,To,Amount\nNvidia,OpenAI,30\n', 'mine.csv');
    workbook.settings.set('looplens', 'kept');
    await open(await save());
    expect([...workbook.settings]).toEqual([['looplens', 'kept']]);
  });

  it('makes a workbook of a text file', async () => {
    await open('From,To,Amount\nNvidia,OpenAI,30\n', 'mine.csv');
    put('C2', [31]);
    const bytes = await save();
    expect(file.name).toBe('mine.xlsx');
    expect(cell(await read(bytes), 'C2').value).toBe(31);
    expect(Buffer.compare(await save(), bytes)).toBe(0);
  });

  it('says what a file refuses, and writes it once it can', async () => {
    await openWith(write('A1', [[1]]));
    put('B1', ['=SUM((1']);
    await expect(save()).rejects.toBeInstanceOf(Refusal);
    put('B1', ['=SUM(1)']);
    expect(cell(await read(await save()), 'B1')).toEqual({ value: 1, formula: '=SUM(1)' });
  });

  it('waits for a function that is busy', async () => {
    await openWith(write('A1', [[1]]));
    let answer: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (answer = resolve));
    workbook.registerFunction('DEAL.DOUBLE', async () => {
      await told;
      return { value: 2 };
    });
    put('B1', ['=DEAL.DOUBLE(A1)']);
    await shown('B1', { error: '#BUSY!' });
    const stopped = AbortSignal.abort(new Error('No longer.'));
    await expect(workbook.untilCalculated(stopped)).rejects.toThrow('No longer.');
    const bytes = save();
    answer();
    expect(cell(await read(await bytes), 'B1')).toEqual({ value: 2, formula: '=DEAL.DOUBLE(A1)' });
  });
});
