/**
 * Cash margins: 0.35, 35 and '35 %' in one table are the same share of revenue.
 *
 * A percent sign, typed or in the number format, settles its own cell. Numbers without one are read alike in the whole table: as
 * percent when most of them are above 1, or when one is above 5, because nobody's cash flow is five times the revenue; as
 * fractions otherwise (a prepaid data centre can take in 1.4 times its revenue). How they were read is said, as a warning when
 * some lie on either side of 1. O(margin cells).
 */
import type { Cell, Sheet } from '../book';
import type { FinancialLayout } from './financialLayout';
import { itemOfLabel } from './financialWords';
import type { IssueLog } from './issues';
import { cellText, isBlank, quoted } from './text';
import { say } from '../sentence';

/** Beyond ten times revenue, in percent, a number is no margin. */
const LARGEST = 1000;
const LARGEST_FRACTION = 5;

interface Margin {
  readonly value: number;
  /** What its percent sign says; bare where it has none. */
  readonly sign: 'fraction' | 'percent' | 'bare';
}

function marginOf(sheet: Sheet, row: number, column: number): Margin | null {
  const text = cellText(sheet.grid.at(row, column));
  const number = text.replace(/ ?%$/, '').replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  const value = Number(number);
  if (number === '' || !Number.isFinite(value) || Math.abs(value) > LARGEST) return null;
  if (text.endsWith('%')) return { value, sign: 'percent' };
  const format = sheet.format === null ? '' : sheet.format(row, column);
  // '0 %' shows a fraction a hundredfold; '0"%"' and '0\%' only write the sign behind the number.
  const live = format.replace(/"[^"]*"|\\./g, '');
  return { value, sign: live.includes('%') ? 'fraction' : format.includes('%') ? 'percent' : 'bare' };
}

/** Whether the numbers without a percent sign are percent; says so. */
export function bareMarginsArePercent(
  sheet: Sheet,
  layout: FinancialLayout,
  bottom: number,
  log: IssueLog,
): boolean {
  const places: { row: number; column: number; size: number }[] = [];
  const look = (row: number, column: number): void => {
    const margin = marginOf(sheet, row, column);
    if (margin !== null && margin.sign === 'bare' && margin.value !== 0)
      places.push({ row, column, size: Math.abs(margin.value) });
  };
  for (let row = layout.dataTop; row <= bottom; row++) {
    if (layout.columnOf.cashMargin >= 0) look(row, layout.columnOf.cashMargin);
    else if (
      layout.form === 'wide' &&
      itemOfLabel(cellText(sheet.grid.at(row, layout.itemColumn))) === 'cashMargin'
    )
      for (const { column } of layout.periods) look(row, column);
  }
  if (places.length === 0) return false;
  const above = places.filter((place) => place.size > 1);
  const mostAreAbove = above.length * 2 > places.length;
  const percent = mostAreAbove || places.some((place) => place.size > LARGEST_FRACTION);
  // The example is the cell that would have been read otherwise by itself.
  const odd = percent ? places.find((place) => place.size <= 1) : above[0];
  const { row, column } = odd ?? places[0];
  const text = cellText(sheet.grid.at(row, column));
  const share = percent ? Number(text.replace(',', '.')) : Number(text.replace(',', '.')) * 100;
  const why = !percent
    ? say`no more than half of them are above 1`
    : mostAreAbove
      ? say`most of them are above 1`
      : say`one of them is above ${LARGEST_FRACTION}`;
  const example = say`${quoted(text)} is ${Number(share.toPrecision(12))} %`;
  log.cell(
    'margin-unit',
    odd === undefined ? 'info' : 'warning',
    row,
    column,
    percent
      ? say`Cash margins without a percent sign are read as percent, because ${why}: ${example}`
      : say`Cash margins without a percent sign are read as fractions, because ${why}: ${example}`,
  );
  return percent;
}

/** One margin as a fraction of revenue; NaN when unknown. */
export function readMargin(
  sheet: Sheet,
  row: number,
  column: number,
  barePercent: boolean,
  log: IssueLog,
): number {
  const cell: Cell = sheet.grid.at(row, column);
  if (isBlank(cell)) return NaN;
  const margin = marginOf(sheet, row, column);
  if (margin === null) {
    const sentence = say`Cash margin ${quoted(cellText(cell))} is not a share; it counts as unknown`;
    log.cell('figure-unreadable', 'warning', row, column, sentence);
    return NaN;
  }
  const percent = margin.sign === 'percent' || (margin.sign === 'bare' && barePercent);
  return percent ? Number((margin.value / 100).toPrecision(15)) : margin.value;
}
