/** The sheets and tables that a formula names, and the formula when they are called otherwise or are gone. */
import { joinTokens, tokensOf, type Token } from './tokens';

/** One sheet, or the first and the last of several. */
interface Mention {
  /** Tokens [from, to) up to the '!'. */
  readonly from: number;
  readonly to: number;
  readonly sheets: readonly string[];
}

/** A 3-D reference begins or ends at a sheet that goes: Excel would take its neighbour, which only it can choose. */
export class SpanBroken extends Error {}

export function sheetsIn(formula: string): string[] {
  return mentionsOf(tokensOf(formula)).flatMap(({ sheets }) => sheets);
}

export function tablesIn(formula: string): string[] {
  const tokens = tokensOf(formula);
  return tokens
    .filter(({ kind }, index) => kind === 'word' && tokens[index + 1]?.kind === 'bracket')
    .map(({ text }) => text);
}

export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mayMention(formula, from)) return formula;
  const tokens = tokensOf(formula);
  const same = (name: string): boolean => name.toLowerCase() === from.toLowerCase();
  for (const { from: at, to: end, sheets } of mentionsOf(tokens).reverse()) {
    if (!sheets.some(same)) continue;
    const names = sheets.map((name) => (same(name) ? to : name));
    tokens.splice(at, end - at, { kind: 'quoted', text: sheetText(names) });
  }
  return joinTokens(tokens);
}

/** References to a sheet that is gone, and to its tables, become #REF!. */
export function dropSheetIn(formula: string, sheet: string, tables: ReadonlySet<string>): string {
  const tokens = tokensOf(formula);
  const same = (name: string): boolean => name.toLowerCase() === sheet.toLowerCase();
  const gone: Token = { kind: 'error', text: '#REF!' };
  for (const { from, to, sheets } of mentionsOf(tokens).reverse()) {
    if (!sheets.some(same)) continue;
    if (sheets.length > 1) throw new SpanBroken(formula);
    tokens.splice(from, referenceEnd(tokens, to + 1) - from, gone);
  }
  for (let at = tokens.length - 2; at >= 0; at--) {
    const isTable = tokens[at].kind === 'word' && tokens[at + 1].kind === 'bracket';
    if (isTable && tables.has(tokens[at].text.toLowerCase())) tokens.splice(at, 2, gone);
  }
  return joinTokens(tokens);
}

/** `columns`: the new names by the old ones in lower case. */
export function renameColumnsIn(
  formula: string,
  table: string,
  columns: ReadonlyMap<string, string>,
): string {
  if (!mayMention(formula, table)) return formula;
  const tokens = tokensOf(formula);
  return joinTokens(
    tokens.map((token, index) => {
      const before = tokens[index - 1];
      const isOf = before?.kind === 'word' && before.text.toLowerCase() === table.toLowerCase();
      return token.kind === 'bracket' && isOf
        ? { ...token, text: renamedColumns(token.text, columns) }
        : token;
    }),
  );
}

function renamedColumns(bracket: string, columns: ReadonlyMap<string, string>): string {
  const inner = bracket.slice(1, -1);
  const renamed = (name: string): string | undefined =>
    columns.get(name.replace(/'(.)/gs, '$1').toLowerCase());
  if (!inner.startsWith('[')) {
    const to = renamed(inner);
    return to === undefined ? bracket : `[${escapeColumn(to)}]`;
  }
  return `[${inner.replace(/\[((?:'[\s\S]|[^\]'])*)\]/g, (all, name: string) => {
    const to = name.startsWith('#') ? undefined : renamed(name);
    return to === undefined ? all : `[${escapeColumn(to)}]`;
  })}]`;
}

function escapeColumn(name: string): string {
  return name.replace(/[[\]#'@]/g, "'$&");
}

/** A cheap look before the formula is cut into pieces. */
function mayMention(formula: string, name: string): boolean {
  return formula.toLowerCase().includes(name.replace(/'/g, "''").toLowerCase());
}

function mentionsOf(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  tokens.forEach(({ text }, to) => {
    const name = tokens[to - 1];
    if (text !== '!' || name === undefined) return;
    if (name.kind === 'quoted') {
      const inside = name.text.slice(1, -1).replace(/''/g, "'");
      if (!inside.includes('[')) mentions.push({ from: to - 1, to, sheets: inside.split(':') });
    } else if (name.kind === 'word') {
      const isSpan =
        tokens[to - 2]?.text === ':' && tokens[to - 3]?.kind === 'word' && tokens[to - 4]?.text !== '!';
      const from = isSpan ? to - 3 : to - 1;
      if (tokens[from - 1]?.kind === 'bracket') return;
      mentions.push({
        from,
        to,
        sheets: tokens.slice(from, to).flatMap((token) => (token.text === ':' ? [] : token.text)),
      });
    }
  });
  return mentions;
}

/** After A1, A1:B2, A1:Sheet1!B2 or a name. */
function referenceEnd(tokens: readonly Token[], at: number): number {
  let end = Math.min(at + 1, tokens.length);
  if (tokens[end]?.text !== ':') return end;
  end++;
  if (tokens[end + 1]?.text === '!') end += 2;
  return Math.min(end + 1, tokens.length);
}

/** One or two sheets as formulas write them, quoted unless they are plain words. */
function sheetText(names: readonly string[]): string {
  const isPlain = (name: string): boolean =>
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i.test(name);
  return names.every(isPlain) ? names.join(':') : `'${names.join(':').replace(/'/g, "''")}'`;
}
