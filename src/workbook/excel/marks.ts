/// <reference types="office-js" />
/** What lies on sheets besides their cells: six requests, and more for hundreds of comments or rules. */
import type { WorkbookMarks } from '../marks';
import { inBatches } from './batches';
import { readComments } from './comments';
import { readHighlighted } from './highlights';
import { mostRanges } from './limits';

export async function readMarks(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string; readonly name: string }[],
): Promise<WorkbookMarks> {
  const structure = context.workbook.protection.load({ protected: true });
  await context.sync();
  const protections = await inBatches(
    context,
    sheets,
    () => 1,
    mostRanges,
    ({ id }) => context.workbook.worksheets.getItem(id).protection.load({ protected: true }),
  );
  const comments = await readComments(context, sheets);
  const highlights = await readHighlighted(context, sheets);
  return {
    structureIsProtected: structure.protected,
    sheets: sheets.map(({ name }, of) => ({
      sheet: name,
      isProtected: protections[of].protected,
      comments: comments[of].map(({ row, column, author, text }) => ({ row, column, author, text })),
      highlights: highlights[of],
    })),
  };
}
