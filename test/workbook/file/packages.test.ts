import { openBytes, valuesOf } from '../../oracles/openBytes';
import { buildWorkbook, type WorkbookSpec } from '../../oracles/workbookBuilder';

const deals: WorkbookSpec = {
  shared: '<si><t>엔비디아</t></si><si><t>OpenAI &amp; co</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>',
  sheets: [
    {
      name: 'Deals',
      rows: '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>100.5</v></c></row>',
      tables: [
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="B2:D2"/>',
      ],
    },
  ],
};

function utf16(xml: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * xml.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < xml.length; index++)
    view.setUint16(2 * index + 2, xml.charCodeAt(index), littleEndian);
  return bytes;
}

function oneByte(xml: string): Uint8Array {
  return Uint8Array.from(xml, (character) => character.charCodeAt(0));
}

describe('a package', () => {
  const variants: readonly (readonly [string, Partial<WorkbookSpec>])[] = [
    ['as Excel writes it', {}],
    ['with a prefix on every element', { prefix: 'x:' }],
    ['in the strict namespaces', { strict: true }],
    ['strict and prefixed, with absolute targets', { strict: true, prefix: 'ns0:', absolute: true }],
    [
      'with parts in UTF-16, low byte first',
      { encode: (xml) => utf16(`<?xml version="1.0" encoding="UTF-16"?>${xml}`, true) },
    ],
    ['with parts in UTF-16, high byte first', { encode: (xml) => utf16(xml, false) }],
    [
      'with byte order marks',
      { encode: (xml) => new TextEncoder().encode(`\ufeff<?xml version="1.0"?>\r\n${xml}`) },
    ],
    ['with parts stored rather than deflated', { part: (part) => ({ ...part, stored: true }) }],
    ['with sizes behind the data', { part: (part) => ({ ...part, descriptor: true }) }],
    ['with zip64 records', { part: (part) => ({ ...part, zip64: true }), zip: { zip64: true } }],
    ['with a comment at its end', { zip: { comment: 'made by hand' } }],
    [
      'as a template',
      { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml' },
    ],
    ['as an untyped part', { contentType: 'application/xml' }],
  ];
  it.each(variants)('%s opens as the same book', async (_, variant) => {
    const book = await openBytes(buildWorkbook({ ...deals, ...variant }));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Deals']);
    expect(valuesOf(book.sheets[0].grid)).toEqual([['엔비디아', 'OpenAI & co', 100.5]]);
    expect(book.sheets[0].format?.(1, 3)).toBe('#,##0.00');
    expect(book.tables.map(({ name, sheet }) => [name, sheet])).toEqual([['T', 0]]);
    expect(book.notes).toEqual([]);
  });

  it('in a declared one-byte encoding is read in it', async () => {
    const { sheets } = await openBytes(
      buildWorkbook({
        sheets: [{ rows: '<row><c t="str"><v>Crédit</v></c></row>' }],
        encode: (xml) => oneByte(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`),
      }),
    );
    expect(valuesOf(sheets[0].grid)).toEqual([['Crédit']]);
  });

  it('finds its parts whatever their case, and by escaped targets', async () => {
    const book = await openBytes(
      buildWorkbook({
        ...deals,
        part: (part) =>
          part.name.endsWith('workbook.xml.rels')
            ? {
                ...part,
                content: String(part.content).replace('worksheets/sheet1.xml', './Worksheets/%53heet1.xml'),
              }
            : part,
      }),
    );
    expect(book.sheets[0].grid.at(1, 1)).toBe('엔비디아');
  });

  it('keeps the order and the visibility of its sheets', async () => {
    const { sheets } = await openBytes(
      buildWorkbook({
        sheets: [
          { name: 'A', state: 'hidden' },
          { name: 'B' },
          { name: 'C', state: 'veryHidden' },
          { name: '__proto__' },
          { name: 'R&amp;D' },
        ],
      }),
    );
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['A', 'hidden'],
      ['B', 'visible'],
      ['C', 'veryHidden'],
      ['__proto__', 'visible'],
      ['R&D', 'visible'],
    ]);
  });

  it('says what was not read: chart sheets, missing sheets, macros, links', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const book = await openBytes(
      buildWorkbook({
        sheets: [{ name: 'Deals' }, { name: 'Chart1', type: 'chartsheet' }, { name: 'Gone' }],
        without: ['xl/worksheets/sheet3.xml'],
        extraRelationships:
          `<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>` +
          `<Relationship Id="e" Type="${office}/externalLink" Target="file:///etc/passwd" TargetMode="External"/>`,
      }),
    );
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Deals']);
    expect(book.notes).toEqual([
      'Sheet "Gone" was not read: its part is missing from the file.',
      '1 sheet without cells (a chart, dialog or macro sheet) was not read: "Chart1".',
      'The macros in this workbook were not run.',
      'Links to other workbooks were not followed: formulas show the values that were stored last.',
    ]);
  });

  it('lists fifty remarks and counts the others', async () => {
    const { notes } = await openBytes(
      buildWorkbook({
        sheets: [{}, ...Array.from({ length: 60 }, () => ({}))],
        without: Array.from({ length: 60 }, (_, index) => `xl/worksheets/sheet${index + 2}.xml`),
      }),
    );
    expect(notes.length).toBe(51);
    expect(notes[50]).toBe('There is more of this kind, not listed here: 10.');
  });

  it('counts dates from 1904 where it says so', async () => {
    const spec: WorkbookSpec = { sheets: [{ rows: '<row><c t="d"><v>1904-01-02</v></c></row>' }] };
    const from1904 = await openBytes(buildWorkbook({ ...spec, workbookPr: '<workbookPr date1904="1"/>' }));
    expect([from1904.date1904, from1904.sheets[0].grid.at(0, 0)]).toEqual([true, 1]);
    const from1900 = await openBytes(
      buildWorkbook({ ...spec, workbookPr: '<workbookPr date1904="false"/>' }),
    );
    expect([from1900.date1904, from1900.sheets[0].grid.at(0, 0)]).toEqual([false, 1463]);
  });

  it('tells the sheet that it was saved on, unless that has no cells or is out of sight', async () => {
    const front = async (workbookPr: string) => {
      const book = await openBytes(
        buildWorkbook({
          workbookPr,
          sheets: [
            { name: 'Chart1', type: 'chartsheet' },
            { name: 'Deals' },
            { name: 'Hidden', state: 'hidden' },
            { name: 'Figures' },
          ],
        }),
      );
      return typeof book.activeSheet === 'number' ? book.sheets[book.activeSheet].name : null;
    };
    const on = (tab: string) => `<bookViews><workbookView activeTab="${tab}"/><workbookView/></bookViews>`;
    expect(await front(on('3'))).toBe('Figures');
    expect(await front(on('1'))).toBe('Deals');
    expect(await front('<bookViews><workbookView/></bookViews>')).toBe(null);
    for (const tab of ['0', '2', '9', '-1', 'x']) expect(await front(on(tab))).toBe(null);
    expect(await front('')).toBe(null);
  });

  it('reports its progress up to the end, and stops when told to', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row><c><v>${(row * 7919) % 10_007}</v></c></row>`,
    ).join('');
    const bytes = buildWorkbook({ sheets: [{ rows }] });
    const steps: number[] = [];
    let total = 0;
    await openBytes(bytes, 'deals.xlsx', {
      progress: (done, of) => {
        steps.push(done);
        total = of;
      },
    });
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[steps.length - 1]).toBe(total);
    const stop = new AbortController();
    const reason = new Error('The user pressed Escape.');
    await expect(
      openBytes(bytes, 'deals.xlsx', { signal: stop.signal, progress: () => stop.abort(reason) }),
    ).rejects.toBe(reason);
  });
});
