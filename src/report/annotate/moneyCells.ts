/** Numbers as cells: whole values with a format, so that a reader can go on calculating with them. */
import type { Analysis } from '../../engine/index';
import { fit } from '../text/columns';
import { moneyOf, unknown, type Money } from '../text/numbers';
import { visible } from '../visible';
import type { ReportCell } from './sheetRows';

export interface Cells {
  readonly money: Money;
  amount(value: number | null): ReportCell;
  share(value: number | null): ReportCell;
  ratio(value: number | null): ReportCell;
}

/** How money is written in sheets and comments. */
export function moneyFor(ledger: Analysis['ledger']): Money {
  return moneyOf(ledger, (unit) => fit(visible(unit), 5));
}

export function moneyCells(ledger: Analysis['ledger'], money: Money): Cells {
  const isWhole = ledger.decimals === 0 && money.factor === 1;
  return {
    money,
    amount(value) {
      const amount = value === null ? null : rounded(value * money.factor);
      return cellOf(amount, isWhole ? '#,##0' : formatFor(Math.abs(amount ?? 0)));
    },
    share: (value) => cellOf(value, '0.0 %'),
    ratio: (value) => cellOf(value, '#,##0.00'),
  };
}

function cellOf(value: number | null, format: string): ReportCell {
  return value === null || !Number.isFinite(value)
    ? { value: unknown, look: 'number' }
    : { value, look: 'number', format };
}

/** What binary arithmetic leaves behind the sixth decimal is no amount. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Three figures that count. */
function formatFor(size: number): string {
  return size >= 10 || size === 0 ? '#,##0.0' : size >= 1 ? '#,##0.0#' : '#,##0.0##';
}
