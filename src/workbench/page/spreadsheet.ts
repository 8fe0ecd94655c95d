/** The part of the page that is large and comes later: the spreadsheet itself. */
import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';
import '@univerjs/sheets-numfmt-ui/lib/index.css';
import '@univerjs/sheets-table-ui/lib/index.css';
import type { Book } from '../../engine/index';
import { startEngine } from '../grid/engine';
import { UniverWorkbook } from '../grid/univerWorkbook';
import { adoptEngineStyles, applyLook } from './look';
import { pageParts } from './parts';
import { texts } from './texts';

/** Draws the workbook into `container`. */
export function openSpreadsheet(container: HTMLElement, book: Book): UniverWorkbook {
  adoptEngineStyles();
  const engine = startEngine(pageParts(container), texts);
  applyLook(engine.injector);
  return new UniverWorkbook(engine, book);
}
