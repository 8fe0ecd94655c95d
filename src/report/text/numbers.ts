/** Numbers as a reader of annual reports expects them. null, and what is not a number, is an en dash: not known. */
import type { Analysis } from '../../engine/index';

export const unknown = '–';

/** A blank at which a line is not broken; it becomes a plain one when the report is put together. */
export const hold = '\u00a0';

/** 2279.632 -> '2,279.6' (digits 1). */
export function grouped(value: number, digits: number): string {
  if (!Number.isFinite(value)) return unknown;
  if (Math.abs(value) >= 1e9) return value.toExponential(2);
  const text = rounded(Math.abs(value), digits).toFixed(digits);
  return (value < 0 && Number(text) !== 0 ? '-' : '') + withCommas(text);
}

/** '2279.632' -> '2,279.632' */
export function withCommas(text: string): string {
  const point = text.indexOf('.');
  const whole = (point < 0 ? text : text.slice(0, point)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return whole + (point < 0 ? '' : text.slice(point));
}

/** Halves go up as they do in a spreadsheet: in the decimals that a reader sees (15 of them), not in the binary ones. */
function rounded(value: number, digits: number): number {
  const decimal = String(Number(value.toPrecision(15)));
  return decimal.includes('e') ? value : Number(`${Math.round(Number(`${decimal}e${digits}`))}e-${digits}`);
}

/** 0.2825 -> '28.3 %'. What is not quite nothing or not quite all never reads as 0.0 or 100.0. */
export function percent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return unknown;
  if (share > 0 && share < 0.0005) return `<0.1${hold}%`;
  if (share < 1 && share >= 0.9995) return `>99.9${hold}%`;
  return `${grouped(share * 100, 1)}${hold}%`;
}

/** 1.234 -> '1.23'; for ratios, years and indices. */
export function ratio(value: number | null): string {
  return value === null ? unknown : grouped(value, Math.abs(value) >= 100 ? 0 : 2);
}

/** 1 -> '1 row', 2,300 -> '2,300 rows'. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${grouped(many, 0)} ${many === 1 ? one : more}`;
}

/** How money is written in one report: the sheet's unit, or a larger one where the sheet's would fill the page. */
export interface Money {
  /** 'USD bn'; 'money' where the sheet says neither currency nor scale. */
  readonly unit: string;
  /** A sentence when the unit is not the sheet's own; null when it is. */
  readonly note: string | null;
  /** At least three figures that count, never more decimals than the sheet has: 2,279.6  10.3  0.35 */
  text(amount: number | null): string;
  /** Every decimal that the sheet has, in the sheet's own unit: for proofs. */
  exact(amount: number): string;
  /** The sheet's own unit. */
  readonly exactUnit: string;
  /** ' USD bn', or '' where the sheet says neither. */
  readonly suffix: string;
  /** What an amount of the sheet is multiplied with to be in `unit`. */
  readonly factor: number;
}

/** Less than half of the smallest amount that a sheet can hold (six decimals): what binary arithmetic leaves of zero. */
const noise = 5e-7;

const scales: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

export function moneyOf(ledger: Analysis['ledger'], visibleUnit: (text: string) => string): Money {
  const currency = ledger.currency === null ? '' : visibleUnit(ledger.currency);
  const own = visibleUnit(ledger.unit);
  const larger =
    ledger.gross >= 1e6
      ? scales.find(([scale]) => scale > ledger.scale && ledger.gross * ledger.scale >= scale * 1000)
      : undefined;
  const factor = larger === undefined ? 1 : ledger.scale / larger[0];
  const most = larger === undefined ? ledger.decimals : 3;
  const unit = [currency, larger === undefined ? own : larger[1]].filter((part) => part !== '').join(' ');
  const exactUnit = [currency, own].filter((part) => part !== '').join(' ');
  const sheetUnit = own === '' ? 'single units' : own;
  return {
    unit: unit === '' ? 'money' : unit,
    factor,
    suffix: unit === '' ? '' : `${hold}${unit.replace(' ', hold)}`,
    exact: (amount) =>
      withCommas(amount.toFixed(Number.isInteger(amount) ? ledger.decimals : Math.max(3, ledger.decimals))),
    exactUnit: exactUnit === '' ? 'money' : exactUnit,
    note: larger === undefined ? null : `The sheet is in ${sheetUnit}; this report is in ${unit}.`,
    text: (amount) =>
      amount === null
        ? unknown
        : // A weighted amount can have decimals in a sheet of whole ones.
          amountText(
            Math.abs(amount) < noise ? 0 : amount * factor,
            Number.isInteger(amount) ? most : Math.max(3, most),
          ),
  };
}

function amountText(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (decimals > 0 && size > 0 && size < 0.0005) return '<0.001';
  const digits = Math.min(decimals, size >= 9.995 || size === 0 ? 1 : size >= 0.9995 ? 2 : 3);
  const text = grouped(value, digits);
  // 0.350 -> 0.35, 13.00 -> 13.0: decimals that the amount does not have are not shown, but for one.
  return digits > 1 && !text.includes('e')
    ? text.replace(/0{1,2}$/, (zeros) => (digits - zeros.length >= 1 ? '' : '0'))
    : text;
}
