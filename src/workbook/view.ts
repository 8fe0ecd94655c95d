/** What the pane needs of an open workbook besides the port: to point at cells, to be told of what happens, to remember. */
import type { Area } from '../engine/index';

export type ViewEvent =
  /** Cells of the sheets were changed by the user; null when it may be any sheet (one was added, deleted, renamed). */
  | { readonly kind: 'changed'; readonly sheets: readonly string[] | null }
  /** Formulas of the sheets have new results. */
  | { readonly kind: 'calculated'; readonly sheets: readonly string[] }
  /** Somebody else has changed the workbook that several people edit. What the add-in itself writes is not told. */
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'selected'; readonly sheet: string; readonly area: Area };

/** Each call rejects with a `Refusal` when the spreadsheet will not. */
export interface WorkbookView {
  /** Brings a sheet to the front and selects cells of it. */
  select(sheet: string, area: Area): Promise<void>;
  /**
   * Tells what happens from now on; bursts are told once, when they are over. Returns a function that ends it. What
   * could not be asked about an event is handed to `failed`.
   */
  watch(listener: (event: ViewEvent) => void, failed: (error: unknown) => void): Promise<() => Promise<void>>;
}

/** A text that stays with the workbook: it is saved and shared with it. */
export interface WorkbookMemory {
  /** null when nothing was kept. */
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}
