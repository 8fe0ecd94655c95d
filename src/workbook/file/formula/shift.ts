/** A shared formula as another cell of its group has it: relative references moved, everything else as it stands. */
import { type CellWord, cellWord, cellWordText, LAST_COLUMN, LAST_ROW } from './references';
import { tokensOf } from './tokens';

/** `rows` and `columns` from the first cell of the group. What leaves the sheet becomes #REF!. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const tokens = tokensOf(formula);
  return tokens
    .map((token, index) => {
      const word = cellWord(tokens, index);
      return word === null ? token.text : shifted(word, rows, columns);
    })
    .join('');
}

function shifted({ column, row }: CellWord, rows: number, columns: number): string {
  const toColumn = column === null || column.fixed ? column : { ...column, at: column.at + columns };
  const toRow = row === null || row.fixed ? row : { ...row, at: row.at + rows };
  const [x, y] = [toColumn?.at ?? 0, toRow?.at ?? 0];
  if (x < 0 || y < 0 || x > LAST_COLUMN || y > LAST_ROW) return '#REF!';
  return cellWordText({ column: toColumn, row: toRow });
}
