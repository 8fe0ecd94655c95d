/** The value of a formula without what only the add-in can answer: those answers are given. */
import { isCellError, type Cell } from '../../engine/index';
import { builtins } from './builtins';
import type { CallExpression, Expression } from './expression';
import { isRows, type Value } from './value';

export interface Surroundings {
  /** The cells of a reference, or an error. */
  look(reference: string): Value;
  /** Answers of the add-in's functions. */
  readonly answers: ReadonlyMap<CallExpression, Value>;
}

export function evaluate(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'reference':
      return around.look(expression.text);
    case 'minus':
      return lifted(evaluate(expression.of, around), 0, (cell) => calculated('-', 0, cell));
    case 'percent':
      return lifted(evaluate(expression.of, around), 0, (cell) => calculated('/', cell, 100));
    case 'binary':
      return lifted(evaluate(expression.left, around), evaluate(expression.right, around), (one, other) =>
        operated(expression.sign, one, other),
      );
    case 'call': {
      const answer = around.answers.get(expression);
      if (answer !== undefined) return answer;
      const builtin = builtins.get(expression.name);
      if (builtin === undefined) return { error: '#NAME?' };
      return builtin(expression.operands.map((operand) => evaluate(operand, around)));
    }
  }
}

/** Rows meet rows cell by cell; a single cell meets each of them. */
function lifted(one: Value, other: Value, work: (one: Cell, other: Cell) => Cell): Value {
  if (!isRows(one) && !isRows(other)) return work(one, other);
  const shape = isRows(one) ? one : (other as Cell[][]);
  const at = (value: Value, row: number, column: number): Cell =>
    isRows(value) ? (value[row]?.[column] ?? { error: '#N/A' }) : value;
  return shape.map((line, row) =>
    line.map((_, column) => work(at(one, row, column), at(other, row, column))),
  );
}

function operated(sign: string, one: Cell, other: Cell): Cell {
  if (isCellError(one)) return one;
  if (isCellError(other)) return other;
  switch (sign) {
    case '&':
      return textOf(one) + textOf(other);
    case '=':
      return compared(one, other) === 0;
    case '<>':
      return compared(one, other) !== 0;
    case '<':
      return compared(one, other) < 0;
    case '>':
      return compared(one, other) > 0;
    case '<=':
      return compared(one, other) <= 0;
    case '>=':
      return compared(one, other) >= 0;
    default:
      return calculated(sign, one, other);
  }
}

function calculated(sign: string, one: Cell, other: Cell): Cell {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (typeof a !== 'number') return a;
  if (typeof b !== 'number') return b;
  if (sign === '/' && b === 0) return { error: '#DIV/0!' };
  const result =
    sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '/' ? a / b : a ** b;
  return Number.isFinite(result) ? result : { error: '#NUM!' };
}

type NumberOrError = number | Extract<Cell, { readonly error: string }>;

export function numberOf(cell: Cell): NumberOrError {
  if (cell === null) return 0;
  if (typeof cell === 'number' || isCellError(cell)) return cell;
  const number = typeof cell === 'boolean' ? Number(cell) : cell.trim() === '' ? NaN : Number(cell);
  return Number.isNaN(number) ? { error: '#VALUE!' } : number;
}

function textOf(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell === null || isCellError(cell) ? '' : String(cell);
}

/** Numbers before texts before booleans; texts without regard to case. */
function compared(one: Cell, other: Cell): number {
  const order = (cell: Cell): number => (typeof cell === 'boolean' ? 2 : typeof cell === 'string' ? 1 : 0);
  const [a, b] = [one ?? (typeof other === 'string' ? '' : 0), other ?? (typeof one === 'string' ? '' : 0)];
  if (order(a) !== order(b)) return order(a) - order(b);
  if (typeof a === 'string') return a.toLowerCase().localeCompare(textOf(b).toLowerCase());
  return Number(a) - Number(b);
}
