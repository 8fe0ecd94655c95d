/** Rows that are no deals: totals and subtotals, by their label. A party called Total with a counterparty stays a deal (see rows.ts). */
import { folded } from './text';

const WORDS =
  /^(?:grand |sub|sub[- ]|net |overall |running |cumulative )?totals?(?: of| for|:|$| \p{L}| \d)|^sum(?: of|:|$)|^(?:합계|소계|총계|총합계|총합|누계|계|합)(?:$|[ :(])|^wacog|^average(?:$|:)|^평균$|(?: |^)(?:total|subtotal|합계|소계)$/u;

/** Whether a label announces a total. O(length). */
export function isTotalLabel(text: string): boolean {
  const label = folded(text);
  return label.length <= 80 && WORDS.test(label);
}
