/** A direction flag -> who pays, seen from the party of the row: 'Buy', 'Out', 'Dr' pay; 'Sell', 'In', 'Cr' receive. */
import { folded } from './text';

const PAYS =
  /^(?:buy|bought|b|purchase|out|outflow|outgoing|pay|pays|paid|payment|payable|dr|debit|sent|send|매수|매입|출금|지급|지출|유출|구매|차변|out flow)$/;
const RECEIVES =
  /^(?:sell|sold|s|sale|in|inflow|incoming|receive|receives|received|receipt|receivable|cr|credit|매도|매출|입금|수취|수입|유입|판매|대변|in flow)$/;

/** 1 the party pays, -1 it receives, 0 the text does not say. O(length). */
export function payingSide(text: string): -1 | 0 | 1 {
  const word = folded(text).replace(/[.:]$/, '');
  return PAYS.test(word) ? 1 : RECEIVES.test(word) ? -1 : 0;
}
