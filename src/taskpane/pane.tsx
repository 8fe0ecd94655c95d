/// <reference lib="dom" />
/// <reference types="office-js" />
/**
 * The pane itself, loaded when somebody looks at it: a workbook that is only calculated never fetches it.
 */
import { createRoot } from 'react-dom/client';
import { Pane } from '../app/pane';
import { WorkerAnalyst, type WorkerLike } from '../app/worker/workerAnalyst';
import { wordsFor } from '../locales/choose';
import { sentencesFor } from '../locales/sentences';
import { excelMemory } from '../workbook/excel/memory';
import { excelSheets } from '../workbook/excel/sheets';
import { excelView } from '../workbook/excel/view';
import { excelWorkbook } from '../workbook/excel/workbook';
import { PaneApp } from './components/PaneApp/PaneApp';
import { firstRun } from './firstRun';
import { isDarkTheme } from './officeTheme';
import { nextTurn } from './nextTurn';

/** Key of the workbook's settings. */
const memoryKey = 'looplens';

export function showPane(root: HTMLElement): Pane {
  const words = wordsFor(Office.context.displayLanguage);
  const workbook = excelWorkbook();
  const pane = new Pane({
    workbook,
    view: excelView,
    memory: excelMemory(memoryKey),
    analyst: new WorkerAnalyst(startWorker, nextTurn, patience),
    sentences: () => sentencesFor(Office.context.displayLanguage),
    refused: ({ why, message }) => words.refused(why, message),
    firstRun: firstRun(window, Office.context.partitionKey),
    selectedBlock: async () => {
      const deals = await excelSheets.deals('selection');
      if (deals === null) return null;
      const { reference } = deals;
      const table = /^(.+)\[#All\]$/s.exec(reference);
      return table === null ? { range: reference } : { table: table[1] };
    },
    fillSample: async () => {
      const { fillSample } = await import(/* webpackChunkName: "sample" */ '../app/sample/fill');
      return words.filled(await fillSample(excelWorkbook({ userStarted: true }), excelSheets));
    },
  });
  const isDark = isDarkTheme(Office.context.officeTheme);
  createRoot(root).render(<PaneApp context={{ pane, words }} isDark={isDark} />);
  void pane.open();
  return pane;
}

/** For an analysis that nobody wants to come to its end: an analysis of 10,000 deals does. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}

function startWorker(): WorkerLike {
  return new Worker(new URL('../app/worker/main.ts', import.meta.url));
}
