import { type RefusalCode, refusalCodes } from '../../../src/workbook/file/refusal';
import type { Limits } from '../../../src/workbook/file/limits';
import { buildOle } from '../../oracles/oleBuilder';
import { openBytes, refusalOf } from '../../oracles/openBytes';
import { buildWorkbook, MAIN, type WorkbookSpec } from '../../oracles/workbookBuilder';
import { buildZip, type PartSpec } from '../../oracles/zipBuilder';

type Bytes = Uint8Array | string;
interface Case {
  readonly code: RefusalCode;
  readonly what: string;
  readonly bytes: () => Bytes;
  /** Words of the sentence. */
  readonly says: string;
  readonly limits?: Partial<Limits>;
  readonly name?: string;
}

const workbook = (spec: WorkbookSpec) => (): Bytes => buildWorkbook(spec);
const rows = (xml: string) => workbook({ sheets: [{ name: 'Deals', rows: xml }] });
const sheetPart = (part: string) => workbook({ sheets: [{ part }] });
const extra = (...parts: PartSpec[]) => workbook({ parts });
/** A change to what the zip says of the first sheet. */
const lie = (change: Partial<PartSpec>) =>
  workbook({
    part: (part) => (part.name.includes('sheet1') ? { ...part, ...change } : part),
  });
const type = (contentType: string) => workbook({ contentType });

