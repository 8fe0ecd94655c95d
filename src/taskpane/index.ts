/// <reference lib="dom" />
/// <reference types="office-js" />
/**
 * The shared page: functions, commands and pane live here together, and the pane may be closed meanwhile.
 * Functions are associated first, by functions.js: a workbook that is full of formulas must not wait for a pane.
 */
import { associateCommands } from '../commands/associate';
import { commandWords } from '../commands/words';
import type { Pane } from '../app/pane';
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
  await showWhenSeen();
  return 'ready';
}

/** The pane is fetched when it is shown for the first time; functions and commands do without it. */
async function showWhenSeen(): Promise<void> {
  let pane: Promise<Pane> | null = null;
  const seen = (isVisible: boolean): void => {
    if (isVisible && pane === null) {
      pane = import(/* webpackChunkName: "pane" */ './pane').then(({ showPane }) =>
        showPane(elementOf('app')),
      );
      pane.catch(fail);
    } else if (pane !== null) {
      void pane.then((shown) => shown.setHidden(!isVisible));
    }
  };
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
    seen(visibilityMode === Office.VisibilityMode.taskpane),
  );
  seen(document.visibilityState === 'visible');
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no "${id}".`);
  return element;
}

function fail(reason: unknown): void {
  fill(document, 'reason', reason instanceof Error ? reason.message : String(reason));
  showState(document, 'failed');
}

for (const button of document.querySelectorAll('[data-action="reload"]')) {
  button.addEventListener('click', () => window.location.reload());
}

start().then((state) => showState(document, state), fail);
