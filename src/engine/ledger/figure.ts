/** One cell of a financials table -> a number in the unit of the deals. */
import type { Cell, Sheet } from '../book';
import { isCellError } from '../book';
import { cellAddress } from '../address';
import { numbersIn, parseAmount } from './amountText';
import type { Context } from './figureDrafts';
import type { FinancialLayout } from './financialLayout';
import type { AmountRole } from './financialWords';
import { amountRoles } from './financialWords';
import { readMargin } from './margins';
import type { NumberStyle } from './numberStyle';
import { styleOf } from './numberStyle';
import { isBlank, quoted } from './text';
import type { UnitHint } from './unitHint';
import { say } from '../sentence';

/** The decimal sign of the table's text numbers. */
export function columnStyle(sheet: Sheet, layout: FinancialLayout): NumberStyle {
  const runs: string[] = [];
  const columns =
    layout.form === 'wide'
      ? layout.periods.map((period) => period.column)
      : amountRoles.map((role) => layout.columnOf[role]);
  for (const column of columns) {
    if (column < 0) continue;
    for (let row = layout.dataTop; row <= layout.area.bottom; row++) {
      const cell = sheet.grid.at(row, column);
      if (typeof cell === 'string') runs.push(...numbersIn(cell));
    }
  }
  return styleOf(runs).style;
}

/** One figure in the unit of the deals (a margin: as a fraction); NaN when unknown. */
export function figure(
  context: Context,
  cell: Cell,
  row: number,
  column: number,
  role: AmountRole,
  unit: UnitHint,
): number {
  if (isBlank(cell) || cell === null) return NaN;
  const { log, sheet } = context;
  if (role === 'cashMargin') return readMargin(sheet, row, column, context.barePercent, log);
  const stated = unit.exponent >= 0 ? unit.exponent : context.title.exponent;
  if (unit.currency !== null && !context.currencies.has(unit.currency)) {
    context.currencies.set(unit.currency, cellAddress(sheet.name, row, column));
  }
  let digits: string;
  let exponent = stated;
  if (typeof cell === 'number') digits = String(cell);
  else if (typeof cell === 'string') {
    const parsed = parseAmount(cell, context.style);
    if (parsed.kind === 'unknown') return NaN;
    if (parsed.kind !== 'amount') {
      log.cell(
        'figure-unreadable',
        'warning',
        row,
        column,
        say`Figure ${quoted(cell)} is not an amount of money; it counts as unknown`,
      );
      return NaN;
    }
    if (parsed.currency !== null && !context.currencies.has(parsed.currency)) {
      context.currencies.set(parsed.currency, cellAddress(sheet.name, row, column));
    }
    digits = `${parsed.negative ? '-' : ''}${parsed.digits}`;
    if (parsed.exponent >= 0) exponent = parsed.exponent;
  } else {
    const shown = isCellError(cell) ? cell.error : String(cell);
    log.cell(
      'figure-unreadable',
      'warning',
      row,
      column,
      say`Figure ${quoted(shown)} is not an amount of money; it counts as unknown`,
    );
    return NaN;
  }
  if (exponent < 0) {
    context.scaleAssumed = true;
    exponent = context.dealExponent;
  }
  const shift = exponent - context.dealExponent;
  if (shift === 0) return Number(digits);
  return digits.includes('e') ? Number(digits) * 10 ** shift : Number(`${digits}e${shift}`);
}
