/**
 * The text of an amount cell -> an amount, or the reason why it is none.
 *
 * '$1.4tn', 'US$ 300 million', '14조 원', '1조 4,000억원', '(1,250)', '1,250-', 'up to $100bn', '$5-10B' (the upper bound as a
 * cap), '$920M/mo' (a rate), '$38B / 7 yrs' (a total with a term), '10 GW' and '~14%' (not money), 'undisclosed' (unknown).
 * Any word that is not in the tables makes the text unreadable: nothing is guessed. One pass over the tokens.
 */
import type { Token } from './amountTokens';
import { tokensOf } from './amountTokens';
import { amountWord, periodsPerYear, rateOfAdverb } from './amountWords';
import { DOLLAR, currencyOfWord } from './currency';
import type { NumberStyle } from './numberStyle';
import { plainDecimal } from './numberStyle';
import { leadingScale, scaleOfWord } from './scale';

export type AmountKind = 'amount' | 'rate' | 'unknown' | 'not-money' | 'unreadable';

export interface AmountText {
  readonly kind: AmountKind;
  /** Plain decimal digits without sign ('1234.5'); of a range the upper bound. '' unless amount or rate. */
  readonly digits: string;
  /** Lower bound of a range, '' when there is none. */
  readonly low: string;
  /** Power of ten that the text itself states; -1 when it states none. */
  readonly exponent: number;
  readonly negative: boolean;
  readonly currency: string | null;
  readonly upTo: boolean;
  readonly atLeast: boolean;
  readonly about: boolean;
  /** Years; NaN when the text does not say. */
  readonly termYears: number;
  /** Payments a year of a rate; 0 otherwise. */
  readonly perYear: number;
}

interface Draft {
  digits: string;
  low: string;
  exponent: number;
  /** Whether the scale is a Hangul or Han one, which can be followed by a smaller one: 1조 4,000억. */
  compound: boolean;
  currency: string | null;
  clash: boolean;
  negative: boolean;
  upTo: boolean;
  atLeast: boolean;
  about: boolean;
  termYears: number;
  perYear: number;
  notMoney: boolean;
  placeholder: boolean;
  scaleAlone: boolean;
  bad: boolean;
}

const LONGEST_NUMBER = 40;

/** Plain digits with at most one point, perhaps with a dollar sign. */
const PLAIN = /^(\$?)(\d{1,15}(?:\.\d{1,9})?)$/;

/** Digit runs of a text, for the column's decision on the decimal sign. */
export function numbersIn(text: string): string[] {
  const plain = text.length <= 26 ? PLAIN.exec(text) : null;
  if (plain !== null) return [plain[2]];
  return tokensOf(text)
    .filter((token) => token.kind === 'number')
    .map((token) => token.text);
}

export function parseAmount(raw: string, style: NumberStyle): AmountText {
  // Most text amounts are plain digits; a column of a million of them is not worth a million token lists.
  const plain = style === 'dot' && raw.length <= 26 ? PLAIN.exec(raw) : null;
  if (plain !== null) {
    return {
      kind: 'amount',
      digits: plain[2],
      low: '',
      exponent: -1,
      negative: false,
      currency: plain[1] === '' ? null : DOLLAR,
      upTo: false,
      atLeast: false,
      about: false,
      termYears: NaN,
      perYear: 0,
    };
  }
  const tokens = tokensOf(raw);
  const draft: Draft = {
    digits: '',
    low: '',
    exponent: -1,
    compound: false,
    currency: null,
    clash: false,
    negative: false,
    upTo: false,
    atLeast: false,
    about: false,
    termYears: NaN,
    perYear: 0,
    notMoney: false,
    placeholder: tokens.length === 0,
    scaleAlone: false,
    bad: false,
  };
  const last = tokens.length - 1;
  const inside = tokens[1]?.text ?? '';
  const wrapped =
    last > 1 &&
    tokens[0].text === '(' &&
    tokens[last].text === ')' &&
    (tokens[1].kind === 'number' || currencyOfWord(inside) !== null);
  for (let i = 0; i <= last; i++) {
    const token = tokens[i];
    if (token.kind === 'number') i = readNumber(tokens, i, style, draft);
    else if (token.kind === 'word') i = readWord(tokens, i, draft);
    else readSign(tokens, i, draft);
  }
  if (wrapped && draft.digits !== '') draft.negative = true;
  const kind = kindOf(draft);
  const money = kind === 'amount' || kind === 'rate';
  return {
    kind,
    digits: money ? draft.digits : '',
    low: money ? draft.low : '',
    exponent: draft.exponent,
    negative: draft.negative,
    currency: draft.currency,
    upTo: draft.upTo || draft.low !== '',
    atLeast: draft.atLeast,
    about: draft.about,
    termYears: draft.termYears,
    perYear: draft.perYear,
  };
}

