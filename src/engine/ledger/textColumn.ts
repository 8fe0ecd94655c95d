/** A column as text: every distinct cell once, and the number of that text in each row. */
import type { Grid } from '../book';
import { isCellError } from '../book';

export interface TextColumn {
  /** Text of each row as an index into `texts`; -1 for an empty cell. */
  readonly ids: Int32Array;
  /** Distinct cell contents as they stand, in order of first appearance. */
  readonly texts: readonly string[];
  /** 's' text, 'n' number, 'b' boolean, 'e' error: what stood in the cell, per distinct text. */
  readonly types: readonly string[];
}

/** O(rows); a row's text is looked up by its raw content, so that parsing runs once per distinct spelling. */
export function readTexts(grid: Grid, column: number, top: number, count: number): TextColumn {
  const ids = new Int32Array(count).fill(-1);
  const texts: string[] = [];
  const types: string[] = [];
  const known = new Map<string | number | boolean, number>();
  // Sorted sheets repeat a cell many times over: comparing with the row above saves the lookup.
  let lastCell: string | number | boolean | null = null;
  let lastId = -1;
  for (let i = 0; i < count; i++) {
    const cell = grid.at(top + i, column);
    if (cell === null) continue;
    if (isCellError(cell)) {
      ids[i] = texts.length;
      texts.push(cell.error);
      types.push('e');
      continue;
    }
    if (cell === lastCell) {
      ids[i] = lastId;
      continue;
    }
    let id = known.get(cell);
    if (id === undefined) {
      const blank = typeof cell === 'string' && cell.trim() === '';
      id = blank ? -1 : texts.length;
      known.set(cell, id);
      if (!blank) {
        texts.push(String(cell));
        types.push(typeof cell === 'string' ? 's' : typeof cell === 'number' ? 'n' : 'b');
      }
    }
    lastCell = cell;
    lastId = id;
    ids[i] = id;
  }
  return { ids, texts, types };
}

/** A column that is not there: every row empty. */
export function noTexts(count: number): TextColumn {
  return { ids: new Int32Array(count).fill(-1), texts: [], types: [] };
}
