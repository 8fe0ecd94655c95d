/** Workbooks of deals by many writers, and by hand what those do not write. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildWorkbook, MAIN, type WorkbookSpec } from '../../oracles/workbookBuilder';

const root = path.join(__dirname, '../../..');
const folder = path.join(root, 'test/fixtures/workbooks/annotate');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const rows = [
  ['Payer', 'Receiver', 'Amount', 'Kind', 'Status'],
  ['Nvidia', 'OpenAI', 30, 'equity', 'signed'],
  ['OpenAI', 'Oracle', 300, 'cloud', 'signed'],
  ['Oracle', 'Nvidia', 40, 'purchase', 'closed'],
  ['SoftBank', 'OpenAI', 22.5, 'equity', 'closed'],
] as const;

const inline = rows
  .map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
  )
  .join('');

function cellXml(cell: string | number, row: number, column: number): string {
  const address = `${'ABCDE'[column]}${row + 1}`;
  return typeof cell === 'number'
    ? `<c r="${address}"><v>${cell}</v></c>`
    : `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}

/** Neither rows nor cells say where they are, and texts are shared. */
const texts = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))];
const shared = texts.map((text) => `<si><t>${text}</t></si>`).join('');
const terse = rows
  .map(
    (cells) =>
      `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="s"><v>${texts.indexOf(cell)}</v></c>`)).join('')}</row>`,
  )
  .join('');

const styles =
  '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>';

const deals = (spec: WorkbookSpec = {}, sheet: Partial<NonNullable<WorkbookSpec['sheets']>[number]> = {}) =>
  buildWorkbook({ styles, sheets: [{ name: 'Deals', rows: inline, ...sheet }], ...spec });

const links = (...targets: (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

function utf16(xml: string): Uint8Array {
  return Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
}

const comments = (ref: string, author: string, text: string): string =>
  `<comments xmlns="${MAIN}"><authors><author>${author}</author></authors><commentList><comment ref="${ref}" authorId="0"><text><r><t>${text}</t></r></text></comment></commentList></comments>`;
/** As old programs write it: nothing that a parser of XML would pass. */
const drawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout><v:shapetype id="_x0000_t202"></v:shapetype><v:shape id="_x0000_s2049" type="#_x0000_t202"><v:textbox><div>one<br>two</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>';

const threads: WorkbookSpec = {
  styles,
  sheets: [{ name: 'Deals', rows: inline, after: '<legacyDrawing r:id="rId2"/>' }],
  parts: [
    { name: 'xl/comments1.xml', content: comments('C2', 'tc={1}', '[Threaded comment]') },
    { name: 'xl/drawings/vmlDrawing1.vml', content: drawing },
    {
      name: 'xl/threadedComments/threadedComment1.xml',
      content:
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C2" personId="{P}" id="{1}"><text>Is this signed?</text></threadedComment><threadedComment ref="C2" personId="{P}" id="{2}" parentId="{1}"><text>Yes.</text></threadedComment></ThreadedComments>',
    },
    {
      name: 'xl/persons/person.xml',
      content:
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Kim" id="{P}"/></personList>',
    },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: links(
        ['rId1', 'comments', '../comments1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        [
          'rId3',
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/threadedComment1.xml',
        ],
      ),
    },
  ],
};

const pivot: WorkbookSpec = {
  styles,
  sheets: [
    { name: 'Deals', rows: inline },
    { name: 'Pivot', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  ],
  extraRelationships: `<Relationship Id="rIdP" Type="${OFFICE}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>`,
  parts: [
    {
      name: 'xl/pivotCache/pivotCacheDefinition1.xml',
      content: `<pivotCacheDefinition xmlns="${MAIN}"><cacheSource type="worksheet"><worksheetSource ref="A1:E5" sheet="Deals"/></cacheSource></pivotCacheDefinition>`,
    },
    { name: 'xl/pivotTables/pivotTable1.xml', content: `<pivotTableDefinition xmlns="${MAIN}"/>` },
    { name: 'xl/slicers/slicer1.xml', content: '<slicers xmlns="x"/>' },
    {
      name: 'xl/worksheets/_rels/sheet2.xml.rels',
      content: links(
        ['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml'],
        ['rId2', 'http://schemas.microsoft.com/office/2007/relationships/slicer', '../slicers/slicer1.xml'],
      ),
    },
  ],
};

const titles =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>Arbeitsblätter</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:lpstr>Benannte Bereiche</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr"><vt:lpstr>Deals</vt:lpstr><vt:lpstr>Total</vt:lpstr></vt:vector></TitlesOfParts></Properties>';

