/// <reference types="office-js" />
/** The layout of a sheet, in small steps: widths, heights, merged cells and the page. */
import { cellAddress, type Area } from '../../engine/index';
import type { SheetLayout } from '../looks';

/** Puts something into the request that is being made. */
export type Queue = (sheet: Excel.Worksheet) => void;

/** Inches; the same on A4 and on Letter, as in files. */
const margins = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.75, header: 0.3, footer: 0.35 };

/** Points: a digit of the default font is 7 pixels wide, and 4 pixels are 3 points. */
const pointsOfDigit = (7 * 3) / 4;

export function* layoutSteps({ columns, rows, merges, gridlines, page }: SheetLayout): Generator<Queue> {
  yield (sheet) => {
    resetLayout(sheet);
    sheet.showGridlines = gridlines;
  };
  yield (sheet) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = page.landscape ? 'Landscape' : 'Portrait';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintMargins('Inches', margins);
    pageLayout.setPrintArea(rangeOf(sheet, page.area));
    setFooter(pageLayout.headersFooters, page.footer);
  };
  for (const [column, width] of columns.entries())
    yield (sheet) => {
      columnOf(sheet, column).format.columnWidth = width * pointsOfDigit;
    };
  for (const area of merges) yield (sheet) => rangeOf(sheet, area).merge(false);
  // Texts that were there before their columns got these widths.
  yield (sheet) => rangeOf(sheet, page.area).format.autofitRows();
  for (const { row, height } of rows)
    yield (sheet) => {
      rowOf(sheet, row).format.rowHeight = height;
    };
  for (const row of page.breaks)
    yield (sheet) => {
      sheet.horizontalPageBreaks.add(cellAddress('', row, 0));
    };
}

/** Cells, their formats and the layout. Not `clear('All')`, which takes comments along. */
export function* clearSteps(): Generator<Queue> {
  yield (sheet) => {
    resetLayout(sheet);
    const all = sheet.getRange().untrack();
    all.conditionalFormats.clearAll();
    all.clear('Contents');
    all.clear('Formats');
  };
  yield ({ pageLayout }) => {
    pageLayout.orientation = 'Portrait';
    pageLayout.zoom = { scale: 100 };
    setFooter(pageLayout.headersFooters, '');
  };
}

function resetLayout(sheet: Excel.Worksheet): void {
  const all = sheet.getRange().untrack();
  all.unmerge();
  all.format.useStandardWidth = true;
  all.format.useStandardHeight = true;
  sheet.showGridlines = true;
  sheet.horizontalPageBreaks.removePageBreaks();
  sheet.verticalPageBreaks.removePageBreaks();
}

/** Whatever headers and footers there were. '&L', '&C' and '&R' begin the parts of one; without them it is the middle. */
function setFooter(group: Excel.HeaderFooterGroup, footer: string): void {
  const part = (letter: string): string =>
    new RegExp(`&${letter}(.*?)(?=&[LCR]|$)`, 's').exec(footer)?.[1] ?? '';
  group.state = 'Default';
  const all = group.defaultForAllPages;
  all.leftHeader = all.centerHeader = all.rightHeader = '';
  all.leftFooter = part('L');
  all.centerFooter = /&[LCR]/.test(footer) ? part('C') : footer;
  all.rightFooter = part('R');
}

function rangeOf(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();
}

function columnOf(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column, 1, 1).untrack().getEntireColumn().untrack();
}

function rowOf(sheet: Excel.Worksheet, row: number): Excel.Range {
  return sheet.getRangeByIndexes(row, 0, 1, 1).untrack().getEntireRow().untrack();
}
