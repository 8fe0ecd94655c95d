/**
 * Formulas as Excel shows them <-> as the engine understands them.
 *
 * The engine knows `Deals[[#This Row],[Amount]]` and not its short form `Deals[@Amount]`, no signs in the names of
 * columns, no `L1#` (all cells that L1 spills into) and `@A1:A9` (the one of this row) only in part. For the last two
 * there are the functions ANCHORARRAY and SINGLE, the names under which Excel stores them in files. All are written the
 * engine's way on the way in and read back Excel's way. Text in quotes and quoted sheet names are left alone. Linear in
 * the length of the formula.
 *
 * Limits: `Deals[@Amount]` in a row that is none of the table's answers with the cell of that row, not with #VALUE!;
 * a reference to a row of totals, or to all of a table that has one, becomes a reference to the cells.
 */
import type { Part } from './formulaParts';
import { formulaParts } from './formulaParts';
import type { TableReference } from './tableReference';
import { engineBracket, excelBracket, isThisRow, readReference } from './tableReference';

/** Function that answers `L1#`. */
export const SPILL_FUNCTION = 'ANCHORARRAY';
/** Function that answers `@A1:A9`. */
export const SINGLE_FUNCTION = 'SINGLE';

/** What the tables of the workbook have to say about a formula of one cell. */
export interface TablesOfCell {
  /** The table that the cell stands in: `[@Amount]` alone means this one. */
  own(): string | null;
  /** A reference the engine's way, null when there is no such table. */
  text(table: string, reference: TableReference): string | null;
}

const noTables: TablesOfCell = { own: () => null, text: () => null };

const cellName = /(?:^|!)\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}$/;
const tableName = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
/** Behind these an '@' asks for one cell. */
const beforeOperand = '=(,;{+-*/^&<> ';

/** '=Deals[@Amount]*2' -> '=Deals[[#This Row],[Amount]]*2'; '=SUM(L1#)' -> '=SUM(ANCHORARRAY(L1))'. */
export function toEngine(formula: string, tables: TablesOfCell = noTables): string {
  if (!/[[@#]/.test(formula)) return formula;
  const parts = formulaParts(formula);
  const out: string[] = [];
  /** Depth of the parentheses behind each of which one more is to be closed. */
  const closing: number[] = [];
  let depth = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const { kind, text } = parts[at];
    if (text === '(') depth += 1;
    if (text === ')') {
      out.push(text);
      for (depth -= 1; closing.at(-1) === depth; closing.pop()) out.push(')');
      continue;
    }
    const asksForOne = text === '@' && beforeOperand.includes(parts[at - 1]?.text ?? '=');
    if (!asksForOne) {
      const operand = operandAt(parts, at, tables);
      out.push(operand?.text ?? text);
      if (operand !== null) at += operand.parts - 1;
      continue;
    }
    const operand = operandAt(parts, at + 1, tables);
    if (operand === null) {
      out.push(text);
      continue;
    }
    at += operand.parts;
    if (kind === 'sign' && parts[at + 1]?.text === '(') {
      out.push(`${SINGLE_FUNCTION}(`, operand.text);
      closing.push(depth);
    } else out.push(`${SINGLE_FUNCTION}(${operand.text})`);
  }
  return out.join('');
}

/** A reference or name that begins at a part, the engine's way, and how many parts it takes; null when none does. */
function operandAt(
  parts: readonly Part[],
  at: number,
  tables: TablesOfCell,
): { readonly text: string; readonly parts: number } | null {
  const first = parts[at] as Part | undefined;
  const next = parts[at + 1] as Part | undefined;
  if (first?.kind === 'bracket') {
    const own = tables.own();
    const text = own === null ? null : tableText(own, first.text, tables);
    return text === null ? null : { text, parts: 1 };
  }
  if (first?.kind === 'name' && next?.kind === 'bracket' && tableName.test(first.text)) {
    const text = tableText(first.text, next.text, tables);
    return text === null ? null : { text, parts: 2 };
  }
  const isSheet = first?.kind === 'sheet' && next?.kind === 'name' && next.text.startsWith('!');
  if (first?.kind !== 'name' && !isSheet) return null;
  const count = isSheet ? 2 : 1;
  const text = isSheet ? first.text + next.text : first.text;
  return parts[at + count]?.text === '#' && cellName.test(text)
    ? { text: `${SPILL_FUNCTION}(${text})`, parts: count + 1 }
    : { text, parts: count };
}

function tableText(table: string, bracket: string, tables: TablesOfCell): string | null {
  const reference = readReference(bracket);
  if (reference === null) return null;
  return tables.text(table, reference) ?? table + engineBracket(reference);
}

/** The other way. Formulas that a user wrote the long way come back short, as in Excel; `own` as in TablesOfCell. */
export function toExcel(formula: string, own: string | null = null): string {
  if (!/[[(]/.test(formula)) return formula;
  const parts = formulaParts(formula);
  const out: string[] = [];
  /** What each open parenthesis is closed with. */
  const closing: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const { kind, text } = parts[at];
    const next = parts[at + 1] as Part | undefined;
    const called = kind === 'name' && next?.text === '(' ? text.toUpperCase() : '';
    if (called === SPILL_FUNCTION || called === SINGLE_FUNCTION) {
      closing.push(called === SPILL_FUNCTION ? '#' : '');
      out.push(called === SPILL_FUNCTION ? '' : '@');
      at += 1;
    } else if (text === '(') {
      closing.push(')');
      out.push(text);
    } else if (text === ')') out.push(closing.pop() ?? text);
    else if (kind === 'name' && next?.kind === 'bracket' && tableName.test(text)) {
      const reference = readReference(next.text);
      const isOwn = reference !== null && isThisRow(reference) && text.toLowerCase() === own?.toLowerCase();
      out.push(isOwn ? '' : text, reference === null ? next.text : excelBracket(reference));
      at += 1;
    } else out.push(text);
  }
  return out.join('');
}
