/** What annotating asks of a workbook and this adapter does not carry out yet: refused by name, before anything is written. */
import { placeInPlan } from '../operations';
import { Refusal, type Operation } from '../port';

const kinds = [
  'look',
  'layout',
  'clear-sheet',
  'add-comment',
  'delete-comment',
  'highlight',
  'delete-highlights',
  'add-picture',
  'delete-pictures',
] as const;

export type CarriedOut = Exclude<Operation, { readonly kind: (typeof kinds)[number] }>;

/** The same operations, all of which can be carried out. */
export function carriedOut(operations: readonly Operation[]): readonly CarriedOut[] {
  return operations.map((operation, index) => {
    if (isCarriedOut(operation)) return operation;
    const place = placeInPlan(operations, index);
    throw new Refusal(
      'other',
      `Annotating works on files so far, not in an open workbook ${place}. Nothing was changed.`,
    );
  });
}

export function isCarriedOut(operation: Operation): operation is CarriedOut {
  return !kinds.some((kind) => kind === operation.kind);
}
