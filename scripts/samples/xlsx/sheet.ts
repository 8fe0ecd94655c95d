/** A sheet as data, and the worksheet part written from it, with its elements in the order of CT_Worksheet. */
import { areaAddress, cellAddress } from '../../../src/engine/address';
import { heightOf } from './fit';
import type { Style, StyleSheet } from './styles';
import { element, escapeXml, MAIN_NAMESPACE, RELATIONSHIP_NAMESPACE, XML_HEADER } from './xml';

export interface SheetCell {
  /** null: an empty cell that still has a style. */
  readonly value: string | number | null;
  readonly style: Style;
  /** A web address, or `#'Sheet name'!A1` for a place in the workbook. */
  readonly link?: string;
}

export interface SheetRow {
  readonly cells: readonly (SheetCell | null)[];
  /** Points, kept whatever the text; fitted to the text when absent. */
  readonly height?: number;
}

/** Offers or limits what is typed into a column of the sheet's table. */
export interface Validation {
  /** Heading of the column. */
  readonly column: string;
  /** Words to choose from; anything else may be typed too. */
  readonly words?: readonly string[];
  /** Smallest and largest number; anything else is refused. */
  readonly between?: readonly [number, number];
  readonly title: string;
  readonly prompt: string;
}

export interface SheetTable {
  /** Name in formulas; must differ from every sheet's name. */
  readonly name: string;
  /** The first row of the sheet is the heading; this many rows follow. */
  readonly rows: number;
}

export interface SheetSpec {
  readonly name: string;
  /** RRGGBB of the tab. */
  readonly tab?: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly table?: SheetTable;
  readonly validations?: readonly Validation[];
  /** Columns that stay in sight beside the heading row; the heading row itself stays when there is a table. */
  readonly frozenColumns?: number;
  /** Last column that is printed, when not all are. */
  readonly printedColumns?: number;
  /** Upright and on one page, for prose; otherwise lying and as many pages as it takes. */
  readonly onePage?: boolean;
  /** Columns (0-based) where text may look like a number on purpose: years and months among dates. */
  readonly textLikeNumbers?: readonly number[];
}

/** Index of a text in the shared strings of the workbook. */
export type ShareString = (text: string) => number;

export interface WorksheetPart {
  readonly xml: string;
  /** Web addresses in the order of their relationship ids rId1.. */
  readonly links: readonly string[];
}

/** Relationship id of the table part comes after those of the links. */
export function worksheetXml(
  sheet: SheetSpec,
  first: boolean,
  styles: StyleSheet,
  share: ShareString,
): WorksheetPart {
  const columns = sheet.widths.length;
  const area = { top: 0, left: 0, bottom: sheet.rows.length - 1, right: columns - 1 };
  const links: string[] = [];
  const hyperlinks: string[] = [];
  const data: string[] = [];
  sheet.rows.forEach((row, r) => {
    const cells = row.cells.map((cell, c) => {
      if (cell === null) return '';
      if (cell.link !== undefined) hyperlinks.push(hyperlink(cell.link, cellAddress('', r, c), links));
      const place = { r: cellAddress('', r, c), s: styles.id(cell.style) };
      if (cell.value === null) return element('c', place);
      return typeof cell.value === 'number'
        ? element('c', place, element('v', {}, numberText(cell.value)))
        : element('c', { ...place, t: 's' }, element('v', {}, String(share(cell.value))));
    });
    const own = row.height === undefined ? undefined : 1;
    data.push(
      element('row', { r: r + 1, ht: heightOf(row, sheet.widths), customHeight: own }, cells.join('')),
    );
  });
  const tableArea = sheet.table === undefined ? null : { ...area, bottom: sheet.table.rows };
  const xml =
    XML_HEADER +
    element(
      'worksheet',
      { xmlns: MAIN_NAMESPACE, 'xmlns:r': RELATIONSHIP_NAMESPACE },
      element(
        'sheetPr',
        {},
        (sheet.tab === undefined ? '' : element('tabColor', { rgb: `FF${sheet.tab}` })) +
          element('pageSetUpPr', { fitToPage: 1 }),
      ) +
        element('dimension', { ref: areaAddress('', area) }) +
        element('sheetViews', {}, sheetView(sheet, first)) +
        element('sheetFormatPr', { defaultRowHeight: 15 }) +
        element(
          'cols',
          {},
          sheet.widths
            .map((width, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 }))
            .join(''),
        ) +
        element('sheetData', {}, data.join('')) +
        validationsXml(sheet) +
        (hyperlinks.length === 0 ? '' : element('hyperlinks', {}, hyperlinks.join(''))) +
        element('pageMargins', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }) +
        element('pageSetup', {
          paperSize: 9,
          fitToHeight: sheet.onePage === true ? 1 : 0,
          orientation: sheet.onePage === true ? 'portrait' : 'landscape',
        }) +
        element('headerFooter', {}, element('oddFooter', {}, escapeXml('&L&F, &A&RPage &P of &N'))) +
        ignoredErrors(sheet) +
        (tableArea === null
          ? ''
          : element('tableParts', { count: 1 }, element('tablePart', { 'r:id': `rId${links.length + 1}` }))),
    );
  return { xml, links };
}

