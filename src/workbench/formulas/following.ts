/** How formulas follow what they name: sheets and tables that are renamed or deleted. Names are compared without case. */
import { quotedSheet } from '../../engine/index';
import { rewritten, splitSheet } from './tokens';

/** `to` null: the sheet was deleted, and its references become '#REF!A1'. */
export function withSheetRenamed(formula: string, from: string, to: string | null): string {
  const known = from.toLowerCase();
  return rewritten(formula, ({ kind, text }) => {
    if (kind !== 'reference') return text;
    const { sheet, rest } = splitSheet(text);
    if (sheet?.toLowerCase() !== known) return text;
    return to === null ? `#REF!${rest.replace('#', '')}` : `${quotedSheet(to)}!${rest}`;
  });
}

export function withTableRenamed(formula: string, from: string, to: string): string {
  const known = from.toLowerCase();
  return rewritten(formula, ({ kind, text }) => {
    if (kind === 'word') return text.toLowerCase() === known ? to : text;
    const bracket = kind === 'structured' ? text.indexOf('[') : -1;
    if (bracket < 0 || text.slice(0, bracket).toLowerCase() !== known) return text;
    return to + text.slice(bracket);
  });
}
