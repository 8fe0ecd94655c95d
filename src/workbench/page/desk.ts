/** The file on the desk: the one that the open workbook came from and is saved to. */
import type { Book } from '../../engine/index';
import { countShownAsValues, hasOtherFinish, hasOtherNames, hasOtherSettings } from './changes';
import { element } from './elements';
import { deflateInBrowser, inflateInBrowser, openBlob, readBook, type OpenedFile } from './files';
import { sentenceOf, type Notes } from './notes';
import { fileAsLoaded, saveWorkbook, type SavedFile } from './saving';
import type { Spreadsheet } from './spreadsheet';

/** How long saving waits for functions, in milliseconds. */
const LONGEST_WAIT = 60_000;
const packing = { inflate: inflateInBrowser, deflate: deflateInBrowser, read: readBook };

export class Desk {
  private file: SavedFile;
  private isSaving = false;
  /** How many files were picked: one that is still being read gives way to one that was picked after it. */
  private picks = 0;
  /** Whether a cell was changed since the file was opened or saved. */
  private isChanged = false;
  /** Address of the bytes that were saved last; they stay until others take their place. */
  private download = '';

  /** The workbook of `spreadsheet` has just loaded `opened`. */
  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly notes: Notes,
    opened: OpenedFile,
  ) {
    this.file = this.loaded(opened);
    spreadsheet.workbook.subscribe(({ kind }) => {
      if (kind === 'changed') this.isChanged = true;
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.isUnsaved) event.preventDefault();
    });
  }

  /**
   * Puts a picked file on the desk and answers true, or says why not and leaves what is there; asks before it drops
   * changes. Of two that are picked while one is read, the second comes onto the desk.
   */
  async open(picked: File): Promise<boolean> {
    const question = `"${this.file.name}" has changes that are not saved. Open "${picked.name}" and drop them?`;
    if (this.isUnsaved && !window.confirm(question)) return false;
    const pick = ++this.picks;
    try {
      const opened = await openBlob(picked.name, picked);
      if (pick !== this.picks) return false;
      this.spreadsheet.workbook.loadBook(opened.book);
      this.spreadsheet.workbook.loadMarks(opened.marks);
      this.file = this.loaded(opened);
      this.isChanged = false;
      return true;
    } catch (error) {
      if (pick === this.picks) this.notes.say(sentenceOf(error));
      return false;
    }
  }

  /** Downloads the workbook under the name of its file, or says why not. One at a time. */
  async save(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      await this.write();
    } catch (error) {
      this.notes.say(`Not saved. ${sentenceOf(error)}`);
    } finally {
      this.isSaving = false;
    }
  }

  private get isUnsaved(): boolean {
    const { saved } = this.file;
    const { workbook } = this.spreadsheet;
    return (
      this.isChanged ||
      hasOtherNames(saved, workbook) ||
      hasOtherSettings(saved, workbook) ||
      hasOtherFinish(saved, workbook)
    );
  }

  private async write(): Promise<void> {
    const { workbook } = this.spreadsheet;
    this.spreadsheet.finishEditing();
    if (workbook.isWaiting)
      this.notes.say('Formulas are still calculating. The file is saved when they have answered.');
    await this.calculated();
    const before = this.file;
    const { bytes, file, notes } = await saveWorkbook(before, workbook, packing);
    // Another file may have come onto the desk meanwhile: it is not the one that was saved.
    if (this.file === before) [this.file, this.isChanged] = [file, false];
    this.offer(file.name, bytes);
    if (this.file === file) title(file.name);
    this.notes.say([`Saved as "${file.name}".`, ...notes].join(' '));
  }

  private async calculated(): Promise<void> {
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    try {
      await this.spreadsheet.workbook.untilCalculated(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      const why = 'Formulas are still calculating: save again when no cell shows "#BUSY!".';
      throw new Error(why, { cause: error });
    }
  }

  private offer(name: string, bytes: Uint8Array): void {
    URL.revokeObjectURL(this.download);
    this.download = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = this.download;
    link.download = name;
    link.click();
  }

  private loaded({ book, source }: OpenedFile): SavedFile {
    const file = fileAsLoaded(book, source, this.spreadsheet.workbook);
    title(book.name);
    this.notes.aboutBook([...book.notes, ...aboutFormulas(file)].join(' '));
    return file;
  }
}

function title(name: Book['name']): void {
  document.title = `${name} - Looplens workbench`;
  element('file-name', HTMLParagraphElement).textContent = name;
}

function aboutFormulas({ saved }: SavedFile): string[] {
  const count = countShownAsValues(saved);
  const unknown = 'functions, names or other workbooks that the workbench does not know';
  if (count === 0) return [];
  if (count === 1) return [`1 formula uses ${unknown}; its stored value is shown.`];
  return [`${count.toLocaleString('en-US')} formulas use ${unknown}; their stored values are shown.`];
}