function kindOf(draft: Draft): AmountKind {
  if (draft.notMoney) return draft.currency === null && draft.exponent < 0 ? 'not-money' : 'unreadable';
  if (draft.bad && !(draft.placeholder && draft.digits === '')) return 'unreadable';
  if (draft.digits === '') return draft.placeholder || draft.scaleAlone ? 'unknown' : 'unreadable';
  if (draft.clash || draft.placeholder) return 'unreadable';
  return draft.perYear > 0 ? 'rate' : 'amount';
}

function word(tokens: readonly Token[], i: number): string {
  return i >= 0 && i < tokens.length && tokens[i].kind === 'word' ? tokens[i].text : '';
}

/** Reads a number with the scale and currency that follow it; gives the index of the last token used. */
function readNumber(tokens: readonly Token[], i: number, style: NumberStyle, draft: Draft): number {
  const raw = tokens[i].text;
  const plain = raw.length > LONGEST_NUMBER ? null : plainDecimal(raw, style);
  if (plain === null) {
    draft.bad = true;
    return i;
  }
  const hyphen = tokens[i + 1]?.text === '-' ? 1 : 0;
  const period = periodsPerYear(word(tokens, i + 1 + hyphen));
  if (draft.digits !== '' && period > 0) {
    draft.termYears = Number(plain) / period;
    return i + 1 + hyphen;
  }
  const before = tokens[i - 1]?.text ?? '';
  const scale = scaleAfter(tokens, i);
  if (draft.digits === '') {
    draft.digits = plain;
    draft.exponent = scale.exponent;
    draft.compound = scale.compound;
  } else if (draft.low === '' && rangeBefore(tokens, i)) {
    draft.low = draft.digits;
    // '$5-10B': the scale at the end is meant for both; '$900m - 1bn' states two and is brought to the upper one.
    if (draft.exponent >= 0 && scale.exponent >= 0 && draft.exponent !== scale.exponent) {
      draft.low = shifted(draft.low, draft.exponent - scale.exponent);
    }
    draft.digits = plain;
    if (scale.exponent >= 0) draft.exponent = scale.exponent;
    if (Number(draft.low) > Number(draft.digits)) draft.bad = true;
  } else if (draft.compound && scale.compound && scale.exponent < draft.exponent && before !== '+') {
    if (draft.digits.includes('.') || plain.includes('.')) draft.bad = true;
    else {
      draft.digits = String(
        BigInt(draft.digits) * 10n ** BigInt(draft.exponent - scale.exponent) + BigInt(plain),
      );
      draft.exponent = scale.exponent;
    }
  } else draft.bad = true;
  if (scale.currency !== null) takeCurrency(draft, scale.currency);
  return i + scale.tokens;
}

/** A decimal text times a power of ten, as decimal text, exactly as wide as a double shows it. */
function shifted(digits: string, by: number): string {
  return String(Number(`${digits}e${by}`));
}

function rangeBefore(tokens: readonly Token[], i: number): boolean {
  let at = i - 1;
  if (currencyOfWord(word(tokens, at)) !== null) at--;
  const sign = tokens[at]?.text ?? '';
  return sign === '-' || sign === '~' || sign === 'to' || sign === 'and';
}

