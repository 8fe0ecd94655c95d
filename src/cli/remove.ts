/** `looplens remove`: a copy of an annotated workbook without anything that Looplens wrote into it. */
import { basename } from 'node:path';
import { newer } from '../report/annotate/plan';
import { removalPlan } from '../report/annotate/removal';
import { findState } from '../report/annotate/state';
import { Refusal } from '../workbook/port';
import { count } from '../report/text/numbers';
import { list, say, withWorkbook } from './annotate';
import type { FileRequest } from './annotateRequest';
import { exitCodes } from './exitCodes';
import type { CliIo } from './io';

export function remove(request: FileRequest, io: CliIo): Promise<number> {
  return withWorkbook(request, io, async ({ workbook }) => {
    const book = await workbook.read(undefined, { marks: true });
    const found = findState(book);
    if (found?.state === 'newer') throw newer(found.sheet);
    const { operations, notes } = removalPlan(book, false);
    const { output } = request;
    if (output === null) return list(operations, notes, io);
    if (operations.length === 0) {
      const more = notes.length === 0 ? '' : ` ${notes.join(' ')}`;
      throw new Refusal(
        'missing',
        `There is nothing of Looplens in "${book.name}" to take away.${more} Nothing was written.`,
      );
    }
    await workbook.apply(operations);
    await io.save(output, await workbook.save({ isCalculated: true }));
    const comments = operations.filter(({ kind }) => kind === 'delete-comment').length;
    const sheets = operations.flatMap((operation) =>
      operation.kind === 'delete-sheet' ? [`the sheet "${operation.sheet}"`] : [],
    );
    const parts = [
      ...sheets,
      ...(comments > 0 ? [count(comments, 'comment')] : []),
      ...(operations.some(({ kind }) => kind === 'delete-highlights') ? ['the highlight'] : []),
      ...(operations.some(({ kind }) => kind === 'write') ? ['the column of values'] : []),
    ];
    say(io, [
      `"${basename(output)}" no longer has ${parts.join(', ')} of Looplens; everything else is as it was.`,
      ...notes,
      ...(await workbook.notes()),
    ]);
    return exitCodes.scored;
  });
}
