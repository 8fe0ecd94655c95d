/**
 * One currency and one scale for the whole table, or a refusal.
 *
 * Currency of a row: its currency (or unit) cell, else the sign in its amount text, else its number format, else the table's
 * (heading, then title lines). Scale of a row: the suffix in its amount text, else its unit cell, else the table's. A table that
 * states no scale takes the commonest suffix when most amounts carry one (bare numbers are then of unknown scale and left out),
 * and single units otherwise. O(rows + distinct texts).
 */
import { cellAddress } from '../address';
import { listed, say, type Sentence } from '../sentence';
import type { AmountScan } from './amounts';
import { NUMBER, TEXT } from './amounts';
import { DOLLAR, currencyOfWord, sameCurrency } from './currency';
import { scaleLabel } from './scale';
import type { TextColumn } from './textColumn';
import { folded, quoted } from './text';
import type { StatedUnit, UnitHint } from './unitHint';
import { unitOfHeading } from './unitHint';

/** Exponent of a row whose scale nothing tells; left out. */
export const SCALE_UNKNOWN = -1;
/** The unit cell is no money ('GW'). */
export const NOT_MONEY = -2;

export interface UnitInput {
  readonly sheet: string;
  readonly top: number;
  readonly scan: AmountScan;
  /** Rows that can be deals: 1. */
  readonly candidate: Uint8Array;
  readonly currencies: TextColumn;
  readonly units: TextColumn;
  readonly heading: StatedUnit;
  readonly title: StatedUnit;
  /** A user's choice of currency. */
  readonly chosen: string | undefined;
}

export interface UnitDecision {
  readonly currency: string | null;
  readonly exponent: number;
  readonly label: string;
  readonly reason: Sentence;
  /** Per row: power of ten of its amount, SCALE_UNKNOWN or NOT_MONEY. */
  readonly rowExponent: Int8Array;
  /** Per row: 1 where the amount is in another currency than the one the user chose. */
  readonly otherCurrency: Uint8Array;
  /** The sheet writes a bare dollar sign and nothing says whose. */
  readonly bareDollar: boolean;
  /** Some amounts name the currency, others do not. */
  readonly currencyAssumed: boolean;
}

export interface MixedCurrencies {
  readonly message: Sentence;
  readonly cell: string;
  /** To choose one of. */
  readonly currencies: readonly string[];
}

export function decideUnit(input: UnitInput): UnitDecision | MixedCurrencies {
  const { scan, candidate } = input;
  const count = scan.state.length;
  const currencyCells = input.currencies.texts.map(
    (text) => currencyOfWord(folded(text)) ?? unitOfHeading(text).currency,
  );
  const unitCells = input.units.texts.map((text) => unitOfHeading(text));
  const tableCurrency = input.heading.currency ?? input.title.currency;

  const seen = new Map<string, number[]>();
  const rowCurrency = new Int16Array(count).fill(-1);
  const names: string[] = [];
  let unnamed = 0;
  for (let i = 0; i < count; i++) {
    if (candidate[i] === 0 || !isMoney(scan, i)) continue;
    const cell = input.currencies.ids[i] >= 0 ? currencyCells[input.currencies.ids[i]] : null;
    const unit = input.units.ids[i] >= 0 ? unitCells[input.units.ids[i]].currency : null;
    const own = scan.state[i] === TEXT ? scan.parsed[scan.textId[i]].currency : null;
    const format = scan.formatCurrency[i] >= 0 ? scan.formatCurrencies[scan.formatCurrency[i]] : null;
    const named =
      cell ?? unit ?? (own === DOLLAR ? null : own) ?? (format === DOLLAR ? null : format) ?? own ?? format;
    const said =
      named === DOLLAR && tableCurrency !== null && sameCurrency(DOLLAR, tableCurrency)
        ? tableCurrency
        : named;
    const name = said ?? tableCurrency;
    if (name === null) {
      unnamed++;
      continue;
    }
    let at = names.indexOf(name);
    if (at < 0) {
      at = names.length;
      names.push(name);
    }
    rowCurrency[i] = at;
    const rows = seen.get(name) ?? [];
    seen.set(name, rows);
    if (rows.length < 3) rows.push(i);
  }

  const dollars = names.filter((name) => sameCurrency(name, DOLLAR) && name !== DOLLAR);
  const distinct = names.filter((name) => !(name === DOLLAR && dollars.length === 1));
  const otherCurrency = new Uint8Array(count);
  let currency = distinct.length === 1 ? distinct[0] : tableCurrency;
  if (distinct.length > 1) {
    const chosen =
      input.chosen === undefined ? null : (currencyOfWord(input.chosen.toLowerCase()) ?? input.chosen);
    if (chosen === null) return mixed(input, distinct, seen);
    currency = chosen;
    for (let i = 0; i < count; i++) {
      if (rowCurrency[i] >= 0 && !sameCurrency(names[rowCurrency[i]], chosen)) otherCurrency[i] = 1;
    }
  } else if (currency === null || currency === DOLLAR) {
    currency =
      input.chosen === undefined ? currency : (currencyOfWord(input.chosen.toLowerCase()) ?? input.chosen);
  }
  const bareDollar = currency === DOLLAR;
  if (bareDollar) currency = 'USD';

  const scale = decideScale(input, unitCells, currency);
  return {
    currency,
    ...scale,
    otherCurrency,
    bareDollar,
    currencyAssumed: unnamed > 0 && names.length > 0,
  };
}

