/**
 * How wide a text will be, without a page to measure it on: widths of kinds of characters in em.
 *
 * The classes are rounded up from Segoe UI, so that a label in Arial, Malgun Gothic or San Francisco still fits its
 * box. Deterministic: the same text is shortened at the same place on every machine.
 */
const narrow = /[ijlIftr.,:;'’|!()[\]{}\-\u2013 ]/;
const wide = /[mwMW@%&\u2014…]/;
const marks = /\p{M}/u;
const full =
  /[\u1100-\u115f\u2190-\u2bff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]|[\u{10000}-\u{10ffff}]/u;

const em = { narrow: 0.36, normal: 0.56, capital: 0.72, wide: 0.88, full: 1, unknown: 0.75 };
/** Semibold text is wider by so much. */
const boldness = 1.07;

/** Pixels at `size`. O(length). */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += emOf(character);
  return sum * size * (bold ? boldness : 1);
}

function emOf(character: string): number {
  if (character <= '~') {
    if (narrow.test(character)) return em.narrow;
    if (wide.test(character)) return em.wide;
    return character >= 'A' && character <= 'Z' ? em.capital : em.normal;
  }
  if (marks.test(character)) return 0;
  if (full.test(character)) return em.full;
  return character === '…' ? em.wide : em.unknown;
}

/** Letters with the marks that belong to them: a cut never comes between the two. */
const letters = /\P{M}\p{M}*|\p{M}+/gu;

/** The text itself, or its beginning, an ellipsis and its end, in at most `most` pixels. O(length). */
export function shortened(text: string, most: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= most) return text;
  const parts = text.match(letters) ?? [];
  const room = most - textWidth('…', size, bold);
  let head = 0;
  let tail = 0;
  let used = 0;
  // The beginning tells more than the end: it gets two letters of three.
  while (head + tail < parts.length) {
    const takesHead = head <= 2 * tail;
    const part = takesHead ? parts[head] : parts[parts.length - 1 - tail];
    used += textWidth(part, size, bold);
    if (used > room) break;
    if (takesHead) head++;
    else tail++;
  }
  return `${parts.slice(0, head).join('').trimEnd()}…${parts
    .slice(parts.length - tail)
    .join('')
    .trimStart()}`;
}

/**
 * A name in one line, or in two where it has a blank to part it at and neither fits one; each line shortened in its
 * middle if it must be.
 */
export function nameLines(name: string, most: number, size: number): string[] {
  const width = (text: string) => textWidth(text, size, true);
  if (width(name) <= most) return [name];
  let best: string[] = [name];
  let least = Infinity;
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
    const lines = [name.slice(0, at), name.slice(at + 1)];
    const widest = Math.max(width(lines[0]), width(lines[1]));
    if (widest >= least) continue;
    least = widest;
    best = lines;
  }
  return best.map((line) => shortened(line, most, size, true));
}
