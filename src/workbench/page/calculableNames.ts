/** Which names of a book the workbench can know: those whose formulas it can calculate. */
import type { Book } from '../../engine/index';
import { cellWord } from '../../workbook/file/formula/references';
import { tokensOf } from '../../workbook/file/formula/tokens';

/**
 * Whether a word is a name of the whole workbook whose formula is calculable wherever it is used. It is not when another
 * sheet has a name of that spelling, when it refers to cells beside the one that uses it, and when it leads back to
 * itself. Every name is looked at once.
 */
export function calculableNames(
  book: Book,
  isFunction: (word: string) => boolean,
  calculable: (formula: string) => boolean,
): (word: string) => boolean {
  const formulas = new Map<string, string | null>();
  for (const { name, sheet, formula } of book.names ?? []) {
    const key = name.toLowerCase();
    formulas.set(key, sheet === null && !formulas.has(key) && !isFunction(name) ? formula : null);
  }
  /** false also while it is being found out. */
  const known = new Map<string, boolean>();
  return (word) => {
    const key = word.toLowerCase();
    const formula = formulas.get(key) ?? null;
    if (formula === null) return false;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, false);
    const is = isAbsolute(formula) && calculable(formula);
    known.set(key, is);
    return is;
  };
}

/** Every cell, row and column has its $, so that the formula means the same in every cell. */
function isAbsolute(formula: string): boolean {
  const tokens = tokensOf(formula.slice(1));
  return tokens.every((_, index) => {
    const word = cellWord(tokens, index);
    return word === null || (word.column?.fixed !== false && word.row?.fixed !== false);
  });
}
