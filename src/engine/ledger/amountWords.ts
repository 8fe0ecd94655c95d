/** The words that may stand beside a number in an amount cell, by what they say about it. */

export type AmountWord =
  | 'upTo'
  | 'about'
  | 'atLeast'
  | 'filler'
  | 'per'
  | 'over'
  | 'notMoney'
  | 'unknown'
  | 'zero'
  | 'debit'
  | 'credit';

const lists: Record<AmountWord, string> = {
  upTo: 'up upto max maximum cap capped ceiling limit much 최대 이내 한도',
  about:
    'about approx approximately c ca circa est estimated estimate around roughly nearly almost some 약 대략 추정',
  atLeast: 'at least over above more than min minimum excess exceeding 이상 초과 최소',
  filler:
    'a between to as of in the total worth cash aggregate gross cumulative equivalent each 총 규모 상당',
  per: 'per pa annually annual monthly quarterly yearly every 매월 매년 연간 월',
  over: 'for over across 동안 간',
  notMoney:
    'gw mw kw gwh mwh percent pct share shares unit units gpu gpus tpu tpus chip chips server servers warrants bbl barrels tonnes tons users seats tokens acres 주 대 명',
  unknown:
    'n/a na nan tbd tba tbc unknown undisclosed disclosed various confidential pending none null nd unspecified redacted unannounced 미정 미공개 비공개 해당없음 없음 협의 미상',
  zero: 'nil zero',
  debit: 'dr',
  credit: 'cr',
};

const WORDS = new Map<string, AmountWord>();
for (const kind of Object.keys(lists) as AmountWord[]) {
  for (const word of lists[kind].split(' ')) if (!WORDS.has(word)) WORDS.set(word, kind);
}

export function amountWord(word: string): AmountWord | null {
  return WORDS.get(word) ?? null;
}

const PERIODS: ReadonlyMap<string, number> = new Map([
  ...['y', 'yr', 'yrs', 'year', 'years', '년', '년간', '연'].map((word): [string, number] => [word, 1]),
  ...['q', 'qtr', 'quarter', 'quarters', '분기'].map((word): [string, number] => [word, 4]),
  ...['mo', 'mos', 'mth', 'mths', 'month', 'months', '개월', '개월간', '월'].map((word): [string, number] => [
    word,
    12,
  ]),
  ...['w', 'wk', 'week', 'weeks', '주'].map((word): [string, number] => [word, 52]),
]);

/** How many of the period are in a year: 'mo' -> 12; 0 when the word is no period. */
export function periodsPerYear(word: string): number {
  return PERIODS.get(word) ?? 0;
}

/** 'monthly' -> 12; 0 for other words. */
export function rateOfAdverb(word: string): number {
  if (word === 'monthly' || word === '매월') return 12;
  if (word === 'quarterly') return 4;
  return word === 'annually' ||
    word === 'annual' ||
    word === 'yearly' ||
    word === 'pa' ||
    word === '매년' ||
    word === '연간'
    ? 1
    : 0;
}