function isMoney(scan: AmountScan, i: number): boolean {
  if (scan.state[i] === NUMBER) return true;
  return scan.state[i] === TEXT && scan.isMoney[scan.textId[i]] === 1;
}

function mixed(
  input: UnitInput,
  names: readonly string[],
  seen: ReadonlyMap<string, readonly number[]>,
): MixedCurrencies {
  const parts = names.map((name) => {
    const cells = (seen.get(name) ?? []).map((i) => cellAddress('', input.top + i, input.scan.column));
    return say`${name === DOLLAR ? '$' : name} in ${listed(cells)}`;
  });
  const second = (seen.get(names[1]) ?? [0])[0];
  const cell = cellAddress(input.sheet, input.top + second, input.scan.column);
  return {
    message: say`The amounts are in ${names.length} currencies, which cannot be added: ${listed(parts)} (${cell}).`,
    cell,
    currencies: names.map((name) => (name === DOLLAR ? 'USD' : name)),
  };
}

function decideScale(
  input: UnitInput,
  unitCells: readonly UnitHint[],
  currency: string | null,
): { exponent: number; label: string; reason: Sentence; rowExponent: Int8Array } {
  const { scan, candidate, units } = input;
  const count = scan.state.length;
  const rowExponent = new Int8Array(count).fill(SCALE_UNKNOWN);
  const tally = new Map<number, number>();
  let suffixed = 0;
  let bare = 0;
  let fromUnits = 0;
  for (let i = 0; i < count; i++) {
    if (candidate[i] === 0 || !isMoney(scan, i)) continue;
    const own = scan.state[i] === TEXT ? scan.exponent[scan.textId[i]] : -1;
    const unit = units.ids[i] >= 0 ? unitCells[units.ids[i]] : null;
    if (own >= 0) {
      rowExponent[i] = own;
      suffixed++;
    } else if (unit !== null && unit.exponent >= 0) {
      rowExponent[i] = unit.exponent;
      fromUnits++;
    } else if (unit !== null && unit.currency !== null) {
      rowExponent[i] = 0;
      fromUnits++;
    } else if (unit !== null) {
      rowExponent[i] = NOT_MONEY;
      continue;
    } else {
      bare++;
      continue;
    }
    tally.set(rowExponent[i], (tally.get(rowExponent[i]) ?? 0) + 1);
  }
  const commonest = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;

  let exponent = 0;
  let reason = say`nothing states a scale: single units`;
  let bareExponent = 0;
  if (input.heading.exponent >= 0) {
    exponent = bareExponent = input.heading.exponent;
    reason = input.heading.place;
  } else if (fromUnits > 0) {
    exponent = commonest;
    bareExponent = input.title.exponent >= 0 ? input.title.exponent : SCALE_UNKNOWN;
    reason = say`the unit column`;
  } else if (input.title.exponent >= 0) {
    exponent = bareExponent = input.title.exponent;
    reason = input.title.place;
  } else if (suffixed > bare) {
    exponent = commonest;
    bareExponent = SCALE_UNKNOWN;
    const label = scaleLabel(commonest, currency);
    reason =
      label === ''
        ? say`most amounts are written in "single units"`
        : say`most amounts are written in ${quoted(label)}`;
  }
  if (bare > 0) {
    for (let i = 0; i < count; i++) {
      if (rowExponent[i] === SCALE_UNKNOWN && candidate[i] === 1 && isMoney(scan, i))
        rowExponent[i] = bareExponent;
    }
  }
  return { exponent, label: scaleLabel(exponent, currency), reason, rowExponent };
}
