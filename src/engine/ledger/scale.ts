/** Words for sizes of money -> powers of ten: 'bn' -> 9, '천억' -> 11. Scales are always powers of ten, so they never cost exactness. */

const WORDS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['thousand', 3],
  ['thousands', 3],
  ['tsd', 3],
  ['000', 3],
  ['000s', 3],
  ['m', 6],
  ['mm', 6],
  ['mn', 6],
  ['mio', 6],
  ['mil', 6],
  ['mln', 6],
  ['million', 6],
  ['millions', 6],
  ['mill', 6],
  ['b', 9],
  ['bn', 9],
  ['bns', 9],
  ['bln', 9],
  ['bil', 9],
  ['billion', 9],
  ['billions', 9],
  ['mrd', 9],
  ['mia', 9],
  ['t', 12],
  ['tn', 12],
  ['tr', 12],
  ['trn', 12],
  ['trillion', 12],
  ['trillions', 12],
  ['lakh', 5],
  ['lakhs', 5],
  ['lac', 5],
  ['crore', 7],
  ['crores', 7],
]);

/** Single letters need a number or a currency beside them to be a scale. */
const LETTERS = /^(?:k|m|b|t)$/;

const SMALL: ReadonlyMap<string, number> = new Map([
  ['십', 1],
  ['백', 2],
  ['천', 3],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ['만', 4],
  ['억', 8],
  ['조', 12],
  ['万', 4],
  ['億', 8],
  ['亿', 8],
  ['兆', 12],
]);

/** Power of ten of a Latin scale word in lower case; -1 when it is none. */
export function scaleOfWord(word: string): number {
  return WORDS.get(word) ?? -1;
}

export function isScaleLetter(word: string): boolean {
  return LETTERS.test(word);
}

/**
 * A run of Hangul or Han letters that starts with scale signs: '천억원' -> exponent 11, rest '원'. O(length).
 * Exponent -1: it does not start with a scale.
 */
export function leadingScale(word: string): { exponent: number; rest: string } {
  let exponent = 0;
  let at = 0;
  for (; at < word.length; at++) {
    const small = SMALL.get(word[at]);
    if (small === undefined) break;
    exponent += small;
  }
  const large = LARGE.get(word[at] ?? '');
  if (large !== undefined) {
    exponent += large;
    at++;
  }
  return at === 0 ? { exponent: -1, rest: word } : { exponent, rest: word.slice(at) };
}

/** How a scale is written beside amounts: 9 -> 'bn'. In won: 12 -> '조', 8 -> '억'. Other powers: 'x10^5'. */
export function scaleLabel(exponent: number, currency: string | null): string {
  if (exponent === 0) return '';
  if (currency === 'KRW') {
    const won: Record<number, string> = { 3: '천', 4: '만', 6: '백만', 8: '억', 9: '십억', 12: '조' };
    if (won[exponent] !== undefined) return won[exponent];
  }
  const latin: Record<number, string> = { 3: 'k', 5: 'lakh', 6: 'm', 7: 'crore', 9: 'bn', 12: 'tn' };
  return latin[exponent] ?? `x10^${exponent}`;
}

/** 1e9 -> 9. Read from the digits: a logarithm may differ in its last bit from machine to machine. */
export function exponentOfScale(scale: number): number {
  return Number(scale.toExponential().split('e')[1]);
}