function scaleAfter(
  tokens: readonly Token[],
  i: number,
): { exponent: number; compound: boolean; currency: string | null; tokens: number } {
  const next = word(tokens, i + 1);
  const none = { exponent: -1, compound: false, currency: null, tokens: 0 };
  if (next === '') return none;
  const latin = scaleOfWord(next);
  if (latin >= 0) return { exponent: latin, compound: false, currency: null, tokens: 1 };
  const { exponent, rest } = leadingScale(next);
  if (exponent < 0) return none;
  if (rest === '') return { exponent, compound: true, currency: null, tokens: 1 };
  const currency = currencyOfWord(rest);
  return currency === null ? none : { exponent, compound: true, currency, tokens: 1 };
}

function takeCurrency(draft: Draft, currency: string): void {
  if (draft.currency === null || draft.currency === '$') draft.currency = currency;
  else if (draft.currency !== currency && currency !== '$') draft.clash = true;
}

function readWord(tokens: readonly Token[], i: number, draft: Draft): number {
  const text = tokens[i].text;
  const currency = currencyOfWord(text);
  if (currency !== null) {
    takeCurrency(draft, currency);
    return i;
  }
  if (draft.perYear > 0 && tokens[i - 1]?.text === '/' && periodsPerYear(text) > 0) return i;
  const after = periodsPerYear(word(tokens, i + 1));
  const kind = amountWord(text);
  if (
    draft.digits !== '' &&
    (text === 'per' || text === 'a' || text === 'each' || text === 'every') &&
    after > 0
  ) {
    draft.perYear = after;
    return i + 1;
  }
  if (kind === 'per') {
    draft.perYear = rateOfAdverb(text);
    if (draft.perYear === 0) draft.bad = true;
  } else if (kind === 'upTo') draft.upTo = true;
  else if (kind === 'about') draft.about = true;
  else if (kind === 'atLeast') {
    // 'over 7 years' after the amount is a term; 'over $7bn' before it a lower bound.
    if (draft.digits === '') draft.atLeast = true;
    else if (text !== 'over') draft.atLeast = true;
  } else if (kind === 'notMoney') draft.notMoney = true;
  else if (kind === 'unknown') draft.placeholder = true;
  else if (kind === 'zero') draft.digits ||= '0';
  else if (kind === 'credit') {
    if (draft.currency === 'INR') draft.exponent = 7;
    else draft.negative = true;
  } else if (kind === null) {
    if (text.length > 5 && scaleOfWord(text) > 3) draft.scaleAlone = true;
    else if (!/^(?:tens|hundreds|not|price|amount|and)$/.test(text)) draft.bad = true;
  }
  return i;
}

function readSign(tokens: readonly Token[], i: number, draft: Draft): void {
  const sign = tokens[i].text;
  const seen = draft.digits !== '';
  switch (sign) {
    case '-':
    case '△':
    case '▲':
      if (tokens.length === 1) draft.placeholder = true;
      else if (!seen || i === tokens.length - 1)
        draft.negative = tokens.some((token) => token.kind === 'number');
      if (!seen && !draft.negative) draft.placeholder = true;
      return;
    case '%':
      draft.notMoney = true;
      return;
    case '+':
    case '>':
    case '≥':
      if (sign === '+' && tokens[i + 1]?.kind === 'number') draft.bad = seen || draft.bad;
      else draft.atLeast = true;
      return;
    case '<':
    case '≤':
      draft.upTo = true;
      return;
    case '~':
    case '≈':
      if (!seen) draft.about = true;
      return;
    case '?':
      if (tokens.length === 1) draft.placeholder = true;
      else draft.about = true;
      return;
    case '/': {
      const per = periodsPerYear(word(tokens, i + 1));
      if (seen && per > 0) draft.perYear = per;
      else if (!seen || tokens[i + 1]?.kind !== 'number') draft.bad = true;
      return;
    }
    case '(':
    case ')':
    case '.':
    case ',':
    case ';':
    case ':':
    case '*':
    case '"':
    case "'":
    case '=':
      return;
    default:
      draft.bad = true;
  }
}
