/**
 * The two shapes of a financials table.
 *
 * long: one row per company and period, amounts in columns (company, period, revenue, capex, operating cash flow ...).
 * wide: one row per item (Revenue, Capex, ...), one column per period; one company per block, named by a company column, a label
 * row above its items, the corner cell, or the line above the heading.
 */
import type { Area, Sheet } from '../book';
import { say, type Sentence } from '../sentence';
import { isDateFormat, dayOfNumber } from './dates';
import { financialRoles, financialRolesOf, itemOfLabel } from './financialWords';
import {
  HEADING_SEARCH_ROWS,
  findHeading,
  headingText,
  nearMerges,
  noHeading,
  quotedHeading,
} from './headingRow';
import { clipped } from './layout';
import type { Span } from './period';
import { parsePeriod } from './period';
import { sampleRows } from './profile';
import { cellText, isBlank } from './text';
import type { ColumnDecision, FinancialRole } from './types';

const MOST_COLUMNS = 256;
const EMPTY_RUN = 64;

export interface FinancialLayout {
  readonly form: 'long' | 'wide';
  readonly area: Area;
  readonly headingRows: number;
  readonly dataTop: number;
  readonly columns: readonly ColumnDecision<FinancialRole>[];
  readonly columnOf: Record<FinancialRole, number>;
  /** wide: column of item labels, of companies (-1 none), and the periods. */
  readonly itemColumn: number;
  readonly partyColumn: number;
  readonly periods: readonly { readonly column: number; readonly text: string; readonly span: Span }[];
  readonly score: number;
  readonly reason: Sentence;
}

function filledColumns(sheet: Sheet, area: Area): number[] {
  const rows = sampleRows(area.top, area.bottom);
  const columns: number[] = [];
  let empty = 0;
  for (
    let column = area.left;
    column <= area.right && empty < EMPTY_RUN && columns.length < MOST_COLUMNS;
    column++
  ) {
    if (rows.some((row) => !isBlank(sheet.grid.at(row, column)))) {
      columns.push(column);
      empty = 0;
    } else empty++;
  }
  return columns;
}

/** Null when the area is neither shape. */
export function layOutFinancials(
  sheet: Sheet,
  input: { area: Area; headingRows: number | undefined },
): FinancialLayout | null {
  const clip = clipped(sheet, input.area);
  if (clip === null) return null;
  const columns = filledColumns(sheet, clip);
  if (columns.length < 2) return null;
  const area = { ...clip, left: columns[0], right: columns[columns.length - 1] };
  return longLayout(sheet, area, columns, input.headingRows) ?? wideLayout(sheet, area, columns);
}

function longLayout(
  sheet: Sheet,
  area: Area,
  columns: readonly number[],
  headingRows: number | undefined,
): FinancialLayout | null {
  const rows =
    headingRows !== undefined && headingRows > 0
      ? { first: area.top, last: area.top + headingRows - 1 }
      : findHeading(sheet, area, columns, financialRolesOf, 2);
  if (rows === null || rows.last >= area.bottom) return null;
  const near = nearMerges(sheet, rows.first, rows.last);
  const columnOf = noColumns();
  const claims = columns.flatMap((column) => {
    const heading = headingText(near, rows.first, rows.last, column);
    return financialRolesOf(heading).map((match) => ({ column, heading, ...match }));
  });
  claims.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const taken = new Map<number, (typeof claims)[number]>();
  for (const claim of claims) {
    if (claim.confidence < 0.35 || taken.has(claim.column) || columnOf[claim.role] >= 0) continue;
    taken.set(claim.column, claim);
    columnOf[claim.role] = claim.column;
  }
  const amounts = [columnOf.revenue, columnOf.capex, columnOf.operatingCashFlow, columnOf.commitments].filter(
    (column) => column >= 0,
  );
  if (amounts.length === 0 || (columnOf.party < 0 && columnOf.period < 0)) return null;
  const sample = sampleRows(rows.last + 1, area.bottom);
  const numbers = sample.filter((row) =>
    amounts.some(
      (column) => typeof sheet.grid.at(row, column) === 'number' || !isBlank(sheet.grid.at(row, column)),
    ),
  ).length;
  if (numbers === 0) return null;
  const decisions = columns.map((column): ColumnDecision<FinancialRole> => {
    const text = headingText(near, rows.first, rows.last, column);
    const heading = text === '' ? noHeading(column) : text;
    const claim = taken.get(column);
    if (claim)
      return { column, heading, role: claim.role, reason: claim.reason, confidence: claim.confidence };
    return {
      column,
      heading,
      role: null,
      reason: say`heading ${quotedHeading({ column, heading })} is not used`,
      confidence: 1,
    };
  });
  const named = decisions.filter((decision) => decision.role !== null);
  return {
    form: 'long',
    area: { ...area, top: rows.first },
    headingRows: rows.last - rows.first + 1,
    dataTop: rows.last + 1,
    columns: decisions,
    columnOf,
    itemColumn: -1,
    partyColumn: columnOf.party,
    periods: [],
    score: named.reduce((sum, decision) => sum + decision.confidence, 0) + numbers / sample.length,
    reason: say`one row per company and period with ${named.length} known headings`,
  };
}

