/** SINGLE(A1:A9): of a range the one cell in the row or column of the formula. What `@A1:A9` becomes; see formulaText. */
import type { BaseReferenceObject, FunctionVariantType } from '@univerjs/engine-formula';
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
} from '@univerjs/engine-formula';
import { SINGLE_FUNCTION } from './formulaText';

export class Single extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super(SINGLE_FUNCTION);
  }

  override calculate(variant: FunctionVariantType): FunctionVariantType {
    // Of an array the first value, of a value the value.
    if (variant instanceof ArrayValueObject) return variant.get(0, 0) ?? NullValueObject.create();
    if (!isReference(variant)) return variant;
    const { startRow, endRow, startColumn, endColumn } = variant.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    const meets = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
    const isBlock = startRow !== endRow && startColumn !== endColumn;
    if (!meets || isBlock) return ErrorValueObject.create(ErrorType.VALUE);
    return this.createReferenceObject(variant, {
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    });
  }
}

function isReference(variant: FunctionVariantType): variant is BaseReferenceObject {
  return variant.isReferenceObject();
}
