/**
 * A custom function as the formula engine knows it: arguments out of the engine, the answer into it.
 *
 * The engine's own asynchronous functions are not used: a slow one holds up every other formula, and a rejected one is
 * an unhandled rejection. Ranges are read from the sheet's matrix directly, 4 million cells in under half a second.
 */
import type { ICellData, Nullable, ObjectMatrix } from '@univerjs/core';
import type {
  BaseReferenceObject,
  BaseValueObject,
  ErrorType,
  FunctionVariantType,
} from '@univerjs/engine-formula';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { Cell } from '../../engine/index';
import { areaAddress, isCellError } from '../../engine/index';
import type { FunctionAnswer, FunctionCall } from '../model';
import type { Answerer, Calls } from './calls';
import { BUSY, cellValue } from './cells';
import { toArea } from './ranges';

type Argument = FunctionCall['arguments'][number];

/** Functions of Excel take at most this many arguments. */
const MOST_ARGUMENTS = 255;

export class HostFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = MOST_ARGUMENTS;

  constructor(
    name: string,
    private readonly answerer: Answerer,
    private readonly calls: Calls,
    private readonly sheetName: (id: string) => string,
  ) {
    super(name);
  }

  // The engine's type says values; with needsReferenceObject it hands over references too.
  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const call: FunctionCall = {
      name: String(this.name),
      arguments: variants.map((variant) => argumentOf(variant)),
      at: { sheet: this.subUnitId ?? '', row: this.row, column: this.column },
      parameterAddresses: variants.map((variant) => this.addressOf(variant)),
    };
    const answer = this.calls.ask(call, this.answerer);
    return answer === null ? errorObject(BUSY) : answerObject(answer);
  }

  private addressOf(variant: FunctionVariantType): string | null {
    if (!isReference(variant)) return null;
    return areaAddress(this.sheetName(variant.getSheetId()), toArea(variant.getRangePosition()));
  }
}

function isReference(variant: FunctionVariantType): variant is BaseReferenceObject {
  return variant.isReferenceObject();
}

function argumentOf(variant: FunctionVariantType): Argument {
  if (isReference(variant)) return readRange(variant);
  if (variant instanceof ArrayValueObject) {
    return variant.getArrayValue().map((row) => row.map((item) => scalarOf(item)));
  }
  return scalarOf(variant);
}

function scalarOf(value: Nullable<BaseValueObject>): Cell {
  if (value === null || value === undefined || value.isNull()) return null;
  const raw = value.getValue();
  return value.isError() ? { error: String(raw) } : raw;
}

/**
 * The cells of a range, with the results that this evaluation has already found and the sheet does not hold yet.
 * Linear in the cells of the range plus the results found so far.
 */
function readRange(reference: BaseReferenceObject): Cell[][] {
  const { top, left, bottom, right } = toArea(reference.getRangePosition());
  const sheet: Nullable<ObjectMatrix<ICellData>> = reference.getCurrentActiveSheetData()?.cellData;
  const matrix = sheet?.getMatrix() ?? {};
  const rows: Cell[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const stored = matrix[row];
    const cells: Cell[] = new Array<Cell>(right - left + 1).fill(null);
    if (stored !== undefined) {
      for (let column = left; column <= right; column += 1) cells[column - left] = cellValue(stored[column]);
    }
    rows.push(cells);
  }
  const overlay = (layer: Nullable<ObjectMatrix<Nullable<ICellData>>>, newest: boolean): void => {
    layer?.forValue((row, column) => {
      if (row < top || row > bottom || column < left || column > right) return;
      // A spill of before may be gone by now: the engine knows which of its layers holds.
      const data = newest ? layer.getValue(row, column) : reference.getCellData(row, column);
      rows[row - top][column - left] = cellValue(data);
    });
  };
  overlay(reference.getCurrentActiveArrayFormulaCellData(), false);
  overlay(reference.getCurrentRuntimeActiveArrayFormulaCellData(), true);
  overlay(reference.getCurrentRuntimeSheetData(), true);
  return rows;
}

function answerObject(answer: FunctionAnswer): BaseValueObject {
  if ('error' in answer) return errorObject(answer.error);
  const { value, numberFormat } = answer;
  if (!isRows(value)) {
    const object = valueObject(value);
    if (numberFormat !== undefined) object.setPattern(numberFormat);
    return object;
  }
  const columns = value.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return errorObject('#VALUE!');
  return ArrayValueObject.create({
    calculateValueList: value.map((row) =>
      Array.from({ length: columns }, (_, column) =>
        // Rows of unequal length are filled up with #N/A, as Excel does.
        column < row.length ? valueObject(row[column]) : errorObject('#N/A'),
      ),
    ),
    rowCount: value.length,
    columnCount: columns,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function isRows(value: Cell | readonly (readonly Cell[])[]): value is readonly (readonly Cell[])[] {
  return Array.isArray(value);
}

function valueObject(value: Cell): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'number')
    return Number.isFinite(value) ? NumberValueObject.create(value) : errorObject('#NUM!');
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  return isCellError(value) ? errorObject(value.error) : StringValueObject.create(value);
}

/** The engine's list of errors is shorter than Excel's, and #BUSY! is not on it; it carries any text. */
function errorObject(text: string): ErrorValueObject {
  return ErrorValueObject.create(text as ErrorType);
}
