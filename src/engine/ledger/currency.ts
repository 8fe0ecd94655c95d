/** Words and signs for currencies -> ISO code. '$' and '¥' alone say less than a currency; see DOLLAR and YEN. */

/** A bare dollar sign: some dollar. Counts as USD when nothing else is said, and the ledger says so. */
export const DOLLAR = '$';

const ISO =
  'USD EUR GBP JPY CNY KRW CAD AUD NZD SGD HKD TWD INR CHF SEK NOK DKK BRL MXN ZAR ILS AED SAR TRY PLN CZK HUF THB IDR MYR PHP VND RUB';

const WORDS: ReadonlyMap<string, string> = new Map([
  ...ISO.split(' ').map((code): [string, string] => [code.toLowerCase(), code]),
  ['$', DOLLAR],
  ['dollar', DOLLAR],
  ['dollars', DOLLAR],
  ['달러', 'USD'],
  ['불', 'USD'],
  ['us$', 'USD'],
  ['usd$', 'USD'],
  ['$us', 'USD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['nz$', 'NZD'],
  ['s$', 'SGD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['r$', 'BRL'],
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['유로', 'EUR'],
  ['£', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['파운드', 'GBP'],
  ['₩', 'KRW'],
  ['원', 'KRW'],
  ['won', 'KRW'],
  ['원화', 'KRW'],
  ['¥', 'JPY'],
  ['yen', 'JPY'],
  ['엔', 'JPY'],
  ['円', 'JPY'],
  ['cn¥', 'CNY'],
  ['rmb', 'CNY'],
  ['yuan', 'CNY'],
  ['위안', 'CNY'],
  ['元', 'CNY'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['inr', 'INR'],
]);

/** 'us$' -> 'USD', '원' -> 'KRW', '$' -> DOLLAR; null for anything else. Expects lower case. O(1). */
export function currencyOfWord(word: string): string | null {
  return WORDS.get(word) ?? null;
}

/** The currency that a number format shows: '[$€-407] #,##0' -> EUR, '"$"#,##0' -> DOLLAR. O(length). */
export function currencyOfFormat(format: string): string | null {
  if (format === 'General') return null;
  const tag = /\[\$([^\]-]{0,10})/.exec(format);
  if (tag && tag[1] !== '') return currencyOfWord(tag[1].trim().toLowerCase());
  const text = /"([^"]{1,12})"/.exec(format);
  const word = text ? currencyOfWord(text[1].trim().toLowerCase()) : null;
  if (word !== null) return word;
  const sign = /[$€£¥₩₹]/.exec(format);
  return sign ? currencyOfWord(sign[0]) : null;
}

/** Whether two readings of a currency can be the same money: equal, or a bare dollar beside any dollar. */
export function sameCurrency(a: string, b: string): boolean {
  if (a === b) return true;
  const dollar = a === DOLLAR ? b : b === DOLLAR ? a : '';
  return dollar !== '' && /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD)$/.test(dollar);
}
