/** The workbook as it was read last, and which of its sheets have to be read anew. */
import type { Book } from '../engine/index';
import { Refusal, type WorkbookPort, type WorkOptions } from '../workbook/port';
import { refreshedBook } from './refresh';

export class KeptBook {
  /** null: nothing was read yet. */
  book: Book | null = null;
  /** Sheets that are not as they were read; null: any of them. */
  private dirty: ReadonlySet<string> | null = null;

  constructor(private readonly workbook: WorkbookPort) {}

  isDirty(): boolean {
    return this.dirty === null || this.dirty.size > 0;
  }

  /** null: any sheet. */
  changed(sheets: readonly string[] | null): void {
    this.dirty = sheets === null || this.dirty === null ? null : new Set([...this.dirty, ...sheets]);
  }

  /** Reads what has changed. Rejects with a Refusal, and what was not read is then still to be read. */
  async read(work: WorkOptions & { readonly signal: AbortSignal }): Promise<void> {
    const { dirty } = this;
    // What changes from now on is read after this.
    this.dirty = new Set();
    try {
      const anew = await this.readAnew(dirty, work);
      work.signal.throwIfAborted();
      this.book = anew;
    } catch (error) {
      this.changed(dirty === null ? null : [...dirty]);
      throw error;
    }
  }

  /** Everything where a sheet that changed has another name by now, or is gone. */
  private async readAnew(dirty: ReadonlySet<string> | null, work: WorkOptions): Promise<Book> {
    const { book } = this;
    if (book === null || dirty === null) return this.workbook.read(undefined, work);
    const known = new Set(book.sheets.map(({ name }) => name));
    if (![...dirty].every((name) => known.has(name))) return this.workbook.read(undefined, work);
    try {
      return refreshedBook(book, await this.workbook.read([...dirty], work));
    } catch (error) {
      if (!(error instanceof Refusal && error.why === 'missing')) throw error;
      return this.workbook.read(undefined, work);
    }
  }
}
