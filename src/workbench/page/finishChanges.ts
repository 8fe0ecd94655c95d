/** Comments, highlights, looks and the layout of a sheet that are not as they were saved, as operations. Pure. */
import type { Area } from '../../engine/index';
import { cellKey } from '../../workbook/file/cells';
import type { CellLook } from '../../workbook/looks';
import type { Operation } from '../../workbook/port';
import { isSealed } from '../../workbook/seal';
import type { SheetFinish } from '../grid/sheetFinish';
import type { PlacedLook } from '../grid/sheetLooks';

export interface FinishChanges {
  readonly operations: readonly Operation[];
  /** What is not saved with them, in sentences. */
  readonly notes: readonly string[];
}

/** What a sheet has left after it was cleared: its comments. */
export function cleared(before: SheetFinish): SheetFinish {
  return { ...before, looks: [], highlights: [], layout: null };
}

/** `before` null: the sheet is new. */
export function finishOperations(sheet: string, before: SheetFinish | null, now: SheetFinish): FinishChanges {
  const operations: Operation[] = [];
  for (const { area, look } of changedLooks(before?.looks ?? [], now.looks))
    operations.push({ kind: 'look', sheet, area, look });
  if (now.layout !== null && !isSame(before?.layout, now.layout))
    operations.push({ kind: 'layout', sheet, layout: now.layout });
  const comments = commentOperations(sheet, before, now);
  operations.push(...comments.operations);
  if (!isSame(before?.highlights ?? [], now.highlights)) {
    if ((before?.highlights.length ?? 0) > 0) operations.push({ kind: 'delete-highlights', sheet });
    for (const { areas, fill } of now.highlights) operations.push({ kind: 'highlight', sheet, areas, fill });
  }
  const rules =
    now.otherRules > (before?.otherRules ?? 0)
      ? [`Rules of conditional formatting on "${sheet}" that Looplens has not made are not saved.`]
      : [];
  return { operations, notes: [...comments.notes, ...rules] };
}

function commentOperations(sheet: string, before: SheetFinish | null, now: SheetFinish): FinishChanges {
  const textOf = (finish: SheetFinish | null): Map<string, SheetFinish['comments'][number]> =>
    new Map(
      (finish?.comments ?? []).map((comment) => [
        `${comment.row} ${comment.column} ${comment.text}`,
        comment,
      ]),
    );
  const [old, current] = [textOf(before), textOf(now)];
  const gone = [...old].filter(([key]) => !current.has(key)).map(([, comment]) => comment);
  const added = [...current].filter(([key]) => !old.has(key)).map(([, comment]) => comment);
  const count = [...gone, ...added].filter(({ text }) => !isSealed(text)).length;
  const which = count === 1 ? 'A comment' : `${count} comments`;
  return {
    operations: [
      ...gone
        .filter(({ text }) => isSealed(text))
        .map(({ row, column }): Operation => ({ kind: 'delete-comment', sheet, row, column })),
      ...added
        .filter(({ text }) => isSealed(text))
        .map(({ row, column, text }): Operation => ({ kind: 'add-comment', sheet, row, column, text })),
    ],
    notes:
      count === 0
        ? []
        : [`${which} on "${sheet}" that Looplens has not written ${count === 1 ? 'is' : 'are'} not saved.`],
  };
}

/** Rectangles of cells that have the same new look. O(cells with looks). */
function changedLooks(
  before: readonly PlacedLook[],
  now: readonly PlacedLook[],
): readonly { readonly area: Area; readonly look: CellLook }[] {
  const found: { area: Area; look: CellLook; text: string }[] = [];
  /** Rectangles that end in the row before, by their columns. */
  let [open, runs] = [new Map<string, (typeof found)[number]>(), [] as typeof found];
  let row = -1;
  const endRow = (next: number): void => {
    const ended = new Map<string, (typeof found)[number]>();
    for (const run of runs) {
      const key = `${run.area.left} ${run.area.right} ${run.text}`;
      const above = open.get(key);
      if (above === undefined) found.push(run);
      else above.area = { ...above.area, bottom: run.area.bottom };
      ended.set(key, above ?? run);
    }
    open = next === row + 1 ? ended : new Map();
    [runs, row] = [[], next];
  };
  const known = new Map(before.map((cell) => [cellKey(cell.row, cell.column), cell.look]));
  const present = new Set(now.map((cell) => cellKey(cell.row, cell.column)));
  const plain = before.filter((cell) => !present.has(cellKey(cell.row, cell.column)));
  const all = [...now, ...plain.map((cell) => ({ ...cell, look: {} }))].sort(
    (one, other) => one.row - other.row || one.column - other.column,
  );
  for (const cell of all) {
    const look = lookNow(known.get(cellKey(cell.row, cell.column)), cell.look);
    if (look === null || Object.keys(look).length === 0) continue;
    if (cell.row !== row) endRow(cell.row);
    const text = JSON.stringify(look);
    const last = runs.at(-1);
    if (last?.text === text && last.area.right === cell.column - 1)
      last.area = { ...last.area, right: cell.column };
    else
      runs.push({
        area: { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column },
        look,
        text,
      });
  }
  endRow(-1);
  return found;
}

/** null: as it was. What a look no longer has is taken off where an operation can say so. */
function lookNow(before: CellLook | undefined, now: CellLook): CellLook | null {
  if (isSame(before ?? {}, now)) return null;
  return {
    ...(before?.bold === true ? { bold: false } : {}),
    ...(before?.italic === true ? { italic: false } : {}),
    ...(before?.wrap === true ? { wrap: false } : {}),
    ...now,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
