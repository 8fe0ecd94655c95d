/** The cell of a company figure, in both shapes of a financials table. */
import { cellAddress } from '../address';
import type { AmountRole } from './financialWords';
import type { FinancialLine, Financials } from './types';

/** Null where the line has no such figure. */
export function figureCell(financials: Financials, line: FinancialLine, role: AmountRole): string | null {
  const column = line.column >= 0 ? line.column : financials.columnOf[role];
  if (column < 0 || Number.isNaN(line[role])) return null;
  return cellAddress(financials.sheet, line.itemRows[role] ?? line.row, column);
}
