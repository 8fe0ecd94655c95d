import { aiDealsBook } from '../../../scripts/samples/ai-deals';
import { dotComBook } from '../../../scripts/samples/dot-com';
import { look } from '../../../scripts/samples/look';
import { templateBook } from '../../../scripts/samples/template';
import { workbookBytes } from '../../../scripts/samples/xlsx/package';
import type { WorkbookSpec } from '../../../scripts/samples/xlsx/package';
import type { SheetSpec } from '../../../scripts/samples/xlsx/sheet';
import { cellsOf, partOf, readParts, tagsOf } from './read-package';
import type { Tag } from './read-package';

/** Children of a worksheet as the schema orders them (ECMA-376, CT_Worksheet), as far as the samples use them. */
const worksheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
  'drawing',
  'legacyDrawing',
  'tableParts',
];
const styleOrder = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
];

const childrenOf = (tags: readonly Tag[]): string[] =>
  tags.filter(({ path }) => path.length === 1).map(({ name }) => name);
const inOrder = (names: readonly string[], order: readonly string[]): void => {
  const places = names.map((name) => order.indexOf(name));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
};
const named = (tags: readonly Tag[], name: string): Tag[] => tags.filter((tag) => tag.name === name);
/** 'xl/worksheets/sheet1.xml' + '../tables/table1.xml' -> 'xl/tables/table1.xml' */
const resolve = (from: string, target: string): string =>
  new URL(target, `file:///${from}`).pathname.slice(1);

const books: readonly (readonly [string, () => WorkbookSpec])[] = [
  ['ai-deals', aiDealsBook],
  ['dot-com', dotComBook],
  ['template', templateBook],
];

describe.each(books)('the package of %s.xlsx', (_, book) => {
  const parts = readParts(workbookBytes(book()));
  const workbook = tagsOf(partOf(parts, 'xl/workbook.xml'));
  const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
  const tables = [...parts.keys()].filter((name) => name.startsWith('xl/tables/'));

  it('names a content type for every part, and no part that is not there', () => {
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    const types = tagsOf(partOf(parts, '[Content_Types].xml'));
    const overrides = named(types, 'Override').map(({ attributes }) => attributes.PartName.slice(1));
    const plain = [...parts.keys()].filter(
      (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml',
    );
    expect(new Set(overrides)).toEqual(new Set(plain));
    expect(overrides).toHaveLength(new Set(overrides).size);
    expect(named(types, 'Default').map(({ attributes }) => attributes.Extension)).toContain('rels');
  });

  it('leads every relationship to a part or to a web address, and every part is reached', () => {
    const reached = new Set<string>();
    for (const name of [...parts.keys()].filter((each) => each.endsWith('.rels'))) {
      const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
      const seen = new Set<string>();
      for (const { attributes } of named(tagsOf(partOf(parts, name)), 'Relationship')) {
        expect(seen).not.toContain(attributes.Id);
        seen.add(attributes.Id);
        if (attributes.TargetMode === 'External') {
          expect(new URL(attributes.Target).protocol).toMatch(/^https?:$/);
          expect(attributes.Target.length).toBeLessThan(2_080);
        } else {
          const target = resolve(owner, attributes.Target);
          expect([...parts.keys()]).toContain(target);
          reached.add(target);
        }
      }
      const ids =
        owner === '' || owner === '.rels' ? [] : [...(parts.get(owner) ?? '').matchAll(/r:id="(rId\d+)"/g)];
      for (const [, id] of ids) expect(seen).toContain(id);
    }
    const plain = [...parts.keys()].filter(
      (name) => !name.endsWith('.rels') && name !== '[Content_Types].xml',
    );
    expect(reached).toEqual(new Set(plain));
  });

  it('writes well-formed XML with the children of worksheets and styles in the order of the schema', () => {
    for (const [, xml] of parts) expect(tagsOf(xml).length).toBeGreaterThan(0);
    for (const sheet of sheets) inOrder(childrenOf(tagsOf(partOf(parts, sheet))), worksheetOrder);
    inOrder(childrenOf(tagsOf(partOf(parts, 'xl/styles.xml'))), styleOrder);
  });

  it('counts what it lists, and points only at strings and styles that exist', () => {
    const strings = tagsOf(partOf(parts, 'xl/sharedStrings.xml'));
    const styles = tagsOf(partOf(parts, 'xl/styles.xml'));
    const uses = sheets.flatMap((sheet) =>
      [...partOf(parts, sheet).matchAll(/ t="s"><v>(\d+)</g)].map(([, at]) => Number(at)),
    );
    expect(Number(strings[0].attributes.count)).toBe(uses.length);
    expect(Number(strings[0].attributes.uniqueCount)).toBe(named(strings, 'si').length);
    expect(Math.max(...uses)).toBe(named(strings, 'si').length - 1);
    for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs']) {
      const children = styles.filter(({ path }) => path.length === 2 && path[1] === list);
      expect(Number(named(styles, list)[0].attributes.count)).toBe(children.length);
    }
    const formats = styles.filter(({ path }) => path[1] === 'cellXfs' && path.length === 2).length;
    for (const sheet of sheets) {
      for (const [, style] of partOf(parts, sheet).matchAll(/ s="(\d+)"/g))
        expect(Number(style)).toBeLessThan(formats);
    }
  });

  it('gives tables names and ids of their own, none of them the name of a sheet', () => {
    const sheetNames = named(workbook, 'sheet').map(({ attributes }) => attributes.name.toLowerCase());
    const heads = tables.map((table) => tagsOf(partOf(parts, table))[0].attributes);
    const tableNames = heads.map(({ displayName }) => displayName.toLowerCase());
    expect(new Set([...sheetNames, ...tableNames]).size).toBe(sheetNames.length + tableNames.length);
    expect(new Set(heads.map(({ id }) => id)).size).toBe(tables.length);
    expect(heads.map(({ name, displayName }) => name === displayName)).not.toContain(false);
    expect(tableNames).toEqual(expect.arrayContaining(['deals', 'financials']));
  });

  it('writes the heading of every table column as the same text in the sheet, and the filter over the whole table', () => {
    for (const sheet of book().sheets.filter(({ table }) => table !== undefined)) {
      const cells = cellsOf(parts, sheet.name);
      const table = tables
        .map((name) => tagsOf(partOf(parts, name)))
        .find(([head]) => head.attributes.name === sheet.table?.name);
      const columns = named(table ?? [], 'tableColumn').map(({ attributes }) => attributes.name);
      expect(columns).toEqual(sheet.widths.map((__, c) => cells.get(`${String.fromCharCode(65 + c)}1`)));
      const last = `${String.fromCharCode(64 + columns.length)}${(sheet.table?.rows ?? 0) + 1}`;
      expect(table?.[0].attributes.ref).toBe(`A1:${last}`);
      expect(named(table ?? [], 'autoFilter')[0].attributes.ref).toBe(`A1:${last}`);
    }
  });

  it('keeps the heading in sight on screen and on every printed page, lying and as wide as the page', () => {
    for (const [i, sheet] of book().sheets.entries()) {
      const tags = tagsOf(partOf(parts, sheets[i]));
      expect(named(tags, 'pageSetUpPr')[0].attributes.fitToPage).toBe('1');
      if (sheet.table === undefined) continue;
      expect(named(tags, 'pane')[0].attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
      expect(named(tags, 'pageSetup')[0].attributes).toMatchObject({
        orientation: 'landscape',
        fitToHeight: '0',
      });
      expect(partOf(parts, 'xl/workbook.xml')).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheet.name}'!$1:$1</definedName>`,
      );
    }
  });

  it('carries a title and never a formula, a macro or a link into another workbook', () => {
    expect(partOf(parts, 'docProps/core.xml')).toContain(`<dc:title>${book().title}</dc:title>`);
    for (const sheet of sheets) expect(partOf(parts, sheet)).not.toContain('<f>');
    expect([...parts.keys()].filter((name) => /vba|externalLink|drawing/i.test(name))).toEqual([]);
  });
});

