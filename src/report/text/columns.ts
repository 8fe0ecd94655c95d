/**
 * Text measured in columns of a terminal: Hangul, CJK and emoji take two, combining marks none.
 *
 * All functions expect text that has been through `visible`, without colours.
 */

const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const none = /[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff]/u;
const ascii = /^[\x20-\x7e]*$/;

/** Columns that a text takes. O(length). */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character.length === 1 && character <= '~') return 1;
  if (none.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text itself, or its beginning and an ellipsis, in at most `width` columns (>= 1). */
export function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${head(text, width - 1).trimEnd()}…`;
}

/** The longest beginning of the text that takes at most `width` columns; marks stay with their letter. */
function head(text: string, width: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += columnsOf(character);
    if (taken > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The text broken at spaces into lines of at most `width` columns (>= 2); a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(' ')) {
    let rest = word;
    let columns = displayWidth(rest);
    if (line !== '' && taken + 1 + columns <= width) {
      line += ` ${rest}`;
      taken += 1 + columns;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columns > width) {
      const piece = head(rest, width);
      lines.push(piece);
      rest = rest.slice(piece.length);
      columns -= displayWidth(piece);
    }
    line = rest;
    taken = columns;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((one) => one.trimEnd());
}

/** Wrapped text after `first`, with the following lines indented to the same column. */
export function hanging(first: string, text: string, width: number): string[] {
  const indent = displayWidth(first);
  return wrap(text, width - indent).map((line, i) =>
    ((i === 0 ? first : ' '.repeat(indent)) + line).trimEnd(),
  );
}
