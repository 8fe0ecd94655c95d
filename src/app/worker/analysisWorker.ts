/** The worker: holds the workbook as it was handed over, and analyses it. */
import { analyze, type AnalyzeOutcome, type Book, type Sheet } from '../../engine/index';
import type { FromWorker, ToWorker } from './messages';
import { SheetBuilder } from './sheetPieces';

/** A worker's own surroundings; the type library of workers cannot stand beside that of pages. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

export function serveAnalyses(scope: WorkerScope): void {
  const arriving = new Map<number, SheetBuilder>();
  let sheets = new Map<number, Sheet>();
  let book: Book | null = null;
  scope.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'sheet':
        arriving.set(data.key, new SheetBuilder(data.head));
        return;
      case 'piece':
        builderOf(arriving, data.key).add(data.piece);
        return;
      case 'book': {
        const of = (key: number): Sheet => sheets.get(key) ?? builderOf(arriving, key).sheet();
        sheets = new Map(data.sheets.map((key) => [key, of(key)]));
        arriving.clear();
        book = { ...data.book, sheets: [...sheets.values()] };
        return;
      }
      case 'analyze':
        try {
          if (book === null) throw new Error('No workbook was handed over before the analysis.');
          const onStep = (step: string, done: number): void =>
            scope.postMessage({ kind: 'step', step, done });
          answer(scope, analyze(book, { ...data.options, onStep }));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          scope.postMessage({ kind: 'fault', message });
        }
    }
  };
}

/** Deals in a message: a few milliseconds of the page's thread. */
const dealsAtOnce = 1_000;

function answer(scope: WorkerScope, outcome: AnalyzeOutcome): void {
  if (!outcome.ok) {
    scope.postMessage({ kind: 'outcome', outcome });
    return;
  }
  const { deals } = outcome;
  for (let first = 0; first < deals.length; first += dealsAtOnce)
    scope.postMessage({ kind: 'deals', deals: deals.slice(first, first + dealsAtOnce) });
  scope.postMessage({ kind: 'outcome', outcome: { ...outcome, deals: [] } });
}

function builderOf(arriving: ReadonlyMap<number, SheetBuilder>, key: number): SheetBuilder {
  const builder = arriving.get(key);
  if (builder === undefined) throw new Error(`Sheet ${key} was not handed over.`);
  return builder;
}
