/// <reference lib="dom" />
/// <reference types="office-js" />
/**
 * The shared page: functions, commands and pane live here together, and the pane may be closed meanwhile.
 * Functions are associated first, by functions.js: a workbook that is full of formulas must not wait for a pane.
 */
import { associateCommands } from '../commands/associate';
import type { Pane } from '../app/pane';
import { commands, runCommand, type Desk } from '../commands/commands';
import { commandWords, type CommandWords } from '../commands/words';
import type { Sentences } from '../engine/index';
import { sentencesFor } from '../locales/sentences';
import { functionsById } from '../functions/associate';
import { excelSheets } from '../workbook/excel/sheets';
import { excelWorkbook } from '../workbook/excel/workbook';
import { fill, showState, type PaneState } from './states';

/** Waits for Office and returns what to show. Commands are associated only where there is a workbook. */
async function start(): Promise<PaneState> {
  if (typeof Office === 'undefined') return 'no-office';
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return 'no-excel';
  const words = (): CommandWords => commandWords(Office.context.displayLanguage);
  const say = (sentence: string): void => fill(document, 'notice', sentence);
  associateCommands({
    associate: Office.actions.associate,
    desk: { sheets: excelSheets, workbook: excelWorkbook(), sentences, showPane },
    words,
    say,
  });
  connectButtons(
    { sheets: excelSheets, workbook: excelWorkbook({ userStarted: true }), sentences, showPane },
    words,
    say,
  );
  fill(document, 'count', String(Object.keys(functionsById).length));
  await showWhenSeen();
  return 'ready';
}

const sentences = (): Promise<Sentences> => sentencesFor(Office.context.displayLanguage);

const showPane = (): Promise<void> => Office.addin.showAsTaskpane();

/** The pane is fetched when it is shown for the first time; functions and commands do without it. */
async function showWhenSeen(): Promise<void> {
  let pane: Promise<Pane> | null = null;
  const seen = (isVisible: boolean): void => {
    if (isVisible && pane === null) {
      pane = import(/* webpackChunkName: "pane" */ './pane').then(({ showPane }) =>
        showPane(elementOf('app')),
      );
      pane.catch((reason: unknown) => {
        // Tried again when it is shown the next time.
        pane = null;
        fail(reason);
      });
    } else {
      pane?.then((shown) => shown.setHidden(!isVisible)).catch(fail);
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

/** The pane's own buttons: who presses one waits for it. */
function connectButtons(desk: Desk, words: () => CommandWords, say: (sentence: string) => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-command]')) {
    const command = Object.entries(commands).find(([id]) => id === button.dataset['command'])?.[1];
    if (command === undefined) throw new Error(`There is no command "${button.dataset['command'] ?? ''}".`);
    button.addEventListener('click', () => {
      button.disabled = true;
      runCommand(command, desk, words())
        .then(say, (reason: unknown) => say(reason instanceof Error ? reason.message : String(reason)))
        .finally(() => (button.disabled = false));
    });
  }
}

for (const button of document.querySelectorAll('[data-action="reload"]')) {
  button.addEventListener('click', () => window.location.reload());
}

start().then((state) => showState(document, state), fail);
