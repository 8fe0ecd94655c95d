/// <reference types="office-js" />
/** What formulas know by a name, of the workbook and of some of its sheets: one request, and more for hundreds of sheets. */
import type { DefinedName } from '../../engine/index';
import { inBatches } from './batches';
import { mostRanges } from './limits';

/** `sheets`: ids, in the order of the snapshot. Hidden names and those whose cells are gone are left out. */
export async function readNames(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
): Promise<DefinedName[]> {
  const { workbook } = context;
  const ofWorkbook = workbook.names.load(parts);
  const ofSheets = await inBatches(
    context,
    sheets,
    () => 1,
    mostRanges,
    ({ id }) => workbook.worksheets.getItem(id).names.load(parts),
  );
  if (sheets.length === 0) await context.sync();
  return [
    ...namesOf(ofWorkbook, null),
    ...ofSheets.flatMap((collection, index) => namesOf(collection, index)),
  ];
}

const parts = { name: true, formula: true, visible: true };

function namesOf({ items }: Excel.NamedItemCollection, sheet: number | null): DefinedName[] {
  return items.flatMap(({ name, formula, visible }) => {
    const text = String(formula);
    return visible && !text.includes('#REF!') ? [{ name, sheet, formula: text }] : [];
  });
}
