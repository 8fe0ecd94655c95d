/** The workbook as it was read last, and which of its sheets have to be read anew. */
import type { Book } from '../engine/index';
import { withoutReport } from '../report/annotate/state';
import { Refusal, type ReadOptions, type WorkbookPort } from '../workbook/port';
import { refreshedBook } from './refresh';

/** Names of sheets that are not as they were read; null: any of them. */
type Sheets = ReadonlySet<string> | null;

export class KeptBook {
  /** Without what Looplens wrote into it; null: nothing was read yet. */
  book: Book | null = null;
  private dirty: Sheets = null;
  /** Those of them that have changed since the reading that is under way began. */
  private since: Sheets = new Set();

  constructor(private readonly workbook: WorkbookPort) {}

  isDirty(): boolean {
    return this.dirty === null || this.dirty.size > 0;
  }

  changed(sheets: readonly string[] | null): void {
    this.dirty = joined(this.dirty, sheets);
    this.since = joined(this.since, sheets);
  }

  /**
   * Reads what has changed. Rejects with a Refusal, and what was to be read still is. Of several readings at once only the
   * last may succeed: the signals of those before have to be aborted.
   */
  async read(work: ReadOptions & { readonly signal: AbortSignal }): Promise<void> {
    this.since = new Set();
    const anew = await this.readAnew(this.dirty, work);
    work.signal.throwIfAborted();
    this.book = withoutReport(anew);
    this.dirty = this.since;
  }

  /** Everything where a sheet that changed has another name by now, or is gone. */
  private async readAnew(dirty: Sheets, work: ReadOptions): Promise<Book> {
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

function joined(some: Sheets, more: readonly string[] | null): Sheets {
  return some === null || more === null ? null : new Set([...some, ...more]);
}