describe('the lists of the template', () => {
  it('offer kinds and statuses over all rows of the table, and bound amount and probability', () => {
    const parts = readParts(workbookBytes(templateBook()));
    const tags = tagsOf(partOf(parts, 'xl/worksheets/sheet2.xml'));
    const rules = named(tags, 'dataValidation').map(({ attributes }) => attributes);
    expect(rules.map(({ type, sqref }) => [type, sqref])).toEqual([
      ['decimal', 'E2:E61'],
      ['list', 'F2:F61'],
      ['list', 'G2:G61'],
      ['decimal', 'H2:H61'],
    ]);
    expect(partOf(parts, 'xl/worksheets/sheet2.xml')).toMatch(
      /<formula1>&quot;equity,[a-z ,]+&quot;<\/formula1>/,
    );
  });
});

describe('a workbook that a spreadsheet would repair or refuse', () => {
  const cell = (value: string): SheetSpec['rows'][number]['cells'][number] => ({ value, style: look.text });
  const sheet = (name: string, table: string, ...headings: string[]): SheetSpec => ({
    name,
    widths: headings.map(() => 10),
    rows: [{ cells: headings.map(cell) }, { cells: headings.map(cell) }],
    table: { name: table, rows: 1 },
  });
  const write = (...sheets: SheetSpec[]): (() => unknown) => {
    return () => workbookBytes({ title: '', subject: '', description: '', sheets });
  };

  it('is not written when a table is called like a sheet', () => {
    expect(write(sheet('Deals', 'Deals', 'A'))).toThrow('The name "Deals" is used twice.');
    expect(write(sheet('One', 'Same', 'A'), sheet('Two', 'same', 'A'))).toThrow(
      'The name "same" is used twice.',
    );
  });

  it('is not written when two headings are the same or one is empty', () => {
    expect(write(sheet('Ledger', 'Deals', 'Payer', 'payer'))).toThrow('not "payer" (Ledger!B1).');
    expect(write(sheet('Ledger', 'Deals', ''))).toThrow('not "" (Ledger!A1).');
  });

  it('is not written when a name holds what names cannot hold', () => {
    expect(write(sheet('a/b', 'Deals', 'A'))).toThrow('"a/b" cannot be the name of a sheet.');
    expect(write(sheet('Ledger', 'A1 deals', 'A'))).toThrow('"A1 deals" cannot be the name of a table.');
    expect(write(sheet('Ledger', 'Deals', '\u0001'))).toThrow('control character');
  });

  it('keeps text that looks like an escape or a formula as the text that it is', () => {
    const text = '=1+1 & "x" <b> _x0041_ 오라클';
    const spec = sheet('Ledger', 'Deals', text);
    const parts = readParts(workbookBytes({ title: '', subject: '', description: '', sheets: [spec] }));
    expect(cellsOf(parts, 'Ledger').get('A2')).toBe(text);
  });
});
