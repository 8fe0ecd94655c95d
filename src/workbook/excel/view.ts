/// <reference types="office-js" />
/**
 * The open workbook as a view: cells are selected in it, and what happens in it is told.
 *
 * One handler of each kind for the whole workbook. A burst of events (typing, a fill, dragging a selection) is one
 * event, after it has been quiet for a moment; names of sheets are asked once a burst. Needs ExcelApi 1.9.
 */
import { areaAddress, parseArea, type Area } from '../../engine/index';
import type { ViewEvent, WorkbookView } from '../view';
import { Burst } from './burst';
import { run, type RunSettings } from './run';

/** What is asked about an event waits for the end of an editing that began after it: who types on need not know. */
const settings: RunSettings = { userStarted: false, oneUndoStep: false, whenEditing: () => {} };
/**
 * Milliseconds without an event that end a burst. Events of one change follow one another at once; a cell typed after
 * another comes later, and who waits for a score should not wait for that.
 */
const quietAfterChange = 100;
const quietAfterSelection = 60;

export const excelView: WorkbookView = {
  select: (sheet, area) =>
    run(
      `Excel did not select ${areaAddress(sheet, area)}`,
      { ...settings, userStarted: true },
      async (context) => {
        const on = context.workbook.worksheets.getItem(sheet);
        on.activate();
        on.getRange(localAddress(area)).select();
        await context.sync();
      },
    ),

  async watch(listener, failed) {
    const changes = new Burst<string | null>(quietAfterChange, (ids) => tellChanges(ids, listener), failed);
    const selections = new Burst<Excel.WorksheetSelectionChangedEventArgs>(
      quietAfterSelection,
      (events) => tellSelection(events[events.length - 1], listener),
      failed,
    );
    const results = new Burst<string>(quietAfterChange, (ids) => tellResults(ids, listener), failed);
    const handlers = await run('Excel did not tell what happens in the workbook', settings, (context) =>
      addHandlers(context, { changes, results, selections }, listener),
    );
    return async () => {
      for (const burst of [changes, results, selections]) burst.end();
      await run('Excel did not stop telling', settings, async () => {
        const [first] = handlers;
        for (const handler of handlers) handler.remove();
        await first.context.sync();
      });
    };
  },
};

type Handler = OfficeExtension.EventHandlerResult<unknown>;

interface Bursts {
  /** Ids of sheets; null: sheets came or went. */
  readonly changes: Burst<string | null>;
  readonly results: Burst<string>;
  readonly selections: Burst<Excel.WorksheetSelectionChangedEventArgs>;
}

async function addHandlers(
  context: Excel.RequestContext,
  { changes, results, selections }: Bursts,
  listener: (event: ViewEvent) => void,
): Promise<readonly Handler[]> {
  const { worksheets } = context.workbook;
  const ofSheets = (): Promise<void> => Promise.resolve(changes.add(null));
  const handlers = [
    worksheets.onChanged.add((event) => {
      // What this add-in writes it knows of.
      if (event.triggerSource === 'ThisLocalAddin') return Promise.resolve();
      if (event.source === 'Remote') listener({ kind: 'changed-elsewhere' });
      else changes.add(event.worksheetId);
      return Promise.resolve();
    }),
    worksheets.onCalculated.add((event) => Promise.resolve(results.add(event.worksheetId))),
    worksheets.onSelectionChanged.add((event) => Promise.resolve(selections.add(event))),
    worksheets.onAdded.add(ofSheets),
    worksheets.onDeleted.add(ofSheets),
  ] as Handler[];
  await context.sync();
  return handlers;
}

async function tellChanges(
  ids: readonly (string | null)[],
  listener: (event: ViewEvent) => void,
): Promise<void> {
  if (ids.includes(null)) {
    listener({ kind: 'changed', sheets: null });
    return;
  }
  const names = await namesOf([...new Set(ids as string[])]);
  listener({ kind: 'changed', sheets: names.includes(null) ? null : (names as string[]) });
}

async function tellResults(ids: readonly string[], listener: (event: ViewEvent) => void): Promise<void> {
  const names = await namesOf([...new Set(ids)]);
  listener({ kind: 'calculated', sheets: names.filter((name) => name !== null) });
}

async function tellSelection(
  { worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs,
  listener: (event: ViewEvent) => void,
): Promise<void> {
  const [sheet] = await namesOf([worksheetId]);
  // Of several areas the first one is meant.
  const area = parseArea(address.split(',')[0].replace(/^.*!/, ''));
  if (sheet !== null && area !== null) listener({ kind: 'selected', sheet, area });
}

/** null for a sheet that is gone. */
function namesOf(ids: readonly string[]): Promise<(string | null)[]> {
  return run('Excel did not tell the names of its sheets', settings, async (context) => {
    const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id).load({ name: true }));
    await context.sync();
    return sheets.map((sheet) => (sheet.isNullObject ? null : sheet.name));
  });
}

/** Without the sheet: 'B2:C4'. */
function localAddress(area: Area): string {
  return areaAddress('x', area).slice(2);
}
