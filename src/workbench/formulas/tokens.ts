/** A formula as the pieces that it is written of. Joined again they are the same text. */

export type TokenKind =
  | 'space'
  | 'text'
  | 'error'
  | 'reference'
  | 'structured'
  | 'function'
  | 'word'
  | 'number'
  | 'operator'
  | 'open'
  | 'close'
  | 'comma';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const word = '[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*';
const sheet = `(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!`;
const cell = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';
const strip = '\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7}';

/** The first kind that fits is taken: a reference before a word, a function before a name. */
const kinds: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/uy],
  ['text', /"(?:[^"]|"")*"/uy],
  // '#REF!A1' is what remains of a reference to a sheet that was deleted.
  ['error', new RegExp(`#REF!(?:${cell}(?::${cell})?|${strip})?|#[A-Z][A-Z/0]*[!?]?`, 'uy')],
  [
    'reference',
    new RegExp(`(?:${sheet})?(?:${cell}(?::${cell}|#)?|${strip})(?![\\p{L}\\p{N}_.(\\[!])`, 'uy'),
  ],
  ['structured', new RegExp(`(?:${word})?\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]`, 'uy')],
  ['function', new RegExp(`${word}(?=\\s*\\()`, 'uy')],
  ['word', new RegExp(word, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['operator', /<>|<=|>=|[-+*/^&=<>%]/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['comma', /,/uy],
];

/** The pieces after the '='; null when something is not understood. Linear in the length of the text. */
export function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  let at = formula.startsWith('=') ? 1 : 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    if (token === null) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token | null {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (found !== null && found[0] !== '') return { kind, text: found[0] };
  }
  return null;
}

/** The same formula with some of its pieces written anew; one that is not understood stays as it is. */
export function rewritten(formula: string, change: (token: Token) => string): string {
  const tokens = tokensOf(formula);
  return tokens === null ? formula : `=${tokens.map(change).join('')}`;
}

/** "'It''s'!A1" -> It's, A1. Without a sheet: null, and the text itself. */
export function splitSheet(reference: string): { readonly sheet: string | null; readonly rest: string } {
  const mark = reference.lastIndexOf('!');
  if (mark < 0) return { sheet: null, rest: reference };
  const name = reference.slice(0, mark);
  const plain = /^'.*'$/s.test(name) ? name.slice(1, -1).replace(/''/g, "'") : name;
  return { sheet: plain, rest: reference.slice(mark + 1) };
}
