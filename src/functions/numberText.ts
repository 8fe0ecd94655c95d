/** Numbers that stand as text: '1,234.5', '(12)', '−3', '35 %', full-width digits. Strict: anything doubtful is NaN. */

const plain = /^\d{1,15}(?:\.\d{1,15})?$|^\.\d{1,15}$/;
const grouped = /^\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,15})?$/;

/** NaN where the text is not a number and nothing else. Linear: at most 40 characters are looked at. */
export function numberIn(text: string): number {
  if (text.length > 40) return NaN;
  let rest = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\u2212/g, '-');
  let sign = 1;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    sign = -1;
    rest = rest.slice(1, -1);
  }
  if (rest.startsWith('-') || rest.startsWith('+')) {
    if (rest.startsWith('-')) sign = -sign;
    rest = rest.slice(1);
  }
  let scale = 1;
  if (rest.endsWith('%')) {
    scale = 100;
    rest = rest.slice(0, -1);
  }
  if (/^\d(?:\.\d{1,15})?e[+-]?\d{1,3}$/i.test(rest)) return (sign * Number(rest)) / scale;
  if (!plain.test(rest) && !grouped.test(rest)) return NaN;
  return (sign * Number(rest.replace(/,/g, ''))) / scale;
}

/** What people write where they have no figure. */
export function isPlaceholder(text: string): boolean {
  return /^(?:-+|–|—|n\/?a|n\.a\.|n\.?m\.?|tbd|\?+|unknown|undisclosed|미정|미상|비공개|해당 ?없음)$/i.test(
    text.trim(),
  );
}
