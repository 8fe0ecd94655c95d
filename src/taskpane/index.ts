/// <reference lib="dom" />
/// <reference types="office-js" />
/**
 * The shared page: functions, commands and pane live here together, and the pane may be closed meanwhile.
 * Functions are associated first, by functions.js: a workbook that is full of formulas must not wait for a pane.
 */
import { associateCommands } from '../commands/associate';
import { commandWords } from '../commands/words';
import { functionsById } from '../functions/associate';
import { excelSheets } from '../workbook/excel/sheets';
import { excelWorkbook } from '../workbook/excel/workbook';
import { fill, showState, type PaneState } from './states';

/** Waits for Office and returns what to show. Commands are associated only where there is a workbook. */
async function start(): Promise<PaneState> {
  if (typeof Office === 'undefined') return 'no-office';
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return 'no-excel';
  associateCommands({
    associate: Office.actions.associate,
    desk: { sheets: excelSheets, workbook: excelWorkbook() },
    words: () => commandWords(Office.context.displayLanguage),
    say: (sentence) => fill(document, 'notice', sentence),
  });
  fill(document, 'count', String(Object.keys(functionsById).length));
  return 'ready';
}

for (const button of document.querySelectorAll('[data-action="reload"]')) {
  button.addEventListener('click', () => window.location.reload());
}

start().then(
  (state) => showState(document, state),
  (reason: unknown) => {
    fill(document, 'reason', reason instanceof Error ? reason.message : String(reason));
    showState(document, 'failed');
  },
);
