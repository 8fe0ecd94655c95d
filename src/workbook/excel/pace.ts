/**
 * How many cells to ask for at once. How large an answer will be is known only when it is there: the first is small,
 * each further one is sized by the largest cells of the last, and one that Excel refuses is asked for in quarters.
 */
import { mostBytes, mostCells } from './limits';

const first = 500;
/** The next cells may be larger than the last. */
const aim = mostBytes / 2;
const fastest = 4;

export class Pace {
  cells = first;

  answered(cells: number, bytes: number): void {
    const fitting = Math.floor((aim / Math.max(bytes, 1)) * cells);
    // A short last piece says nothing about how many cells were dared.
    const dared = Math.max(cells, Math.min(this.cells, first));
    this.cells = Math.max(1, Math.min(fitting, dared * fastest, mostCells));
  }

  /** Whether there is less to ask for. */
  refused(cells: number): boolean {
    this.cells = Math.max(1, Math.floor(cells / 4));
    return cells > 1;
  }
}
