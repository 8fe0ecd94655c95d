/** Amounts as the reports write them, with the scale beside each: '300 bn', '34.2 bn'. The currency is said once. */
import type { Analysis } from '../../engine/index';
import { hold, moneyOf } from '../text/numbers';
import { drawnText } from './drawnText';
import { shortened, textWidth } from './textWidth';
import type { FlowWords } from './words';

export interface FlowAmounts {
  readonly text: (amount: number) => string;
  /** '300': where the unit is said elsewhere and there is no room for it twice. */
  readonly bare: (amount: number) => string;
  /** 'USD bn', or null where the sheet says neither currency nor scale. */
  readonly unit: string | null;
}

export function flowAmounts(ledger: Analysis['ledger'], words: FlowWords): FlowAmounts {
  const clean = (unit: string) => {
    const text = drawnText(unit, '');
    return textWidth(text, 1) > 3 ? shortened(text, 3, 1) : text;
  };
  const scaled = moneyOf({ ...ledger, currency: null }, clean);
  const own = scaled.suffix.replace(hold, '');
  const scale = Object.hasOwn(words.scales, own) ? words.scales[own] : own;
  const currency = ledger.currency === null ? '' : clean(ledger.currency);
  const unit = [currency, scale].filter((part) => part !== '').join(' ');
  // A column of figures keeps its decimals in line; a single figure needs no ".0".
  const bare = (amount: number) => scaled.text(amount).replace(/\.0$/, '');
  return {
    bare,
    text: (amount) => bare(amount) + (scale === '' ? '' : ` ${scale}`),
    unit: unit === '' ? null : unit,
  };
}
