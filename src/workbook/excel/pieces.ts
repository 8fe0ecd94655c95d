/// <reference types="office-js" />
/**
 * Operations cut into pieces, each small enough for one request by itself. A piece says how large it is before it is
 * put into a request, so that requests can be filled; one that Excel finds too large all the same is cut in two.
 */
import { encoded } from './encode';
import { rangeBytes, valueBytes } from './limits';
import { clearSteps, layoutSteps, type Queue } from './layout';
import { queueLook } from './looks';
import { addComment, addHighlight, addressLists, deleteComment, deleteRule } from './markPieces';
import { matrixPieces } from './matrixPieces';
import type { OpenSheets } from './openSheets';
import type { Piece } from './piece';
import type { Step } from './steps';

/** O(cells) in time; one piece at a time is in memory. */
export function* piecesOf(operation: Step, of: number): Generator<Piece> {
  switch (operation.kind) {
    case 'write': {
      const { sheet, area, cells } = operation;
      const value = (row: number, column: number): string | number | boolean =>
        encoded(cells[row - area.top][column - area.left]);
      yield* matrixPieces(of, sheet, area, value, (range, rows, part) => {
        const hasFormula = cells
          .slice(part.top - area.top, part.bottom - area.top + 1)
          .some((row) => row.slice(part.left - area.left, part.right - area.left + 1).some(isFormula));
        if (hasFormula) range.formulas = rows;
        else range.values = rows;
      });
      return;
    }
    case 'number-formats': {
      const { sheet, area, formats } = operation;
      const value = (row: number, column: number): string => formats[row - area.top][column - area.left];
      yield* matrixPieces(of, sheet, area, value, (range, rows) => {
        range.numberFormat = rows;
      });
      return;
    }
    case 'layout':
      yield* queued(of, operation.sheet, layoutSteps(operation.layout));
      return;
    case 'clear-sheet':
      yield* queued(of, operation.sheet, clearSteps());
      return;
    case 'highlight': {
      if (operation.isGone) return;
      const { sheet, areas, fill } = operation;
      const adding = Array.from(
        addressLists(areas),
        (addresses): Queue =>
          (on) =>
            addHighlight(on, addresses, fill),
      );
      yield* queued(of, sheet, adding);
      return;
    }
    case 'delete-highlights':
      yield* queued(
        of,
        operation.sheet,
        operation.rules.map(
          (id): Queue =>
            (on) =>
              deleteRule(on, id),
        ),
      );
      return;
    default:
      yield {
        of,
        isLast: true,
        cells: 0,
        bytes: namedBytes(operation),
        queue: (sheets) => queueNamed(operation, sheets),
        halves: () => null,
      };
  }
}

/** Each so small that many fit into a request: the addresses of a rule are 8,000 characters at most. */
const bytesOfStep = 10 * rangeBytes;

function* queued(of: number, sheet: string, steps: Iterable<Queue>): Generator<Piece> {
  const piece = (queue: Queue, isLast: boolean): Piece => ({
    of,
    isLast,
    cells: 0,
    bytes: bytesOfStep,
    queue: (sheets) => queue(sheets.get(sheet)),
    halves: () => null,
  });
  let waiting: Queue | null = null;
  for (const step of steps) {
    if (waiting !== null) yield piece(waiting, false);
    waiting = step;
  }
  if (waiting !== null) yield piece(waiting, true);
}

function namedBytes(operation: NamedStep): number {
  if (operation.kind === 'look') return 4 * rangeBytes;
  if (operation.kind === 'add-comment') return 2 * rangeBytes + valueBytes(operation.text);
  return 2 * rangeBytes + ('formula' in operation ? valueBytes(operation.formula) : 0);
}

function isFormula(cell: unknown): boolean {
  return typeof cell === 'object' && cell !== null;
}

type NamedStep = Exclude<
  Step,
  {
    readonly kind: 'write' | 'number-formats' | 'layout' | 'clear-sheet' | 'highlight' | 'delete-highlights';
  }
>;

function queueNamed(operation: NamedStep, sheets: OpenSheets): void {
  switch (operation.kind) {
    case 'look':
      queueLook(sheets.range(operation.sheet, operation.area), operation.area, operation.look);
      return;
    case 'add-comment':
      addComment(sheets.get(operation.sheet), operation);
      return;
    case 'delete-comment':
      deleteComment(sheets.get(operation.sheet), operation);
      return;
    case 'add-sheet':
      sheets.add(operation.sheet);
      return;
    case 'rename-sheet':
      sheets.rename(operation.sheet, operation.to);
      return;
    case 'delete-sheet':
      sheets.delete(operation.sheet);
      return;
    case 'add-table': {
      const range = sheets.range(operation.sheet, operation.area);
      sheets.get(operation.sheet).tables.add(range, true).name = operation.name;
      return;
    }
    case 'delete-table':
      // Table.delete would take the cells along.
      sheets.tables.getItem(operation.name).convertToRange().untrack();
      return;
    case 'define-name':
      sheets.defineName(operation.name, operation.formula);
      return;
    case 'delete-name':
      sheets.deleteName(operation.name);
  }
}
