/**
 * A formula as a user types it -> as files store it. The reverse of fromFile.ts.
 *
 * `@` and `#` become functions, functions that came later and custom functions get their prefixes, names of LET and
 * LAMBDA theirs, and `[@Amount]` its long form with the table's name. What Excel would call damaged when it opens the
 * file (a quote, bracket or parenthesis left open) is refused here. Linear but for nested LETs.
 */
import { storedFunctionName } from './futureFunctions';
import { joinTokens, tokensOf, type Token } from './tokens';

/** A formula that no file may hold; the message is what is wrong with it, to follow the formula in a sentence. */
export class FormulaFault extends Error {}

/** `formula` with its '='. `table` is the table that the cell stands in, for `[@Amount]`; null for none. */
export function formulaToFile(formula: string, table: string | null): string {
  const tokens = tokensOf(formula.replace(/^=\s*/, ''));
  checkWhole(tokens);
  const bound = withParameters(tokens);
  const long = bound.map((token, index) =>
    token.text.startsWith('[') ? longBracket(bound, index, table) : token,
  );
  return joinTokens(withFunctions(spelled(long)));
}

function checkWhole(tokens: readonly Token[]): void {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind === 'text' && !isClosed(text, '"')) throw new FormulaFault('has a quotation mark left open');
    if (kind === 'quoted' && !isClosed(text, "'")) throw new FormulaFault('has an apostrophe left open');
    if (kind === 'bracket' && !isClosedBracket(text)) throw new FormulaFault('has a bracket left open');
    if (text === '(') depth++;
    if (text === ')' && --depth < 0) throw new FormulaFault('has a parenthesis that closes nothing');
  }
  if (depth > 0) throw new FormulaFault('has a parenthesis left open');
  if (tokens.every(({ kind }) => kind === 'space')) throw new FormulaFault('is empty');
}

function isClosed(text: string, quote: string): boolean {
  return text.length > 1 && (text.split(quote).length - 1) % 2 === 0;
}

function isClosedBracket(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "'") at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']') depth--;
  }
  return depth === 0;
}

/** Table[@Amount] -> Table[[#This Row],[Amount]]; [Amount] inside a table gets the table's name. */
function longBracket(tokens: readonly Token[], index: number, table: string | null): Token {
  const token = tokens[index];
  const before = tokens[index - 1]?.kind === 'word' ? tokens[index - 1].text : null;
  const after = tokens[index + 1];
  // [1]Sheet1!A1 and [Book.xlsx]Sheet1!A1 are other workbooks.
  if (before === null && after?.kind === 'word' && tokens[index + 2]?.text === '!') return token;
  let text = token.text;
  if (text.startsWith('[@')) {
    const inside = text.slice(2, -1).trim();
    const columns = inside.startsWith('[') ? inside : `[${inside}]`;
    text = inside === '' ? '[#This Row]' : `[[#This Row],${columns}]`;
  }
  if (before !== null) return { kind: 'bracket', text };
  if (table === null) throw new FormulaFault(`refers to "${token.text}" of no table`);
  return { kind: 'bracket', text: `${table}${text}` };
}

/** @x -> _xlfn.SINGLE(x), L1# -> _xlfn.ANCHORARRAY(L1). */
function spelled(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  /** Where an operand began, for a # behind it. */
  const waiting: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.kind === 'sign' && token.text === '#') {
      const from = referenceStart(out);
      if (from < out.length) {
        out.splice(from, 0, sign('_xlfn.ANCHORARRAY('));
        out.push(sign(')'));
      } else out.push(token);
    } else if (token.kind === 'sign' && token.text === '@') {
      waiting.push(operandEnd(tokens, index + 1));
      out.push(sign('_xlfn.SINGLE('));
    } else out.push(token);
    while (waiting.length > 0 && waiting[waiting.length - 1] === index) {
      waiting.pop();
      out.push(sign(')'));
    }
  }
  return out;
}

function sign(text: string): Token {
  return { kind: 'sign', text };
}

/** Where the reference that ends a list of tokens begins: Sheet1!$L$1, 'My sheet'!L1, Deals[x]. */
function referenceStart(tokens: readonly Token[]): number {
  let at = tokens.length;
  if (tokens[at - 1]?.kind !== 'word' && tokens[at - 1]?.kind !== 'bracket') return at;
  at--;
  if (tokens[at].kind === 'bracket' && tokens[at - 1]?.kind === 'word') at--;
  if (tokens[at - 1]?.text === '!' && (tokens[at - 2]?.kind === 'word' || tokens[at - 2]?.kind === 'quoted'))
    at -= 2;
  return at;
}

/** The last token of the operand that begins at `at`: a reference with its range, a call, or parentheses. */
function operandEnd(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (; at < tokens.length; at++) {
    const { kind, text } = tokens[at];
    const next = tokens[at + 1];
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth > 0) continue;
    const goesOn =
      next !== undefined &&
      (['(', '!', ':', '#'].includes(next.text) || next.kind === 'bracket' || ['!', ':', '@'].includes(text));
    if (!goesOn || depth < 0) return kind === 'sign' && depth < 0 ? at - 1 : at;
  }
  return tokens.length - 1;
}

/** Names that LET and LAMBDA bind, within their parentheses. */
function withParameters(tokens: readonly Token[]): Token[] {
  const out = [...tokens];
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || tokens[index + 1]?.text !== '(') return;
    const name = token.text.toUpperCase();
    if (name !== 'LET' && name !== 'LAMBDA') return;
    const { starts, end } = argumentsOf(tokens, index + 1);
    const bound = starts.slice(0, -1).filter((_, order) => name === 'LAMBDA' || order % 2 === 0);
    const names = new Set<string>();
    for (const start of bound) {
      const at = tokens[start]?.kind === 'space' ? start + 1 : start;
      const optional = /^\[\s*([^[\]@#\s]+)\s*\]$/.exec(tokens[at]?.text ?? '');
      if (optional !== null) out[at] = { kind: 'bracket', text: `_xlop.${optional[1]}` };
      const word = optional?.[1] ?? (tokens[at]?.kind === 'word' ? tokens[at].text : null);
      if (word !== null) names.add(word.toLowerCase());
    }
    for (let at = index + 2; at < end; at++) {
      const { kind, text } = out[at];
      if (kind !== 'word' || tokens[at + 1]?.text === '!' || !names.has(text.toLowerCase())) continue;
      out[at] = { kind: 'quoted', text: `_xlpm.${text}` };
    }
  });
  return out;
}

/** Where the arguments of a call begin, and where its parenthesis closes. `open` is the place of the '('. */
export function argumentsOf(tokens: readonly Token[], open: number): { starts: number[]; end: number } {
  const starts = [open + 1];
  let depth = 0;
  let braces = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at];
    if (kind !== 'sign') continue;
    if (text.endsWith('(')) depth++;
    else if (text === '{') braces++;
    else if (text === '}') braces--;
    else if (text === ',' && depth === 1 && braces === 0) starts.push(at + 1);
    else if (text === ')' && --depth === 0) return { starts, end: at };
  }
  return { starts, end: tokens.length };
}

function withFunctions(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) =>
    token.kind === 'word' && tokens[index + 1]?.text === '('
      ? { kind: 'word', text: storedFunctionName(token.text) }
      : token,
  );
}
