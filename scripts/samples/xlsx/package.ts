/** A workbook as data -> the bytes of an .xlsx package. Parts, relationships and content types are all named here. */
import { areaAddress, columnLetters } from '../../../src/engine/address';
import { tableHeadings, worksheetXml } from './sheet';
import type { SheetSpec } from './sheet';
import { StyleSheet } from './styles';
import { element, escapeCellText, MAIN_NAMESPACE, RELATIONSHIP_NAMESPACE, XML_HEADER } from './xml';
import { zip } from './zip';

export interface WorkbookSpec {
  readonly title: string;
  readonly subject: string;
  readonly description: string;
  /** The first sheet is the one in front. */
  readonly sheets: readonly SheetSpec[];
}

/** Written as created and modified: a fixed moment, so that the same facts give the same bytes. */
const MOMENT = '2026-07-31T00:00:00Z';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'application/vnd.openxmlformats-package';
const RELS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CORE_RELATIONSHIP = `${RELS_NAMESPACE}/metadata/core-properties`;

interface Part {
  /** Without a leading slash. */
  readonly name: string;
  /** null: the package knows the type from the file's ending. */
  readonly type: string | null;
  readonly xml: string;
}

interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** Bytes of the workbook. Throws when a name would make a spreadsheet repair or refuse it. */
export function workbookBytes(book: WorkbookSpec): Uint8Array {
  checkNames(book.sheets);
  const styles = new StyleSheet();
  const strings: string[] = [];
  const places = new Map<string, number>();
  let uses = 0;
  const share = (text: string): number => {
    uses += 1;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, strings.length);
    return strings.push(text) - 1;
  };

  const parts: Part[] = [];
  let tables = 0;
  book.sheets.forEach((sheet, i) => {
    const { xml, links } = worksheetXml(sheet, i === 0, styles, share);
    const relationships: Relationship[] = links.map((target) => ({
      type: 'hyperlink',
      target,
      external: true,
    }));
    parts.push({ name: `xl/worksheets/sheet${i + 1}.xml`, type: `${OFFICE}.worksheet+xml`, xml });
    if (sheet.table !== undefined) {
      tables += 1;
      relationships.push({ type: 'table', target: `../tables/table${tables}.xml` });
      parts.push({
        name: `xl/tables/table${tables}.xml`,
        type: `${OFFICE}.table+xml`,
        xml: tableXml(sheet, tables),
      });
    }
    if (relationships.length > 0) {
      parts.push(relationshipsPart(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships));
    }
  });

  const sheets: Relationship[] = book.sheets.map((_, i) => ({
    type: 'worksheet',
    target: `worksheets/sheet${i + 1}.xml`,
  }));
  const all: Part[] = [
    relationshipsPart('_rels/.rels', [
      { type: 'officeDocument', target: 'xl/workbook.xml' },
      { type: CORE_RELATIONSHIP, target: 'docProps/core.xml' },
      { type: 'extended-properties', target: 'docProps/app.xml' },
    ]),
    { name: 'docProps/core.xml', type: `${PACKAGE}.core-properties+xml`, xml: coreXml(book) },
    {
      name: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      xml: appXml(),
    },
    { name: 'xl/workbook.xml', type: `${OFFICE}.sheet.main+xml`, xml: workbookXml(book.sheets) },
    relationshipsPart('xl/_rels/workbook.xml.rels', [
      ...sheets,
      { type: 'styles', target: 'styles.xml' },
      { type: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
    { name: 'xl/styles.xml', type: `${OFFICE}.styles+xml`, xml: styles.xml() },
    {
      name: 'xl/sharedStrings.xml',
      type: `${OFFICE}.sharedStrings+xml`,
      xml:
        XML_HEADER +
        element(
          'sst',
          { xmlns: MAIN_NAMESPACE, count: uses, uniqueCount: strings.length },
          strings.map(stringItem).join(''),
        ),
    },
    ...parts,
  ];
  const encoder = new TextEncoder();
  const contentTypes = { name: '[Content_Types].xml', type: null, xml: contentTypesXml(all) };
  return zip([contentTypes, ...all].map(({ name, xml }) => ({ name, bytes: encoder.encode(xml) })));
}

function checkNames(sheets: readonly SheetSpec[]): void {
  const seen = new Set<string>();
  for (const { name, table } of sheets) {
    if (name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) {
      throw new Error(`"${name}" cannot be the name of a sheet.`);
    }
    if (table !== undefined && !/^[A-Za-z_][A-Za-z0-9_]{3,}$/.test(table.name)) {
      throw new Error(`"${table.name}" cannot be the name of a table.`);
    }
    for (const each of table === undefined ? [name] : [name, table.name]) {
      if (seen.has(each.toLowerCase())) throw new Error(`The name "${each}" is used twice.`);
      seen.add(each.toLowerCase());
    }
  }
}

function stringItem(text: string): string {
  const keep = /^\s|\s$|\n/.test(text) ? { 'xml:space': 'preserve' } : {};
  return element('si', {}, element('t', keep, escapeCellText(text)));
}

function tableXml(sheet: SheetSpec, id: number): string {
  const headings = tableHeadings(sheet);
  const { name, rows } = sheet.table ?? { name: '', rows: 0 };
  const ref = areaAddress('', { top: 0, left: 0, bottom: rows, right: headings.length - 1 });
  return (
    XML_HEADER +
    element(
      'table',
      { xmlns: MAIN_NAMESPACE, id, name, displayName: name, ref, totalsRowShown: 0 },
      element('autoFilter', { ref }) +
        element(
          'tableColumns',
          { count: headings.length },
          headings.map((heading, i) => element('tableColumn', { id: i + 1, name: heading })).join(''),
        ) +
        element('tableStyleInfo', {
          name: 'TableStyleLight1',
          showFirstColumn: 0,
          showLastColumn: 0,
          showRowStripes: 1,
          showColumnStripes: 0,
        }),
    )
  );
}

function workbookXml(sheets: readonly SheetSpec[]): string {
  const names: string[] = [];
  sheets.forEach((sheet, localSheetId) => {
    const quoted = `'${sheet.name.replace(/'/g, "''")}'`;
    if (sheet.printedColumns !== undefined) {
      const corner = `$${columnLetters(sheet.printedColumns - 1)}$${sheet.rows.length}`;
      names.push(
        element(
          'definedName',
          { name: '_xlnm.Print_Area', localSheetId },
          escapeCellText(`${quoted}!$A$1:${corner}`),
        ),
      );
    }
    if (sheet.table !== undefined) {
      names.push(
        element(
          'definedName',
          { name: '_xlnm.Print_Titles', localSheetId },
          escapeCellText(`${quoted}!$1:$1`),
        ),
      );
    }
  });
  return (
    XML_HEADER +
    element(
      'workbook',
      { xmlns: MAIN_NAMESPACE, 'xmlns:r': RELATIONSHIP_NAMESPACE },
      element('workbookPr', {}) +
        element(
          'bookViews',
          {},
          element('workbookView', { windowWidth: 28800, windowHeight: 16000, activeTab: 0 }),
        ) +
        element(
          'sheets',
          {},
          sheets
            .map(({ name }, i) => element('sheet', { name, sheetId: i + 1, 'r:id': `rId${i + 1}` }))
            .join(''),
        ) +
        (names.length === 0 ? '' : element('definedNames', {}, names.join(''))),
    )
  );
}

function relationshipsPart(name: string, relationships: readonly Relationship[]): Part {
  const items = relationships.map(({ type, target, external }, i) =>
    element('Relationship', {
      Id: `rId${i + 1}`,
      Type: type.includes('/') ? type : `${RELATIONSHIP_NAMESPACE}/${type}`,
      Target: target,
      TargetMode: external === true ? 'External' : undefined,
    }),
  );
  return {
    name,
    type: null,
    xml: XML_HEADER + element('Relationships', { xmlns: RELS_NAMESPACE }, items.join('')),
  };
}

function contentTypesXml(parts: readonly Part[]): string {
  const overrides = parts
    .filter(({ type }) => type !== null)
    .map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type ?? '' }));
  return (
    XML_HEADER +
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', { Extension: 'rels', ContentType: `${PACKAGE}.relationships+xml` }) +
        element('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
        overrides.join(''),
    )
  );
}

function coreXml(book: WorkbookSpec): string {
  const text = (name: string, value: string): string => element(name, {}, escapeCellText(value));
  const moment = (name: string): string => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, MOMENT);
  return (
    XML_HEADER +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', book.title) +
        text('dc:subject', book.subject) +
        text('dc:creator', 'Looplens') +
        text('dc:description', book.description) +
        text('cp:lastModifiedBy', 'Looplens') +
        moment('dcterms:created') +
        moment('dcterms:modified'),
    )
  );
}

function appXml(): string {
  return (
    XML_HEADER +
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('Application', {}, 'Looplens'),
    )
  );
}
