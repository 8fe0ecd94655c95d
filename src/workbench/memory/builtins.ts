/** The spreadsheet's own functions that sheets of deals use, for tests; the grid has the full set. */
import { isCellError, type Cell } from '../../engine/index';
import { isRows, type Value } from './value';

type Builtin = (given: readonly Value[]) => Value;

function cellsOf(value: Value): readonly Cell[] {
  return isRows(value) ? value.flat() : [value];
}

function rowsOf(value: Value): readonly (readonly Cell[])[] {
  return isRows(value) ? value : [[value]];
}

function first(value: Value | undefined): Cell {
  return value === undefined ? null : cellsOf(value)[0];
}

/** Over the numbers of all arguments; the first error among them is the answer. */
function overNumbers(work: (numbers: readonly number[]) => Cell): Builtin {
  return (given) => {
    const cells = given.flatMap(cellsOf);
    return cells.find(isCellError) ?? work(cells.filter((cell) => typeof cell === 'number'));
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** SUMIFS(amounts, range, criterion, ...): criteria are values to be equal to. */
const sumIfs: Builtin = ([amounts, ...conditions]) => {
  const numbers = cellsOf(amounts);
  const key = (cell: Cell): string => String(isCellError(cell) ? cell.error : cell).toLowerCase();
  let total = 0;
  for (let index = 0; index < numbers.length; index++) {
    let holds = true;
    for (let at = 0; at + 1 < conditions.length; at += 2)
      holds &&= key(cellsOf(conditions[at])[index] ?? null) === key(first(conditions[at + 1]));
    const number = numbers[index];
    if (holds && typeof number === 'number') total += number;
  }
  return total;
};

const sequence: Builtin = ([rows, columns]) => {
  const [height, width] = [Number(first(rows)), columns === undefined ? 1 : Number(first(columns))];
  if (!(height >= 1 && width >= 1 && height * width <= 1_000_000)) return { error: '#VALUE!' };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => row * width + column + 1),
  );
};

export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['SUM', overNumbers(sum)],
  ['SUMIFS', sumIfs],
  [
    'AVERAGE',
    overNumbers((numbers) => (numbers.length === 0 ? { error: '#DIV/0!' } : sum(numbers) / numbers.length)),
  ],
  [
    'MIN',
    overNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  ],
  [
    'MAX',
    overNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  ],
  ['COUNT', (given) => given.flatMap(cellsOf).filter((cell) => typeof cell === 'number').length],
  ['COUNTA', (given) => given.flatMap(cellsOf).filter((cell) => cell !== null).length],
  ['ROWS', ([range]) => rowsOf(range).length],
  ['COLUMNS', ([range]) => rowsOf(range)[0].length],
  ['SEQUENCE', sequence],
  [
    'IF',
    ([condition, yes, no]) => {
      const asked = first(condition);
      if (isCellError(asked)) return asked;
      return asked === null || asked === false || asked === 0 ? (no ?? false) : (yes ?? true);
    },
  ],
  ['IFERROR', ([value, otherwise]) => (isCellError(first(value)) ? (otherwise ?? null) : value)],
  ['NA', () => ({ error: '#N/A' })],
]);
