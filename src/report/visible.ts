/**
 * Text of strangers, made harmless and visible.
 *
 * Names, headings and notes come out of workbooks that anybody can have made. Printed as they are they could clear
 * a screen (ESC), reorder a line (U+202E), break a table (line breaks) or pretend to be empty (Hangul filler).
 * Everything of that sort is written out as <U+202E>; a line break becomes one visible sign; every blank is a plain
 * space; a letter keeps at most three marks. What is left takes a known number of columns.
 */

const plain = /^[\x20-\x7e]*$/;
const lineBreak = /\r\n?|[\n\u0085\u2028\u2029]/g;
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
// \p{C} is control, format, unassigned, private use and lone surrogates; the rest are letters that draw nothing.
const invisible = /[\p{C}\u115f\u1160\u3164\uffa0\u2800]/gu;
const pileOfMarks = /(\p{M}{3})\p{M}+/gu;

/** One line of printable text that shows what the input holds. O(length). */
export function visible(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(lineBreak, '↵')
    .replace(/\p{Zs}/gu, ' ')
    .replace(variationSelector, '')
    .replace(invisible, codePoint)
    .replace(pileOfMarks, '$1…');
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
