/**
 * A formula as files store it -> as a user types it.
 *
 * Functions that came after the file format carry prefixes (_xlfn., _xlfn._xlws.), names of LET and LAMBDA others
 * (_xlpm., _xlop.), `@` and `#` are functions (SINGLE, ANCHORARRAY), and custom functions of Office add-ins lose their
 * dot: DEAL.CIRCULARITY is stored as _xldudf_DEAL_CIRCULARITY.
 *
 * Source: [MS-XLSX] 2.2.2 for the prefixes; Office custom functions as Excel 365 saves them. Limits: the namespace of a
 * custom function is what stands before the first underscore, because that is all that a file says; structured
 * references stay long (Deals[[#This Row],[Amount]]), which Excel takes as well.
 */
import { joinTokens, tokensOf, type Token } from './tokens';

const prefixed = /^_xl(?:fn|ws|pm|op|eta|dudf_)/i;

/** `formula` has no '=' in files; the answer has one. */
export function formulaFromFile(formula: string): string {
  return `=${typed(formula)}`;
}

function typed(formula: string): string {
  if (!/_xl(?:fn|ws|pm|op|eta|dudf_)/i.test(formula)) return formula;
  const tokens = tokensOf(formula).map((token) => (token.kind === 'word' ? plain(token) : token));
  return joinTokens(withSigns(tokens));
}

function plain(token: Token): Token {
  const { text } = token;
  if (!prefixed.test(text)) return token;
  const custom = /^_xldudf_([^_]+)_(.+)$/i.exec(text);
  if (custom !== null) return { kind: 'word', text: `${custom[1]}.${custom[2]}` };
  if (/^_xlop\./i.test(text)) return { kind: 'bracket', text: `[${text.slice(6)}]` };
  const name = text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xleta\.)+/i, '');
  // Only the prefix tells the functions of Excel from a user's that have the same names.
  if (/^_xlfn\.(SINGLE|ANCHORARRAY)$/i.test(text)) return { kind: 'sign', text: name.toUpperCase() };
  return { kind: 'word', text: name };
}

/** SINGLE(x) -> @x, ANCHORARRAY(L1) -> L1#. Innermost first, in one pass over a stack of open parentheses. */
function withSigns(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  const open: number[] = [];
  for (const token of tokens) {
    out.push(token);
    if (token.kind !== 'sign') continue;
    if (token.text === '(') open.push(out.length - 1);
    if (token.text !== ')') continue;
    const from = open.pop() ?? 0;
    const sign = out[from - 1];
    if (sign?.kind !== 'sign' || (sign.text !== 'SINGLE' && sign.text !== 'ANCHORARRAY')) continue;
    const inside = out.splice(from - 1).slice(2, -1);
    if (sign.text === 'ANCHORARRAY') out.push(...inside, { kind: 'sign', text: '#' });
    else if (isOperand(inside)) out.push({ kind: 'sign', text: '@' }, ...inside);
    else out.push({ kind: 'sign', text: '@(' }, ...inside, { kind: 'sign', text: ')' });
  }
  return out;
}

/** Whether @ before it means all of it: a reference, a name or one call. */
function isOperand(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth === 0 && (kind === 'space' || (kind === 'sign' && !/^[!:#@]$/.test(text)))) return false;
  }
  return true;
}
