/** What the pane and its worker tell one another. All of it can be cloned. */
import type { AnalyzeOutcome, Book, DealReport } from '../../engine/index';
import type { AnalystOptions } from '../analyst';
import type { SheetHead, SheetPiece } from './sheetPieces';

export type ToWorker =
  /** A sheet is on its way; `key` names it from now on. */
  | { readonly kind: 'sheet'; readonly key: number; readonly head: SheetHead }
  | { readonly kind: 'piece'; readonly key: number; readonly piece: SheetPiece }
  /** The workbook is these sheets, all of which have been sent; others are forgotten. */
  | { readonly kind: 'book'; readonly book: Omit<Book, 'sheets'>; readonly sheets: readonly number[] }
  | { readonly kind: 'analyze'; readonly options: AnalystOptions };

export type FromWorker =
  | { readonly kind: 'step'; readonly step: string; readonly done: number }
  /** The next of the deals of the outcome: ten thousand in one message would hold the page's thread. */
  | { readonly kind: 'deals'; readonly deals: readonly DealReport[] }
  /** Without the deals that were sent before. */
  | { readonly kind: 'outcome'; readonly outcome: AnalyzeOutcome }
  /** What the engine threw: a defect, for the user to report. */
  | { readonly kind: 'fault'; readonly message: string };
