/**
 * The text of a formula, cut into the pieces that may be changed and those that must never be.
 *
 * Not a parser: every piece keeps its text, so that the pieces joined are the formula again, whatever a stranger wrote.
 * Linear in the length of the formula.
 */
export type TokenKind =
  /** "text" */
  | 'text'
  /** 'sheet name', with whatever a workbook's name adds to it. */
  | 'quoted'
  /** [...] of a structured reference or of another workbook, brackets within it included. */
  | 'bracket'
  | 'error'
  | 'number'
  /** A reference, a name, a function, a sheet: what it is depends on its neighbours. */
  | 'word'
  | 'space'
  /** One character of anything else. */
  | 'sign';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const kinds: readonly TokenKind[] = ['text', 'quoted', 'error', 'number', 'word', 'space'];
const piece =
  /("[^"]*(?:""[^"]*)*"?)|('[^']*(?:''[^']*)*'?)|(#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|PYTHON!|BUSY!|TIMEOUT!|GETTING_DATA))|((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}\p{M}_\\$][\p{L}\p{M}\p{N}_\\.$?]*)|(\s+)/uy;

export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    if (formula[at] === '[') {
      const end = endOfBracket(formula, at);
      tokens.push({ kind: 'bracket', text: formula.slice(at, end) });
      at = end;
      continue;
    }
    piece.lastIndex = at;
    const match = piece.exec(formula);
    if (match === null) {
      const text = String.fromCodePoint(formula.codePointAt(at) ?? 0);
      tokens.push({ kind: 'sign', text });
      at += text.length;
      continue;
    }
    tokens.push({
      kind: kinds[match.findIndex((group, index) => index > 0 && group !== undefined) - 1],
      text: match[0],
    });
    at += match[0].length;
  }
  return tokens;
}

export function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** The place after the bracket that closes the one at `at`. An apostrophe takes the meaning of the character after it. */
function endOfBracket(formula: string, at: number): number {
  let depth = 0;
  for (; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}
