/**
 * Currency and scale that a heading, a unit cell or a title line states: 'Amount (USD bn)', 'amount_usd_bn', '금액(억원)',
 * 'Value, $m', '$000', 'in thousands', '(단위: 백만원)'.
 *
 * A scale word after a number is a quantity, not a statement about the column ('1.4 trillion of promises'); a single letter
 * (m, b, k, t) counts only beside a currency or alone in brackets.
 */
import { currencyOfWord } from './currency';
import { isScaleLetter, leadingScale, scaleOfWord } from './scale';
import type { Sentence } from '../sentence';
import { tidy, wordsOf } from './text';

export interface UnitHint {
  /** ISO code, DOLLAR, or null. */
  readonly currency: string | null;
  /** Power of ten; -1 when none is stated. */
  readonly exponent: number;
  /** Words of the text that state the unit, so that a heading can be read without them. */
  readonly used: ReadonlySet<string>;
}

/** A unit with where it is stated. */
export interface StatedUnit extends UnitHint {
  readonly place: Sentence;
}

interface Piece {
  currency: string | null;
  exponent: number;
}

/** Words that announce a unit in a title line. */
const CUES = /^(?:in|단위|unit|units|currency|통화)$/;

/** One word as a unit: 'usd' | 'bn' | 'usdbn' | 'mm' | '억원'; null when it is none. */
function piece(word: string): Piece | null {
  const currency = currencyOfWord(word);
  if (currency !== null) return { currency, exponent: -1 };
  const exponent = scaleOfWord(word);
  if (exponent >= 0) return { currency: null, exponent };
  const scaled = leadingScale(word);
  if (scaled.exponent >= 0) {
    if (scaled.rest === '') return { currency: null, exponent: scaled.exponent };
    const rest = currencyOfWord(scaled.rest);
    return rest === null ? null : { currency: rest, exponent: scaled.exponent };
  }
  if (word.length > 3 && word.length <= 11) {
    const head = currencyOfWord(word.slice(0, 3));
    const tail = scaleOfWord(word.slice(3));
    if (head !== null && tail >= 0) return { currency: head, exponent: tail };
  }
  return null;
}

function scan(words: readonly string[], needsCue: boolean): UnitHint {
  let currency: string | null = null;
  let exponent = -1;
  const used = new Set<string>();
  // A line of nothing but units needs no word that announces them.
  const strict = needsCue && !words.every((word) => piece(word) !== null || CUES.test(word));
  for (let i = 0; i < words.length; i++) {
    const found = piece(words[i]);
    if (found === null) continue;
    const before = words[i - 1] ?? '';
    // 'us $': wordsOf splits the sign off its country.
    const country = found.currency === '$' ? currencyOfWord(`${before}$`) : null;
    const countable = /^\d/.test(before);
    if (countable && before !== '000') continue;
    const after = words[i + 1] ?? '';
    const money = piece(before)?.currency ?? piece(after)?.currency ?? null;
    if (isScaleLetter(words[i]) && money === null && words.length > 1) continue;
    if (strict && !CUES.test(before)) {
      const size = Math.max(piece(before)?.exponent ?? -1, piece(after)?.exponent ?? -1, found.exponent);
      if (found.currency === null ? money === null : size < 0 && after !== 'in') continue;
    }
    if (found.currency !== null && currency === null) {
      currency = country ?? found.currency;
      if (country !== null) used.add(before);
      used.add(words[i]);
    }
    if (found.exponent >= 0 && exponent < 0) {
      exponent = found.exponent;
      used.add(words[i]);
    }
  }
  return { currency, exponent, used };
}

/** The unit in a heading. Text in brackets is read first: '투자금액(조원)'. */
export function unitOfHeading(heading: string): UnitHint {
  const bracket = /[([]([^()[\]]{1,40})[)\]]/.exec(tidy(heading));
  if (bracket) {
    const inside = scan(wordsOf(bracket[1].replace(/^'/, '')), false);
    if (inside.exponent >= 0 || inside.currency !== null) {
      const outside = scan(wordsOf(heading), false);
      return {
        currency: inside.currency ?? outside.currency,
        exponent: inside.exponent >= 0 ? inside.exponent : outside.exponent,
        used: new Set([...inside.used, ...outside.used]),
      };
    }
  }
  return scan(wordsOf(heading), false);
}

/** The unit that a line above the table states; scale words need a cue ('in', '단위', a currency) so that prose is not taken for one. */
export function unitOfTitle(line: string): UnitHint {
  return scan(wordsOf(line), true);
}
