/** What the two shapes of a financials table share: a line in the making, and the period that a cell names. */
import type { Sheet } from '../book';
import { civilOf } from './civil';
import { dayOfNumber, isDateFormat } from './dates';
import type { FinancialLayout } from './financialLayout';
import type { AmountRole } from './financialWords';
import { amountRoles } from './financialWords';
import type { IssueLog } from './issues';
import type { NumberStyle } from './numberStyle';
import type { Span } from './period';
import { parsePeriod } from './period';
import { cellText, quoted } from './text';
import type { UnitHint } from './unitHint';
import { say, type Said } from '../sentence';

export type Draft = {
  row: number;
  /** As in FinancialLine. */
  column: number;
  itemRows: Partial<Record<AmountRole, number>>;
  party: string;
  period: string;
  span: Span | null;
  source: string;
  grade: string;
} & Record<AmountRole, number>;

export function draft(row: number, party: string, period: string, span: Span | null, column = -1): Draft {
  return {
    row,
    column,
    itemRows: {},
    party,
    period,
    span,
    source: '',
    grade: '',
    revenue: NaN,
    outsideRevenue: NaN,
    capex: NaN,
    operatingCashFlow: NaN,
    cashMargin: NaN,
    commitments: NaN,
  };
}

/** What the readers of both shapes share. */
export interface Context {
  readonly sheet: Sheet;
  readonly date1904: boolean;
  readonly layout: FinancialLayout;
  readonly bottom: number;
  readonly log: IssueLog;
  readonly title: UnitHint;
  /** Power of ten of the deals' unit. */
  readonly dealExponent: number;
  readonly style: NumberStyle;
  /** Cash margins without a percent sign are percent. */
  readonly barePercent: boolean;
  /** Currencies seen, with the cell that names each. */
  readonly currencies: Map<string, Said>;
  scaleAssumed: boolean;
}

export function hasFigures(line: Draft): boolean {
  return amountRoles.some((role) => !Number.isNaN(line[role]));
}

export function periodOfCell(
  context: Context,
  row: number,
  column: number,
): { text: string; span: Span | null } {
  const cell = context.sheet.grid.at(row, column);
  if (typeof cell === 'number') {
    const span = dayOfNumber(cell, context.date1904);
    const isDate = context.sheet.format !== null && isDateFormat(context.sheet.format(row, column));
    return { text: isDate && span !== null ? isoOf(span.first) : String(cell), span };
  }
  const text = cellText(cell);
  const span = text === '' ? null : parsePeriod(text);
  if (span?.plan)
    context.log.cell(
      'period-is-plan',
      'info',
      row,
      column,
      say`Period ${quoted(text)} is a plan or an estimate, not a result`,
    );
  if (text !== '' && span === null)
    context.log.cell(
      'period-unreadable',
      'warning',
      row,
      column,
      say`Period ${quoted(text)} has no single reading; its figures are used without days`,
    );
  return { text, span };
}

function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