/** A cell that heads a period: a date, a year, or a text with a period reading. */
function periodOf(sheet: Sheet, row: number, column: number): { text: string; span: Span } | null {
  const cell = sheet.grid.at(row, column);
  if (typeof cell === 'string') {
    const span = cell.length > 40 ? null : parsePeriod(cell);
    return span === null ? null : { text: cellText(cell), span };
  }
  if (typeof cell !== 'number') return null;
  const isDate = sheet.format !== null && isDateFormat(sheet.format(row, column));
  if (!isDate && !(Number.isInteger(cell) && cell >= 1990 && cell <= 2100)) return null;
  const span = dayOfNumber(cell, false);
  return span === null ? null : { text: String(cell), span };
}

function wideLayout(sheet: Sheet, area: Area, columns: readonly number[]): FinancialLayout | null {
  const end = Math.min(area.bottom - 1, area.top + HEADING_SEARCH_ROWS - 1);
  for (let row = area.top; row <= end; row++) {
    const periods = columns.flatMap((column) => {
      const found = periodOf(sheet, row, column);
      return found === null ? [] : [{ column, ...found }];
    });
    if (periods.length < 1) continue;
    const before = columns.filter((column) => column < periods[0].column);
    const rows = sampleRows(row + 1, area.bottom);
    const items = (column: number): number =>
      rows.filter((at) => itemOfLabel(cellText(sheet.grid.at(at, column))) !== null).length;
    const itemColumn = before.find((column) => items(column) > 0);
    if (itemColumn === undefined) continue;
    const partyColumn =
      before.find(
        (column) => column !== itemColumn && rows.some((at) => typeof sheet.grid.at(at, column) === 'string'),
      ) ?? -1;
    const periodColumns = new Set(periods.map((period) => period.column));
    return {
      form: 'wide',
      area: { ...area, top: row },
      headingRows: 1,
      dataTop: row + 1,
      columns: columns.map((column): ColumnDecision<FinancialRole> => {
        const heading = cellText(sheet.grid.at(row, column)) || noHeading(column);
        if (periodColumns.has(column))
          return {
            column,
            heading,
            role: 'period',
            reason: say`${quotedHeading({ column, heading })} heads a period`,
            confidence: 0.9,
          };
        if (column === partyColumn)
          return {
            column,
            heading,
            role: 'party',
            reason: say`names the company of each row`,
            confidence: 0.8,
          };
        return {
          column,
          heading,
          role: null,
          reason: column === itemColumn ? say`names the item of each row` : say`not used`,
          confidence: 0.8,
        };
      }),
      columnOf: { ...noColumns(), party: partyColumn },
      itemColumn,
      partyColumn,
      periods,
      score: 2 + Math.min(periods.length, 8) * 0.3 + Math.min(items(itemColumn), 4) * 0.5,
      reason: say`items in rows, ${periods.length} periods in columns`,
    };
  }
  return null;
}

function noColumns(): Record<FinancialRole, number> {
  return Object.fromEntries(financialRoles.map((role) => [role, -1])) as Record<FinancialRole, number>;
}
