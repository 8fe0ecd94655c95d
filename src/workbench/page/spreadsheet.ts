/** The part of the page that is large and comes later: the spreadsheet itself. */
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';
import '@univerjs/sheets-numfmt-ui/lib/index.css';
import '@univerjs/sheets-table-ui/lib/index.css';
import '@univerjs/sheets-note-ui/lib/index.css';
import type { Book } from '../../engine/index';
import type { Button } from '../addin/manifest';
import { startEngine } from '../grid/engine';
import { UniverWorkbook } from '../grid/univerWorkbook';
import type { FunctionsFile } from '../officehost/functionBridge';
import { calculableIn } from './calculable';
import { extendCellMenu } from './cellMenu';
import { offerFunctions } from './functionHelp';
import { tellErrors } from './errorTip';
import { keepFunctionListCurrent } from './functionList';
import { finishEditing, takeKeyboard, untilKeysAreTaken } from './keys';
import { adoptEngineStyles, applyLook } from './look';
import { letPastedStylesBeRead } from './pastedStyles';
import { pageParts } from './parts';
import { keepTabInSight } from './sheetTabs';
import { showMarks } from './showMarks';
import { texts } from './texts';

/** The spreadsheet on the page, and what an add-in may put into it. */
export interface Spreadsheet {
  readonly workbook: UniverWorkbook;
  /** Resolves when it is drawn and can be typed into. */
  readonly ready: Promise<void>;
  /** Takes what is being typed into a cell, as Enter does. */
  finishEditing(): void;
  /** Gives the keyboard to the selected cell. */
  takeKeyboard(): void;
  /** Help while a function is typed. */
  offerFunctions(namespace: string, functions: FunctionsFile): void;
  extendCellMenu(buttons: readonly Button[], press: (button: Button) => void): void;
}

/** Draws the workbook into `container`. Functions that are `promised` may come later. */
export function openSpreadsheet(
  container: HTMLElement,
  book: Book,
  promised: ReadonlySet<string>,
): Spreadsheet {
  adoptEngineStyles();
  letPastedStylesBeRead();
  const engine = startEngine(pageParts(container), texts);
  const { injector } = engine;
  applyLook(injector);
  const workbook = new UniverWorkbook(engine, book, (opened) => calculableIn(opened, promised));
  keepFunctionListCurrent(injector);
  keepTabInSight(container);
  showMarks(injector, workbook);
  tellErrors(injector, workbook, (sheet, row, column) => workbook.messageAt(sheet, row, column));
  return {
    workbook,
    ready: untilKeysAreTaken(injector, workbook),
    finishEditing: () => finishEditing(injector),
    takeKeyboard: () => takeKeyboard(injector),
    offerFunctions: (namespace, functions) => offerFunctions(injector, namespace, functions),
    extendCellMenu: (buttons, press) => extendCellMenu(injector, buttons, press),
  };
}
