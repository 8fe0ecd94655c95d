/** Which formulas of a file the workbench can calculate; the others are shown as the values that the file stored. */
import { ALL_IMPLEMENTED_FUNCTIONS_SET } from '@univerjs/engine-formula';
import type { Book } from '../../engine/index';
import { calculableNames } from './calculableNames';
import { cellWord } from '../../workbook/file/formula/references';
import { tokensOf, type Token } from '../../workbook/file/formula/tokens';

const implemented: ReadonlySet<string> = new Set([...ALL_IMPLEMENTED_FUNCTIONS_SET].map(String));

/** Functions that give names to values: what is no other name is one of those. */
const naming = new Set(['LET', 'LAMBDA']);

/**
 * Whether a formula of `book` uses only functions that the engine has or that are `promised`, only cells of this
 * workbook, one sheet a reference, and only names that can be calculated in their turn. Linear in the length of the
 * formula, once every name has been looked at.
 */
export function calculableIn(book: Book, promised: ReadonlySet<string>): (formula: string) => boolean {
  const tables = new Set(book.tables.map(({ name }) => name.toLowerCase()));
  const isFunction = (name: string): boolean => {
    const known = name.toUpperCase();
    return implemented.has(known) || promised.has(known);
  };
  const isName = calculableNames(book, isFunction, (formula) => calculable(formula));
  const calculable = (formula: string): boolean => {
    const tokens = tokensOf(formula.slice(1));
    const names = tokens.some(({ text }) => naming.has(text.toUpperCase()));
    return tokens.every((token, index) => {
      const next = tokens[index + 1]?.text ?? '';
      if (token.kind === 'quoted') return next !== '!' || !/[[\]:]/.test(token.text);
      if (token.kind === 'bracket') return tokens[index + 2]?.text !== '!';
      if (token.kind !== 'word') return true;
      if (next === '(') return isFunction(token.text) || isName(token.text);
      if (next === '!') return !isSpanOrForeign(tokens, index);
      if (next.startsWith('[')) return tables.has(token.text.toLowerCase());
      return (
        names || /^(true|false)$/i.test(token.text) || cellWord(tokens, index) !== null || isName(token.text)
      );
    });
  };
  return calculable;
}

/** Sheet1:Sheet3!A1, and [1]Sheet1!A1. `A1:Sheet1!B2` is taken for the first. */
function isSpanOrForeign(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.text === ':' || before?.kind === 'bracket';
}