export interface Case {
  readonly name: string;
  /** Ends in what the file is called. */
  readonly bytes: Uint8Array;
  readonly ending?: string;
  /** Options of annotate that it needs. */
  readonly options?: readonly string[];
  /** Parts that do not come back byte for byte, and why is said beside them. */
  readonly notBack?: readonly string[];
}

const byHand: readonly Case[] = [
  {
    name: 'by hand: cells and rows that say no address, shared texts',
    bytes: buildWorkbook({ styles, shared, sheets: [{ name: 'Deals', rows: terse }] }),
  },
  {
    name: 'by hand: lists of styles that are empty',
    bytes: deals({
      styles: `<numFmts count="0" />${styles.replace('<dxfs count="0"/>', '<dxfs count="0" />')}`,
    }),
  },
  { name: 'by hand: strict', bytes: deals({ strict: true }) },
  { name: 'by hand: a prefix on every element', bytes: deals({ prefix: 'x:' }) },
  {
    name: 'by hand: strict, prefixed, absolute targets',
    bytes: deals({ strict: true, prefix: 'ns0:', absolute: true }),
  },
  {
    name: 'by hand: UTF-16',
    bytes: deals({ encode: utf16 }),
    // What is changed is written in UTF-8.
    notBack: ['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  },
  {
    name: 'by hand: no styles',
    bytes: buildWorkbook({ sheets: [{ name: 'Deals', rows: inline }] }),
    // A workbook that was given styles keeps them.
    notBack: ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'],
  },
  { name: 'by hand: 1904', bytes: deals({ workbookPr: '<workbookPr date1904="1"/>' }) },
  { name: 'by hand: a thread and its note', bytes: buildWorkbook(threads) },
  { name: 'by hand: a pivot table with a slicer', bytes: buildWorkbook(pivot) },
  {
    name: 'by hand: macros',
    ending: 'xlsm',
    bytes: deals({
      contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      extraRelationships:
        '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
      parts: [
        { name: 'xl/vbaProject.bin', content: Uint8Array.from({ length: 999 }, (_, at) => (at * 7) & 255) },
      ],
    }),
  },
  {
    name: 'by hand: signed, with XML of another program',
    bytes: deals({
      parts: [
        {
          name: '_xmlsignatures/sig1.xml',
          content: '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
        },
        { name: 'customXml/item1.xml', content: '<mine  spaced = "so" ><![CDATA[x]]></mine>' },
      ],
    }),
  },
  {
    name: 'by hand: properties that list the sheets, in German',
    bytes: deals({
      parts: [
        { name: 'docProps/app.xml', content: titles },
        {
          name: '_rels/.rels',
          content: links(
            ['rId1', 'officeDocument', 'xl/workbook.xml'],
            ['rId2', 'extended-properties', 'docProps/app.xml'],
          ),
        },
      ],
    }),
  },
  {
    name: 'by hand: a formula and an order of calculation',
    bytes: deals(
      {
        extraRelationships: `<Relationship Id="rIdC" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
        parts: [
          { name: 'xl/calcChain.xml', content: `<calcChain xmlns="${MAIN}"><c r="C7" i="1"/></calcChain>` },
        ],
      },
      { rows: `${inline}<row r="7"><c r="C7"><f>SUM(C2:C5)</f><v>392.5</v></c></row>` },
    ),
  },
  {
    name: 'by hand: payers merged over two rows',
    bytes: deals(
      {},
      {
        after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
        rows: inline.replace('<c r="A3" t="inlineStr"><is><t>OpenAI</t></is></c>', ''),
      },
    ),
  },
];

/** What a writer's file is annotated with, and what of it does not come back. */
const known: Readonly<Record<string, Partial<Case>>> = {
  'openpyxl-hidden-column.xlsx': { options: ['--hidden'] },
  'openpyxl-hidden-sheet.xlsx': { options: ['--hidden'] },
};

export const refused = ['openpyxl-protected-structure.xlsx'];

export const fixture = (name: string): Uint8Array => readFileSync(path.join(folder, name));

const byPrograms: readonly Case[] = readdirSync(folder)
  .filter((name) => name.endsWith('.xlsx') && !refused.includes(name))
  .map((name) => ({ name, bytes: fixture(name), ...known[name] }));

const samples: readonly Case[] = ['ai-deals.xlsx', 'dot-com.xlsx'].map((name) => ({
  name: `sample ${name}`,
  bytes: readFileSync(path.join(root, 'assets/samples', name)),
}));

export const cases: readonly Case[] = [...byPrograms, ...samples, ...byHand];
