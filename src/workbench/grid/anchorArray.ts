/** ANCHORARRAY(L1): all cells that the formula in L1 spills into. What `L1#` becomes; see formulaText. */
import type { BaseReferenceObject, FunctionVariantType } from '@univerjs/engine-formula';
import { BaseFunction, ErrorType, ErrorValueObject } from '@univerjs/engine-formula';
import { SPILL_FUNCTION } from './formulaText';

export class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super(SPILL_FUNCTION);
  }

  override calculate(anchor: FunctionVariantType): FunctionVariantType {
    if (!isReference(anchor) || !anchor.isCell()) return ErrorValueObject.create(ErrorType.REF);
    const { startRow, startColumn } = anchor.getRangePosition();
    // The spill of this evaluation where there is one, else the one on the sheet.
    const range =
      anchor.getCurrentRuntimeActiveArrayFormulaRange()?.[startRow]?.[startColumn] ??
      anchor.getCurrentActiveArrayFormulaRange()?.[startRow]?.[startColumn];
    return range === undefined
      ? ErrorValueObject.create(ErrorType.REF)
      : this.createReferenceObject(anchor, range);
  }
}

function isReference(variant: FunctionVariantType): variant is BaseReferenceObject {
  return variant.isReferenceObject();
}