/** Headings of the sheet's table; throws unless each is a text of its own. */
export function tableHeadings(sheet: SheetSpec): readonly string[] {
  const seen = new Set<string>();
  return sheet.widths.map((_, c) => {
    const value = sheet.rows[0].cells[c]?.value;
    if (typeof value !== 'string' || value === '' || seen.has(value.toLowerCase())) {
      throw new Error(
        `A table heading must be a text of its own, not "${value}" (${cellAddress(sheet.name, 0, c)}).`,
      );
    }
    seen.add(value.toLowerCase());
    return value;
  });
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`"${value}" cannot be written as a number.`);
  return String(value);
}

function hyperlink(link: string, ref: string, links: string[]): string {
  if (link.startsWith('#')) return element('hyperlink', { ref, location: link.slice(1) });
  let place = links.indexOf(link);
  if (place < 0) place = links.push(link) - 1;
  return element('hyperlink', { ref, 'r:id': `rId${place + 1}` });
}

function sheetView(sheet: SheetSpec, first: boolean): string {
  const selected = { tabSelected: first ? 1 : undefined, workbookViewId: 0 };
  if (sheet.table === undefined) return element('sheetView', { showGridLines: 0, ...selected });
  const xSplit = sheet.frozenColumns ?? 0;
  const topLeftCell = cellAddress('', 1, xSplit);
  const pane = xSplit > 0 ? 'bottomRight' : 'bottomLeft';
  return element(
    'sheetView',
    { showGridLines: 0, ...selected },
    element('pane', {
      xSplit: xSplit > 0 ? xSplit : undefined,
      ySplit: 1,
      topLeftCell,
      activePane: pane,
      state: 'frozen',
    }) + element('selection', { pane, activeCell: topLeftCell, sqref: topLeftCell }),
  );
}

function validationsXml(sheet: SheetSpec): string {
  const { table, validations } = sheet;
  if (table === undefined || validations === undefined) return '';
  const headings = tableHeadings(sheet);
  const items = validations.map((rule) => {
    const column = headings.indexOf(rule.column);
    if (column < 0) throw new Error(`No column "${rule.column}" on sheet "${sheet.name}".`);
    const list = `"${(rule.words ?? []).join(',')}"`;
    if (list.length > 257 || rule.title.length > 32 || rule.prompt.length > 255) {
      throw new Error(`The list or prompt of "${rule.column}" is longer than a spreadsheet takes.`);
    }
    const limits = rule.between;
    return element(
      'dataValidation',
      {
        type: limits === undefined ? 'list' : 'decimal',
        allowBlank: 1,
        showInputMessage: 1,
        showErrorMessage: limits === undefined ? undefined : 1,
        promptTitle: rule.title,
        prompt: rule.prompt,
        sqref: areaAddress('', { top: 1, left: column, bottom: table.rows, right: column }),
      },
      limits === undefined
        ? element('formula1', {}, escapeXml(list))
        : element('formula1', {}, String(limits[0])) + element('formula2', {}, String(limits[1])),
    );
  });
  return element('dataValidations', { count: items.length }, items.join(''));
}

function ignoredErrors(sheet: SheetSpec): string {
  const { table, textLikeNumbers } = sheet;
  if (table === undefined || textLikeNumbers === undefined) return '';
  const items = textLikeNumbers.map((column) =>
    element('ignoredError', {
      sqref: areaAddress('', { top: 1, left: column, bottom: table.rows, right: column }),
      numberStoredAsText: 1,
    }),
  );
  return element('ignoredErrors', {}, items.join(''));
}