const cases: readonly Case[] = [
  { code: 'empty-file', what: 'nothing at all', bytes: () => '', says: 'is empty (0 bytes)' },
  { code: 'pdf', what: 'a PDF', bytes: () => '%PDF-1.7 ...', says: 'is a PDF' },
  {
    code: 'html-not-workbook',
    what: 'a web page',
    bytes: () => '\n<!DOCTYPE html><html></html>',
    says: 'is a web page',
  },
  {
    code: 'html-not-workbook',
    what: 'a report saved as HTML',
    bytes: () => '<table><tr><td>1</td></tr></table>',
    says: 'is a web page',
  },
  {
    code: 'html-not-workbook',
    what: 'XHTML',
    bytes: () => '<?xml version="1.0"?><html xmlns="x"/>',
    says: 'is a web page',
  },
  {
    code: 'xml-spreadsheet',
    what: 'an XML spreadsheet of 2003',
    bytes: () => '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    says: 'XML spreadsheet of Excel 2003',
  },
  {
    code: 'not-a-workbook',
    what: 'other XML',
    bytes: () => '<?xml version="1.0"?><svg/>',
    says: 'is an XML file',
  },
  {
    code: 'not-a-workbook',
    what: 'a picture',
    bytes: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    says: 'is not a workbook and not a text file',
  },
  {
    code: 'not-a-workbook',
    what: 'another zip',
    bytes: () => buildZip([{ name: 'a.txt', content: 'a' }]),
    says: 'is a zip archive',
  },
  {
    code: 'not-a-workbook',
    what: 'a package without a document',
    bytes: workbook({ without: ['_rels/.rels'] }),
    says: 'without a workbook in it',
  },
  {
    code: 'not-a-workbook',
    what: 'a workbook without sheets',
    bytes: workbook({ sheets: [] }),
    says: 'has no sheet with cells',
  },
  {
    code: 'not-a-workbook',
    what: 'a document that is something else',
    bytes: extra({ name: 'xl/workbook.xml', content: '<drawing/>' }),
    says: 'its document is a "drawing"',
  },
  {
    code: 'not-a-workbook',
    what: 'another compound file',
    bytes: () => buildOle(['Drawing']),
    says: 'is an old Office file',
  },
  {
    code: 'encrypted',
    what: 'a workbook with a password',
    bytes: () => buildOle(['EncryptionInfo', 'EncryptedPackage']),
    says: 'is protected by a password',
  },
  { code: 'encrypted', what: 'an encrypted part', bytes: lie({ says: { flags: 1 } }), says: 'is encrypted' },
  {
    code: 'old-xls',
    what: 'a workbook of Excel 97',
    bytes: () => buildOle(['Workbook']),
    says: 'Excel 97 to 2003',
  },
  {
    code: 'old-xls',
    what: 'a workbook of Excel 5, its name in the second sector',
    bytes: () => buildOle(['a', 'b', 'c', 'd', 'Book']),
    says: 'Excel 97 to 2003',
  },
  {
    code: 'word-document',
    what: 'a .doc',
    bytes: () => buildOle(['WordDocument']),
    says: 'is a Word document',
  },
  {
    code: 'word-document',
    what: 'a .docx',
    bytes: type('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    says: 'is a Word document',
  },
  {
    code: 'presentation',
    what: 'a .ppt',
    bytes: () => buildOle(['PowerPoint Document']),
    says: 'PowerPoint',
  },
  {
    code: 'presentation',
    what: 'a .pptx',
    bytes: type('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    says: 'PowerPoint',
  },
  {
    code: 'binary-workbook',
    what: 'an .xlsb',
    bytes: type('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    says: '.xlsb',
  },
  {
    code: 'open-document',
    what: 'an .ods',
    bytes: () =>
      buildZip([
        { name: 'mimetype', content: 'x', stored: true },
        { name: 'content.xml', content: '<a/>' },
      ]),
    says: '.ods',
  },
  {
    code: 'truncated',
    what: 'half a file',
    bytes: () => buildWorkbook().subarray(0, 700),
    says: 'is cut off',
  },
  {
    code: 'damaged',
    what: 'a part with a wrong checksum',
    bytes: lie({ says: { crc: 1 } }),
    says: 'does not unpack to what was packed',
  },
  {
    code: 'damaged',
    what: 'a part that is not deflate',
    bytes: lie({ packed: new Uint8Array([7, 7, 7]) }),
    says: 'does not unpack',
  },
  {
    code: 'damaged',
    what: 'a part that ends early',
    bytes: lie({ says: { unpacked: 1e5, crc: 0 } }),
    says: 'does not unpack',
  },
  {
    code: 'damaged',
    what: 'a list of parts longer than it says',
    bytes: workbook({ zip: { count: 2 } }),
    says: 'its list of parts',
  },
  {
    code: 'damaged',
    what: 'a list of parts shorter than it says',
    bytes: workbook({ zip: { count: 20 } }),
    says: 'its list of parts',
  },
  {
    code: 'damaged',
    what: 'a list of parts as long as a film',
    bytes: () =>
      buildZip([
        { name: 'a'.repeat(60_000), content: '' },
        ...Array.from({ length: 300 }, (_, n) => ({ name: `${n}${'b'.repeat(60_000)}`, content: '' })),
      ]),
    says: 'its list of parts is',
  },
  {
    code: 'part-missing',
    what: 'no workbook part',
    bytes: workbook({ without: ['xl/workbook.xml'] }),
    says: '"xl/workbook.xml" is missing',
  },
  {
    code: 'packing-unknown',
    what: 'another method of packing',
    bytes: lie({ says: { method: 12 } }),
    says: 'a method (12)',
  },
  {
    code: 'path-trick',
    what: 'a name that climbs',
    bytes: extra({ name: '../../etc/passwd', content: '' }),
    says: '"../../etc/passwd"',
  },
  {
    code: 'path-trick',
    what: 'an absolute name',
    bytes: extra({ name: '/xl/a.xml', content: '' }),
    says: 'an absolute name',
  },
  {
    code: 'path-trick',
    what: 'a drive',
    bytes: extra({ name: 'C:a.xml', content: '' }),
    says: 'an absolute name',
  },
  {
    code: 'path-trick',
    what: 'a backslash',
    bytes: extra({ name: 'xl\\a.xml', content: '' }),
    says: 'a backslash',
  },
  { code: 'path-trick', what: 'a NUL', bytes: extra({ name: 'xl/a.xml\0.txt', content: '' }), says: 'a NUL' },
  { code: 'path-trick', what: 'no name', bytes: extra({ name: '', content: '' }), says: 'without a name' },
  {
    code: 'path-trick',
    what: 'a folder with content',
    bytes: extra({ name: 'xl/', content: 'x' }),
    says: 'has content',
  },
  {
    code: 'path-trick',
    what: 'a target outside the package',
    bytes: workbook({
      extraRelationships: '<Relationship Id="p" Type="t/worksheet" Target="../../../secret.xml"/>',
    }),
    says: 'points out of the package',
  },
  {
    code: 'duplicate-part',
    what: 'two sheets that are one part',
    bytes: workbook({
      sheets: [{}, {}],
      part: (part) =>
        part.name.endsWith('workbook.xml.rels')
          ? { ...part, content: String(part.content).replace('sheet2.xml', 'sheet1.xml') }
          : part,
    }),
    says: 'uses its part "xl/worksheets/sheet1.xml" twice',
  },
  {
    code: 'duplicate-part',
    what: 'one name twice',
    bytes: extra({ name: 'a.xml', content: '' }, { name: 'a.xml', content: '' }),
    says: 'two parts of one name',
  },
  {
    code: 'duplicate-part',
    what: 'names that differ in case',
    bytes: extra({ name: 'XL/Workbook.xml', content: '' }),
    says: '"XL/Workbook.xml"',
  },
  {
    code: 'header-lie',
    what: 'a part larger than declared',
    bytes: lie({ says: { unpacked: 10 } }),
    says: 'more than the 10 bytes that it declares',
  },
  {
    code: 'header-lie',
    what: 'another name in front of the data',
    bytes: lie({ localName: 'xl/worksheets/sheet2.xml' }),
    says: 'described in two ways',
  },
  {
    code: 'overlap',
    what: 'two entries for one piece of data',
    bytes: extra({ name: 'twin.xml', content: '', says: { offset: 0 } }),
    says: 'overlaps',
  },
  {
    code: 'overlap',
    what: 'data that runs past the end',
    bytes: lie({ says: { packed: 1e6 } }),
    says: 'overlaps',
  },
  {
    code: 'too-many-parts',
    what: 'more parts than the limit',
    bytes: () => buildZip(Array.from({ length: 1001 }, (_, n) => ({ name: `${n}`, content: '' }))),
    says: 'holds 1,001 parts, more than the limit of 1,000',
  },
  {
    code: 'too-many-parts',
    what: 'a raised number of parts',
    bytes: workbook({}),
    limits: { parts: 2 },
    says: 'higher limit "parts"',
  },
  {
    code: 'part-too-large',
    what: 'a large part',
    bytes: workbook({ styles: 'x'.repeat(5000) }),
    limits: { partBytes: 1000 },
    says: '"xl/styles.xml"',
  },
  {
    code: 'unpacked-too-large',
    what: 'a large part',
    bytes: workbook({ styles: 'x'.repeat(5000) }),
    limits: { unpackedBytes: 3000 },
    says: 'unpacks to',
  },
  {
    code: 'unpacked-too-large',
    what: 'many texts',
    bytes: workbook({ shared: '<si><t>abc</t></si>'.repeat(999) }),
    limits: { unpackedBytes: 20_000 },
    says: 'unpacks to',
  },
  {
    code: 'ratio',
    what: 'a part of spaces that says so',
    bytes: workbook({ styles: ' '.repeat(3e6) }),
    says: '"xl/styles.xml"',
  },
  {
    code: 'ratio',
    what: 'a sheet of spaces',
    bytes: rows(' '.repeat(3e6)),
    says: 'higher limit "sheetRatio"',
  },
  {
    code: 'doctype',
    what: 'a DOCTYPE in a small part',
    bytes: extra({ name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
    says: 'DOCTYPE',
  },
  {
    code: 'doctype',
    what: 'a DOCTYPE in a sheet',
    bytes: sheetPart('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'),
    says: '"xl/worksheets/sheet1.xml"',
  },
  {
    code: 'doctype',
    what: 'a DOCTYPE in the shared texts',
    bytes: workbook({
      shared: '',
      parts: [
        {
          name: 'xl/sharedStrings.xml',
          content: '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        },
      ],
    }),
    says: '"xl/sharedStrings.xml"',
  },
  {
    code: 'nesting',
    what: 'deep elements in a sheet',
    bytes: rows('<a>'.repeat(300)),
    says: 'more than the limit of 256',
  },
  {
    code: 'nesting',
    what: 'deep elements in a small part',
    bytes: workbook({ styles: '<a>'.repeat(300) }),
    says: 'higher limit "nesting"',
  },
  {
    code: 'markup-too-long',
    what: 'a tag without an end',
    bytes: sheetPart(`<worksheet x="${'ab1c'.repeat(1000)}`),
    limits: { markupBytes: 1000 },
    says: 'without a break',
  },
  {
    code: 'text-too-long',
    what: 'a text without an end',
    bytes: rows(`<row><c t="str"><v>${'ab1c'.repeat(100)}</v></c></row>`),
    limits: { cellText: 100 },
    says: '(Deals!A1)',
  },
  {
    code: 'text-too-long',
    what: 'a shared text without an end',
    bytes: workbook({ shared: `<si><t>${'ab1c'.repeat(100)}</t></si>` }),
    limits: { cellText: 100 },
    says: 'shared text 1',
  },
  {
    code: 'text-too-long',
    what: 'a field without an end',
    bytes: () => `a,${'b'.repeat(200)}\n`,
    limits: { cellText: 100 },
    says: 'row 1',
  },
  {
    code: 'text-too-long',
    what: 'a quoted field without an end',
    bytes: () => `a,"${'b'.repeat(200)}"\n`,
    limits: { cellText: 100 },
    says: 'row 1',
  },
  {
    code: 'too-many-rows',
    what: 'a row beyond the last',
    bytes: rows('<row r="1048577"/>'),
    says: 'a row 1,048,577 in "Deals"',
  },
  {
    code: 'too-many-rows',
    what: 'a cell beyond the last row',
    bytes: rows('<row><c r="A1048577"/></row>'),
    says: 'a row 1,048,577 in "Deals"',
  },
  {
    code: 'too-many-rows',
    what: 'one row again and again',
    bytes: rows('<row r="1"/>'.repeat(11)),
    limits: { rows: 10 },
    says: 'a row 11',
  },
  {
    code: 'too-many-rows',
    what: 'more lines than the limit',
    bytes: () => 'a\n'.repeat(11),
    limits: { rows: 10 },
    says: 'a row 11',
  },
  {
    code: 'too-many-columns',
    what: 'a cell beyond the last column',
    bytes: rows('<row><c r="XFE1"/></row>'),
    says: 'a column 16,385 in "Deals"',
  },
  {
    code: 'too-many-columns',
    what: 'columns hidden again and again',
    bytes: workbook({
      sheets: [{ before: `<cols>${'<col min="1" max="16383" hidden="1"/>'.repeat(3)}</cols>` }],
    }),
    says: 'a column 32,766',
  },
  {
    code: 'too-many-columns',
    what: 'more fields than the limit',
    bytes: () => 'a,b,c',
    limits: { columns: 2 },
    says: 'a column 3',
  },
  {
    code: 'too-many-cells',
    what: 'more cells than the limit',
    bytes: () => 'a,b,c',
    limits: { cells: 2 },
    says: 'has 3 cells',
  },
  {
    code: 'too-many-cells',
    what: 'more memory than the limit',
    bytes: () => 'a\n'.repeat(100),
    limits: { cellBytes: 1000 },
    says: 'bytes of memory for its cells',
  },
  {
    code: 'too-many-merges',
    what: 'more merged areas than the limit',
    bytes: workbook({
      sheets: [{ after: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(3)}</mergeCells>` }],
    }),
    limits: { merges: 2 },
    says: '3 merged areas',
  },
  {
    code: 'too-scattered',
    what: 'cells scattered without a block',
    bytes: rows(
      Array.from(
        { length: 200 },
        (_, n) =>
          `<row r="${n * 4000 + 1}"><c r="${['A', 'CV', 'GR', 'KN'][n % 4]}${n * 4000 + 1}"><v>1</v></c></row>`,
      ).join(''),
    ),
    limits: { sheetArea: 1_000_000 },
    says: 'scatters 200 cells',
  },
  {
    code: 'quote-open',
    what: 'a quotation mark that is never closed',
    bytes: () => 'a,b\nc,"d\ne,f\n',
    says: 'in row 2',
  },
  {
    code: 'xml-broken',
    what: 'a small part that is not XML',
    bytes: extra({ name: 'xl/workbook.xml', content: '<workbook><sheets></workbook>' }),
    says: '"xl/workbook.xml" is damaged',
  },
  {
    code: 'xml-broken',
    what: 'an entity that nobody defined',
    bytes: extra({ name: 'xl/workbook.xml', content: '<workbook>&a;</workbook>' }),
    says: 'is damaged',
  },
  {
    code: 'xml-broken',
    what: 'an unknown encoding',
    bytes: sheetPart(`<?xml version="1.0" encoding="klingon"?><worksheet>${' '.repeat(300)}</worksheet>`),
    says: 'unknown encoding "klingon"',
  },
  {
    code: 'xml-broken',
    what: 'bytes that are not UTF-8',
    bytes: workbook({
      sheets: [
        {
          part: Uint8Array.from(
            `<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>\xe9</v></c></row></sheetData></worksheet>`,
            (c) => c.charCodeAt(0),
          ),
        },
      ],
    }),
    says: 'not utf-8',
  },
  ...(
    [
      ['<worksheet>', 'ends in the middle'],
      ['', 'ends in the middle'],
      ['<worksheet/> x', 'text outside the root'],
      ['<worksheet/>x<a/>', 'text outside the root'],
      ['<worksheet/><worksheet/>', 'a second root element'],
      ['<chartsheet/>', 'not a sheet of cells'],
      ['<worksheet><a></b></worksheet>', 'closes nothing'],
      ['<x:worksheet></y:worksheet>', 'closes nothing'],
      ['<worksheet a></worksheet>', 'an attribute without a value'],
      ['<worksheet a=1></worksheet>', 'an attribute without quotes'],
      ['<worksheet a="<"></worksheet>', 'a "<" in an attribute'],
      ['<worksheet ="1"></worksheet>', 'an attribute without a name'],
      ['<worksheet / ></worksheet>', 'a tag that does not close'],
      ['< worksheet/>', 'a tag without a name'],
      ['<worksheet>\0</worksheet>', 'a NUL'],
      ['<worksheet a="\0"/>', 'a NUL'],
      ['<!ELEMENT a ANY><worksheet/>', 'an unknown declaration'],
      [
        `<worksheet ${Array.from({ length: 257 }, (_, n) => `a${n}=""`).join(' ')}/>`,
        'more than 256 attributes',
      ],
      ['<worksheet><sheetData><row r="x"/></sheetData></worksheet>', 'a row without a number'],
      ['<worksheet><sheetData><row><c r="1A"/></row></sheetData></worksheet>', 'a cell at "1A"'],
      ['<worksheet><sheetData><row><c t="&b;"/></row></sheetData></worksheet>', 'an unknown reference'],
      [
        '<worksheet><sheetData><row><c><v>&nbsp;</v></c></row></sheetData></worksheet>',
        'an unknown reference',
      ],
      [
        '<worksheet><sheetData><row><c><v>&#xD800;</v></c></row></sheetData></worksheet>',
        'an unknown reference',
      ],
      ['<worksheet><sheetData><row><c><v>& b</v></c></row></sheetData></worksheet>', 'an unknown reference'],
    ] as const
  ).map(([part, says]): Case => ({
    code: 'xml-broken',
    what: part.slice(0, 60),
    bytes: sheetPart(part),
    says,
  })),
];

/** Codes that belong to the disk and standard input: test/cli/files.test.ts. */
const diskCodes: readonly RefusalCode[] = ['no-such-file', 'not-a-file', 'no-permission', 'input-too-large'];

describe('a refusal', () => {
  it.each(cases)('$code: $what', async ({ code, bytes, says, limits, name }) => {
    const content = bytes();
    const file = name ?? (typeof content === 'string' ? 'deals (2).csv' : 'deals (2).xlsx');
    const refusal = await refusalOf(openBytes(content, file, limits === undefined ? {} : { limits }));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(`"${file}"`);
    expect(refusal.message).toContain(says);
    expect(refusal.message).toMatch(/^"[^]+\.$/);
    expect(['unreadable', 'unsafe']).toContain(refusal.kind);
  });

  it('is tested for every code that there is', () => {
    const tested = new Set([...cases.map(({ code }) => code), ...diskCodes]);
    expect([...tested].sort()).toEqual([...refusalCodes].sort());
  });

  it('is lifted by raising the limit that it names', async () => {
    const bytes = buildWorkbook({ sheets: [{ rows: ' '.repeat(3e6) }] });
    await expect(
      openBytes(bytes, 'a.xlsx', { limits: { sheetRatio: 2000, markupBytes: 4e6 } }),
    ).resolves.toBeDefined();
  });
});
