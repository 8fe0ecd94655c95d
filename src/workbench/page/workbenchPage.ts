/**
 * The workbench page: a workbook on a desk, opened from this server or from a file.
 *
 * Nothing leaves the page: files are read in the browser.
 */
import type { Book } from '../../engine/index';
import { AddIn, readAddIn, type AddInPlace } from '../addin/addIn';
import type { UniverWorkbook } from '../grid/univerWorkbook';
import { element } from './elements';
import { openBlob, openFetched } from './files';
import { drawRibbon, listenForKeys } from './ribbon';

const SAMPLE = 'ai-deals.xlsx';
/** The add-in as it is built for this page, beside it. */
const ADD_IN = '/addin/';
/** Below this width the sheet keeps the room; the ribbon opens the pane. */
const ROOM_FOR_PANE = '(min-width: 900px)';

/** What is on the desk. */
export interface Workbench {
  readonly workbook: UniverWorkbook;
  /** The add-in beside the workbook; another one when another workbook is opened. */
  readonly addIn: AddIn;
}

declare global {
  interface Window {
    /** Set when the workbook is on the desk and takes keys. Tests and the console use it; nothing secret is behind it. */
    looplensWorkbench?: Workbench;
  }
}

/** Opens the sample on the desk. Answers when it is drawn and can be typed into; an error is shown on the page and thrown. */
export async function startPage(): Promise<Workbench> {
  const sample = new URL('../../../assets/samples/ai-deals.xlsx', import.meta.url).href;
  const cover = element('cover', HTMLDivElement);
  const room = element('pane', HTMLElement);
  room.hidden = !window.matchMedia(ROOM_FOR_PANE).matches;
  const place: AddInPlace = {
    folder: ADD_IN,
    room,
    locale: localeOf(window.location, navigator),
    paneChanged: (visible) => (room.hidden = !visible),
  };
  try {
    // The spreadsheet is large: it comes while the sample and the add-in's files are being read.
    const [{ openSpreadsheet }, book, files] = await Promise.all([
      import(/* webpackChunkName: "spreadsheet" */ './spreadsheet'),
      openFetched(SAMPLE, sample),
      readAddIn(place),
    ]);
    const spreadsheet = openSpreadsheet(element('sheet', HTMLElement), book);
    const { workbook } = spreadsheet;
    const workbench = { workbook, addIn: new AddIn(place, files, workbook) };
    const addIn = (): AddIn => workbench.addIn;
    // Settings and all that the add-in keeps belong to a workbook: another one starts it anew.
    const restart = (): void => {
      workbench.addIn.close();
      workbench.addIn = new AddIn(place, files, workbook);
    };
    const notes = new Notes(workbook);
    show(book, notes);
    connect(workbook, notes, restart);
    drawRibbon(element('ribbon', HTMLDivElement), files.manifest.ribbon, addIn);
    spreadsheet.extendCellMenu(files.manifest.cellMenu, (button) => void addIn().press(button));
    spreadsheet.offerFunctions(files.manifest.namespace, files.functions);
    listenForKeys(window, addIn);
    // The sample opens on its deals, not on its read-me.
    const [deals] = workbook.tables();
    if (deals !== undefined) workbook.activate(deals.sheet);
    // What is typed or clicked before this would be lost.
    await spreadsheet.ready;
    cover.hidden = true;
    window.looplensWorkbench = workbench;
    return workbench;
  } catch (error) {
    element('cover-text', HTMLParagraphElement).textContent =
      `The workbench did not open. ${sentenceOf(error)}`;
    throw error;
  }
}

/** The language of the add-in: asked for in the address (?lang=ko), else the browser's. */
function localeOf({ search }: Location, { language }: Navigator): string {
  return (new URLSearchParams(search).get('lang') ?? language).startsWith('ko') ? 'ko-KR' : 'en-US';
}

function connect(workbook: UniverWorkbook, notes: Notes, opened: () => void): void {
  const button = (id: string): HTMLButtonElement => element(id, HTMLButtonElement);
  const file = element('file', HTMLInputElement);
  button('undo').addEventListener('click', () => workbook.undo());
  button('redo').addEventListener('click', () => workbook.redo());
  button('open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const picked = file.files?.[0];
    // The same file may be picked again after it has changed.
    file.value = '';
    if (picked !== undefined) void replace(workbook, picked, notes, opened);
  });
  for (const id of ['undo', 'redo', 'open']) button(id).disabled = false;
  workbook.subscribe((event) => {
    if (event.kind === 'selected' || event.kind === 'calculated') notes.look();
  });
}

/** Puts a picked file on the desk, or says why not and leaves what is there. */
async function replace(
  workbook: UniverWorkbook,
  picked: File,
  notes: Notes,
  opened: () => void,
): Promise<void> {
  try {
    const book = await openBlob(picked.name, picked);
    workbook.loadBook(book);
    opened();
    show(book, notes);
  } catch (error) {
    notes.say(sentenceOf(error));
  }
}

function show(book: Book, notes: Notes): void {
  document.title = `${book.name} - Looplens workbench`;
  element('file-name', HTMLParagraphElement).textContent = book.name;
  const formulas = countFormulas(book);
  const aboutFormulas =
    formulas === 0
      ? []
      : [
          `Formulas in this file are shown as the values stored for them (${formulas.toLocaleString('en-US')} cells).`,
        ];
  notes.aboutBook([...book.notes, ...aboutFormulas].join(' '));
}

/** The line under the sheet: what a function said about the selected cell, else what is to be known about the book. */
class Notes {
  private book = '';

  constructor(private readonly workbook: UniverWorkbook) {}

  aboutBook(text: string): void {
    this.book = text;
    this.say(text);
  }

  /** Says why the selected cell shows an error, in the words of the function that made it. */
  look(): void {
    const { sheet, area } = this.workbook.selection();
    this.say(this.workbook.messageAt(sheet, area.top, area.left) ?? this.book);
  }

  say(text: string): void {
    const place = element('note', HTMLParagraphElement);
    place.textContent = text;
    place.hidden = text === '';
  }
}

function countFormulas({ sheets }: Book): number {
  let count = 0;
  for (const { grid, isFormula } of sheets) {
    if (isFormula === null) continue;
    for (let row = grid.top; row < grid.top + grid.rows; row += 1) {
      for (let column = grid.left; column < grid.left + grid.columns; column += 1) {
        if (isFormula(row, column)) count += 1;
      }
    }
  }
  return count;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
