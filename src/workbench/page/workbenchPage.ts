/**
 * The workbench page: a workbook on a desk, opened from this server or from a file.
 *
 * Nothing leaves the page: files are read and written in the browser.
 */
import { AddIn, readAddIn, type AddInFiles, type AddInPlace } from '../addin/addIn';
import type { UniverWorkbook } from '../grid/univerWorkbook';
import type { Desk } from './desk';
import { element } from './elements';
import { openFetched } from './files';
import { Notes, sentenceOf } from './notes';
import { listenForF6 } from './regions';
import { drawRibbon, listenForKeys, tellPane } from './ribbon';

const SAMPLE = 'ai-deals.xlsx';
/** Where the server has the file that it was started with, by its name: `npm start -- deals.xlsx`. */
const GIVEN = '/given/';
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

/** Opens the file that the server was started with, or the sample, on the desk. Answers when it is drawn and can be typed into; an error is shown on the page and thrown. */
export async function startPage(): Promise<Workbench> {
  const sample = new URL('../../../assets/samples/ai-deals.xlsx', import.meta.url).href;
  const given = givenFile(window.location);
  const cover = element('cover', HTMLDivElement);
  const room = element('pane', HTMLElement);
  const ribbon = element('ribbon', HTMLDivElement);
  room.hidden = !window.matchMedia(ROOM_FOR_PANE).matches;
  const place: AddInPlace = {
    folder: ADD_IN,
    room,
    locale: localeOf(window.location, navigator),
    paneChanged: (visible) => {
      room.hidden = !visible;
      tellPane(ribbon, visible);
    },
  };
  try {
    // The spreadsheet is large: it comes while the sample and the add-in's files are being read.
    const [{ openSpreadsheet }, { Desk }, opened, files] = await Promise.all([
      import(/* webpackChunkName: "spreadsheet" */ './spreadsheet'),
      import(/* webpackChunkName: "saving" */ './desk'),
      given === null ? openFetched(SAMPLE, sample) : openFetched(given, GIVEN + encodeURIComponent(given)),
      readAddIn(place),
    ]);
    const promised = functionNames(files);
    const spreadsheet = openSpreadsheet(element('sheet', HTMLElement), opened.book, promised);
    const { workbook } = spreadsheet;
    workbook.loadMarks(opened.marks);
    const workbench = { workbook, addIn: new AddIn(place, files, workbook) };
    const addIn = (): AddIn => workbench.addIn;
    // Settings and all that the add-in keeps belong to a workbook: another one starts it anew.
    const restart = (): void => {
      workbench.addIn.close();
      workbench.addIn = new AddIn(place, files, workbook);
    };
    const notes = new Notes(workbook);
    const desk = new Desk(spreadsheet, notes, opened);
    connect(workbook, notes, desk, restart);
    drawRibbon(ribbon, files.manifest.ribbon, addIn);
    tellPane(ribbon, !room.hidden);
    spreadsheet.extendCellMenu(files.manifest.cellMenu, (button) => void addIn().press(button));
    spreadsheet.offerFunctions(files.manifest.namespace, files.functions);
    listenForKeys(window, addIn, () => void desk.save());
    listenForF6(window, room, {
      pane: () => (room.hidden === false ? room.querySelector('iframe') : null),
      bar: () => element('bar', HTMLElement).querySelector<HTMLElement>('button:not(:disabled)'),
      sheet: () => spreadsheet.takeKeyboard(),
    });
    // The sample opens on its deals, not on its read-me.
    const [deals] = workbook.tables();
    if (given === null && deals !== undefined) workbook.activate(deals.sheet);
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

/** The name of the file that the server was started with (?file=deals.xlsx); null for the sample. */
function givenFile({ search }: Location): string | null {
  return new URLSearchParams(search).get('file');
}

/** The language of the add-in: asked for in the address (?lang=ko), else the browser's. */
function localeOf({ search }: Location, { language }: Navigator): string {
  return (new URLSearchParams(search).get('lang') ?? language).startsWith('ko') ? 'ko-KR' : 'en-US';
}

/** Functions that formulas may call, though they are registered after the first workbook has been opened. */
function functionNames({ manifest, functions }: AddInFiles): ReadonlySet<string> {
  return new Set(functions.functions.map(({ name }) => `${manifest.namespace}.${name}`.toUpperCase()));
}

function connect(workbook: UniverWorkbook, notes: Notes, desk: Desk, opened: () => void): void {
  const button = (id: string): HTMLButtonElement => element(id, HTMLButtonElement);
  const file = element('file', HTMLInputElement);
  // Pressed with the pointer they leave the keyboard where it is: in the sheet.
  element('bar', HTMLElement).addEventListener('mousedown', (event) => event.preventDefault());
  button('undo').addEventListener('click', () => workbook.undo());
  button('redo').addEventListener('click', () => workbook.redo());
  button('open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const picked = file.files?.[0];
    // The same file may be picked again after it has changed.
    file.value = '';
    if (picked !== undefined) void desk.open(picked).then((isOpen) => isOpen && opened());
  });
  button('save').addEventListener('click', () => void desk.save());
  for (const id of ['undo', 'redo', 'open', 'save']) button(id).disabled = false;
  workbook.subscribe((event) => {
    if (event.kind === 'selected' || event.kind === 'calculated') notes.look();
  });
}
