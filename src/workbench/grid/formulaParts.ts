/** A formula cut into the parts that rewriting needs: what stands in quotes or brackets is one part. Linear. */

export type PartKind =
  /** "text in quotes" */
  | 'text'
  /** 'name of a sheet' */
  | 'sheet'
  /** [what names parts of a table], with the brackets inside it */
  | 'bracket'
  /** A run of names and references: Deals, $A$1:B9, Sheet1!A1, SUM, 1.5 */
  | 'name'
  /** Any other single character. */
  | 'sign';

export interface Part {
  readonly kind: PartKind;
  readonly text: string;
}

const name = /[\p{L}\p{N}_.$\\!:\uE000-\uE0FF]+/uy;

export function formulaParts(formula: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < formula.length;) {
    const part = partAt(formula, at);
    parts.push(part);
    at += part.text.length;
  }
  return parts;
}

function partAt(formula: string, at: number): Part {
  const first = formula[at];
  if (first === '"' || first === "'") {
    const end = endOfQuoted(formula, at, first);
    if (end > 0) return { kind: first === '"' ? 'text' : 'sheet', text: formula.slice(at, end) };
  } else if (first === '[') {
    const end = endOfBracket(formula, at);
    if (end > 0) return { kind: 'bracket', text: formula.slice(at, end) };
  } else {
    name.lastIndex = at;
    const found = name.exec(formula);
    if (found !== null) return { kind: 'name', text: found[0] };
  }
  // What is opened and never closed is text to the end: nothing in it can be told.
  return '"\'['.includes(first) ? { kind: 'text', text: formula.slice(at) } : { kind: 'sign', text: first };
}

/** Behind the closing quote, 0 when there is none. A doubled quote is part of the text. */
function endOfQuoted(formula: string, start: number, quote: string): number {
  for (let at = start + 1; at < formula.length; at += 1) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] !== quote) return at + 1;
    at += 1;
  }
  return 0;
}

/** Behind the bracket that closes the first one, 0 when there is none. An apostrophe takes the next sign as it is. */
function endOfBracket(formula: string, start: number): number {
  let open = 0;
  for (let at = start; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === "'") at += 1;
    else if (sign === '[') open += 1;
    else if (sign === ']' && (open -= 1) === 0) return at + 1;
  }
  return 0;
}
