import type { Cell } from '../../../../src/engine/index';
import type { Operation } from '../../../../src/workbook/port';
import {
  changedParts,
  edited,
  entriesOf,
  opened,
  partOf,
  refusedBy,
  workbookOf,
} from '../../../oracles/editBytes';
import { valuesOf } from '../../../oracles/openBytes';
import { buildWorkbook, type WorkbookSpec } from '../../../oracles/workbookBuilder';
import { writing as write } from '../../../oracles/writing';

const rows =
  '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1"><v>3</v></c></row>' +
  '<row r="3"><c r="A3"><f>C1*2</f><v>6</v></c></row>';
const shared = '<si><t>one</t></si>';
const sheetPart = 'xl/worksheets/sheet1.xml';

async function after(spec: WorkbookSpec, ...operations: Operation[]): Promise<Cell[][]> {
  return valuesOf((await opened(await edited(buildWorkbook(spec), operations))).sheets[0].grid);
}

describe('a package that is edited', () => {
  it('is the very bytes that came in when nothing is to be done', async () => {
    const bytes = buildWorkbook({ sheets: [{ rows }], shared });
    expect(Buffer.from(await edited(bytes, [])).equals(Buffer.from(bytes))).toBe(true);
  });

  it.each([
    ['plain', {}],
    ['from a writer that streams', { part: (part) => ({ ...part, descriptor: true }) }],
    ['with parts that are not packed', { part: (part) => ({ ...part, stored: true }) }],
  ] satisfies [string, WorkbookSpec][])('keeps every other part to the byte: %s', async (_, spec) => {
    const bytes = buildWorkbook({
      sheets: [{ rows }, { name: 'Other', rows: '<row><c><v>1</v></c></row>' }],
      shared,
      parts: [{ name: 'xl/media/image1.png', content: new Uint8Array([1, 2, 3]), stored: true }],
      ...spec,
    });
    const out = await edited(bytes, [write('B1', [['two']])]);
    expect(changedParts(bytes, out)).toEqual(['xl/workbook.xml', sheetPart]);
    expect(entriesOf(out).map(({ name }) => name)).toEqual(entriesOf(bytes).map(({ name }) => name));
    expect(valuesOf((await opened(out)).sheets[0].grid)).toEqual([
      ['one', 'two', 3],
      [null, null, null],
      [6, null, null],
    ]);
  });

  it('may have a zip64 directory', async () => {
    const spec: WorkbookSpec = { part: (part) => ({ ...part, zip64: true }), zip: { zip64: true } };
    expect(await after({ sheets: [{ rows }], shared, ...spec }, write('C3', [[1]]))).toEqual([
      ['one', null, 3],
      [null, null, null],
      [6, null, 1],
    ]);
  });

  it('keeps what is around the cells that are written', async () => {
    const out = await edited(buildWorkbook({ sheets: [{ rows, after: '<!-- mine --><x/>' }], shared }), [
      write('A1', [[1, true, null]]),
      write('A2', [['a']]),
    ]);
    expect(partOf(out, sheetPart)).toContain(
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="b"><v>1</v></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c></row>' +
        '<row r="3"><c r="A3"><f>C1*2</f><v>6</v></c></row></sheetData><!-- mine --><x/>',
    );
    expect(partOf(out, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  it.each(['x:', ''])(
    'understands prefixes, strict files and other encodings (prefix "%s")',
    async (prefix) => {
      for (const spec of [
        { prefix },
        { prefix, strict: true },
        {
          prefix,
          encode: (xml: string) =>
            Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le'),
        },
      ] satisfies WorkbookSpec[])
        expect(
          await after(
            { sheets: [{ rows }], shared, ...spec },
            write('B2', [['금', { formula: '=SUM(C1:C3)', result: 3 }]]),
            write('A1', [[null]]),
          ),
        ).toEqual([
          [null, null, 3],
          [null, '금', 3],
          [6, null, null],
        ]);
    },
  );

  it('finds cells and rows that do not say where they are', async () => {
    const bare = '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>7</v></c></row>';
    expect(
      await after(
        { sheets: [{ rows: bare }] },
        write('B1', [[null]]),
        write('B2', [[5]]),
        write('D4', [[9]]),
      ),
    ).toEqual([
      [1, null, 3, null],
      [null, 5, null, null],
      [7, null, null, null],
      [null, null, null, 9],
    ]);
  });

  it('has room where there was none', async () => {
    const part =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData/></worksheet>';
    const out = await edited(buildWorkbook({ sheets: [{ part }] }), [write('B2', [['x']])]);
    expect(valuesOf((await opened(out)).sheets[0].grid)).toEqual([['x']]);
    expect(partOf(out, sheetPart)).toContain('<dimension ref="A1:B2"/>');
  });

  const texts = [
    '=1+1',
    "'=1+1",
    '+1',
    '@x',
    ' a ',
    'a\nb',
    'a\r\nb',
    '\u0000\u0001',
    '_x0041_',
    '<&>"]]>',
    '\ud800',
    '😀',
    '\ufffe',
    '1',
    'TRUE',
    '__proto__',
  ];
  it.each(texts)('keeps the text %j a text', async (text) => {
    const out = await edited(buildWorkbook({ sheets: [{}] }), [write('A1', [[text]])]);
    const [sheet] = (await opened(out)).sheets;
    expect(sheet.grid.at(0, 0)).toBe(text);
    expect(sheet.isFormula?.(0, 0)).toBe(false);
    expect(partOf(out, sheetPart)).not.toContain('<f');
  });

  it('gives the same whether it is edited once or twice', async () => {
    const bytes = buildWorkbook({ sheets: [{ rows }], shared });
    const [first, second] = [
      write('A1', [[1, 2]]),
      write('B1', [
        [null, 'x'],
        [{ formula: '=A1' }, 4],
      ]),
    ];
    const once = await edited(bytes, [first, second]);
    const twice = await edited(await edited(bytes, [first]), [second]);
    expect(entriesOf(twice).map(({ content }) => content)).toEqual(
      entriesOf(once).map(({ content }) => content),
    );
  });

  it('is left alone where the plan is refused', async () => {
    const bytes = buildWorkbook({ sheets: [{ rows }], shared });
    const workbook = workbookOf(bytes);
    const refusal = await refusedBy(workbook.apply([write('A1', [['x']]), write('A1', [['y']], 'Nowhere')]));
    expect([refusal.why, refusal.message]).toEqual([
      'missing',
      'There is no sheet "Nowhere" (change 2 of 2, writing to Nowhere!A1). Nothing was changed.',
    ]);
    expect(Buffer.from(await workbook.save()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('refuses what is locked, and what lies hidden in merged cells', async () => {
    const locked = buildWorkbook({ sheets: [{ after: '<sheetProtection sheet="1"/>' }] });
    expect((await refusedBy(edited(locked, [write('A1', [[1]])]))).why).toBe('locked');
    const merged = buildWorkbook({
      sheets: [{ after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }],
    });
    expect((await refusedBy(edited(merged, [write('B2', [[1]])]))).message).toBe(
      'Sheet1!B2 lies hidden in the merged cells A1:B2 (writing to Sheet1!B2). Nothing was changed.',
    );
    expect(
      await after(
        { sheets: [{ after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }] },
        write('A1', [[1, null]]),
      ),
    ).toEqual([[1]]);
  });

  it('keeps text that looks like a formula text when its cell is edited in Excel', async () => {
    const bytes = buildWorkbook({
      sheets: [{ rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' }],
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs>',
    });
    const quotes = (out: Uint8Array): boolean[] => {
      const styles = (/<cellXfs[\s\S]*<\/cellXfs>/.exec(partOf(out, 'xl/styles.xml'))?.[0] ?? '').match(
        /<xf [^>]*>/g,
      );
      return [...partOf(out, sheetPart).matchAll(/<c r="[A-Z]+1"(?: s="(\d+)")?/g)].map(
        ([, style]) => styles?.[Number(style ?? 0)].includes('quotePrefix="1"') ?? false,
      );
    };
    const given = ['=1+1', '+1', '-x', '@sum', 'a=b', '12'];
    const out = await edited(bytes, [write('A1', [given])]);
    expect(quotes(out)).toEqual([true, true, true, true, false, false]);
    const { sheets } = await opened(out);
    expect(valuesOf(sheets[0].grid)).toEqual([given]);
    expect(sheets[0].format?.(0, 0)).toBe('0%');
    // What is no such text afterwards has no quote either: a formula behind one would become text.
    const again = await edited(out, [write('A1', [[{ formula: '=1+1', result: 2 }, 5, null, '@x']])]);
    expect(quotes(again)).toEqual([false, false, true, true, false, false]);
    expect((await opened(again)).sheets[0].format?.(0, 0)).toBe('0%');
  });

  it('carries out plans that are given at the same time one after the other', async () => {
    const port = workbookOf(buildWorkbook({ sheets: [{ rows }], shared }));
    const refused = port.apply([{ kind: 'delete-sheet', sheet: 'Nowhere' }]);
    await Promise.all([
      expect(refused).rejects.toThrow('Nowhere'),
      port.apply([write('B1', [['two']])]),
      port.apply([{ kind: 'add-sheet', sheet: 'Added' }]),
      port.apply([write('B2', [['three']])]),
    ]);
    const { sheets } = await port.read();
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Added']);
    expect([sheets[0].grid.at(0, 1), sheets[0].grid.at(1, 1)]).toEqual(['two', 'three']);
  });

  it('gives a protected sheet no table and takes none from it', async () => {
    const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Deals" displayName="Deals" ref="E1:E2"><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>`;
    const bytes = buildWorkbook({
      sheets: [
        {
          rows: '<row r="1"><c r="A1" t="str"><v>b</v></c><c r="E1" t="str"><v>a</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
          after: '<sheetProtection sheet="1"/>',
          tables: [table],
        },
      ],
    });
    const area = { top: 0, left: 0, bottom: 1, right: 0 };
    for (const operation of [
      { kind: 'add-table', sheet: 'Sheet1', area, name: 'Other' },
      { kind: 'delete-table', name: 'Deals' },
    ] satisfies Operation[]) {
      const { why, message } = await refusedBy(edited(bytes, [operation]));
      expect([why, message]).toEqual(['locked', expect.stringContaining('The sheet "Sheet1" is protected')]);
    }
  });

  it('that is signed says that its signature no longer holds', async () => {
    const workbook = workbookOf(
      buildWorkbook({ parts: [{ name: '_xmlsignatures/sig1.xml', content: '<s/>' }] }),
    );
    expect(await workbook.notes()).toEqual([]);
    await workbook.apply([write('A1', [[1]])]);
    expect(await workbook.notes()).toEqual([
      '"deals.xlsx" is signed. Its signature does not hold for the changed file: it has to be signed again.',
    ]);
  });

  it('that is no workbook is refused as such', async () => {
    const text = workbookOf(new TextEncoder().encode('a,b'), 'deals.csv');
    expect((await refusedBy(text.read())).message).toBe(
      '"deals.csv" is a text file: save it as a workbook first, then it can be changed.',
    );
  });
});
