/// <reference types="office-js" />
/**
 * Comments and notes of sheets. Each is asked for by its number, with its cell: a sheet can have thousands, and what
 * they say at once can be more than an answer holds.
 */
import type { CellComment } from '../marks';
import { inBatches } from './batches';
import { mostRanges } from './limits';
import { hasNotes } from './support';

export interface OpenComment extends CellComment {
  readonly isNote: boolean;
  /** What others have answered. */
  readonly replies: number;
}

/** A comment, its cell and the number of its replies. */
const objectsOfComment = 3;

/** For each sheet what is on it. Two requests, and more for hundreds of comments. */
export async function readComments(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string }[],
): Promise<readonly (readonly OpenComment[])[]> {
  const withNotes = hasNotes();
  const counts = await inBatches(
    context,
    sheets,
    () => 2,
    mostRanges,
    ({ id }, of = sheetOf(context, id)) => ({
      comments: of.comments.getCount(),
      notes: withNotes ? of.notes.getCount() : null,
    }),
  );
  const wanted = sheets.flatMap(({ id }, of) => [
    ...numbers(counts[of].comments.value).map((at) => ({ id, of, at, isNote: false })),
    ...numbers(counts[of].notes?.value ?? 0).map((at) => ({ id, of, at, isNote: true })),
  ]);
  const asked = await inBatches(
    context,
    wanted,
    () => objectsOfComment,
    mostRanges,
    (one) => ({
      ...one,
      ...ask(sheetOf(context, one.id), one.at, one.isNote),
    }),
  );
  const found: OpenComment[][] = sheets.map(() => []);
  for (const { of, isNote, comment, cell, replies } of asked)
    found[of].push({
      row: cell.rowIndex,
      column: cell.columnIndex,
      author: comment.authorName,
      text: comment.content,
      isNote,
      replies: replies?.value ?? 0,
    });
  return found;
}

interface Asked {
  readonly comment: Excel.Comment | Excel.Note;
  readonly cell: Excel.Range;
  readonly replies: OfficeExtension.ClientResult<number> | null;
}

function ask(sheet: Excel.Worksheet, at: number, isNote: boolean): Asked {
  const cellOf = (of: Excel.Comment | Excel.Note): Excel.Range =>
    of.getLocation().untrack().load({ rowIndex: true, columnIndex: true });
  if (isNote) {
    const note = sheet.notes.getItemAt(at).load({ authorName: true, content: true });
    return { comment: note, cell: cellOf(note), replies: null };
  }
  const comment = sheet.comments.getItemAt(at).load({ authorName: true, content: true });
  return { comment, cell: cellOf(comment), replies: comment.replies.getCount() };
}

function sheetOf(context: Excel.RequestContext, id: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(id);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
