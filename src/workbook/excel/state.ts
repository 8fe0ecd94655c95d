/// <reference types="office-js" />
/** What of an open workbook a plan can run into: names that are taken, and what is protected. */
import type { Area } from '../../engine/index';
import { nameKey } from '../names';
import { placeInPlan } from '../operations';
import { Refusal, type Operation } from '../port';
import type { PlanState } from '../plan';
import { inBatches } from './batches';
import { mostRanges } from './limits';
import { readTableAreas } from './outline';
import { rangeOf } from './readCells';

export interface OpenState extends PlanState {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly isVisible: boolean;
    readonly isProtected: boolean;
  }[];
  readonly structureIsProtected: boolean;
}

export async function readState(context: Excel.RequestContext): Promise<OpenState> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load({
    id: true,
    name: true,
    visibility: true,
    protection: { protected: true },
  });
  const tables = workbook.tables.load({ name: true, worksheet: { name: true } });
  const names = workbook.names.load({ name: true, visible: true });
  const structure = workbook.protection.load({ protected: true });
  await context.sync();
  const areas = await readTableAreas(context, tables.items);
  return {
    sheets: sheets.items.map(({ id, name, visibility, protection }) => ({
      id,
      name,
      isVisible: visibility === 'Visible',
      isProtected: protection.protected,
    })),
    tables: tables.items.map(({ name, worksheet }, index) => ({
      name,
      sheet: worksheet.name,
      area: areas[index],
    })),
    names: names.items.map(({ name, visible }) => ({ name, isHidden: !visible })),
    structureIsProtected: structure.protected,
  };
}

/**
 * Throws a Refusal when an operation meets protection. Cells that their owner has unlocked can be written on a
 * protected sheet too: those are asked for. Nothing is ever unprotected.
 */
export async function checkProtection(
  context: Excel.RequestContext,
  state: OpenState,
  operations: readonly Operation[],
): Promise<void> {
  if (Office.context.document.mode === Office.DocumentMode.ReadOnly)
    throw new Refusal('other', 'The workbook is open for reading only. Nothing was changed.');
  const protectedSheets = new Map(
    state.sheets.filter(({ isProtected }) => isProtected).map((sheet) => [nameKey(sheet.name), sheet]),
  );
  const tableSheets = new Map(state.tables.map(({ name, sheet }) => [nameKey(name), nameKey(sheet)]));
  const asked: {
    readonly index: number;
    readonly sheet: OpenState['sheets'][number];
    readonly area: Area;
  }[] = [];
  operations.forEach((operation, index) => {
    const { kind } = operation;
    if (kind === 'add-sheet' || kind === 'rename-sheet' || kind === 'delete-sheet') {
      if (state.structureIsProtected)
        throw new Refusal(
          'locked',
          `The structure of the workbook is protected ${placeInPlan(operations, index)}. Nothing was changed.`,
        );
      // From here on the name may mean another sheet, and Excel has the last word.
      protectedSheets.delete(nameKey(operation.sheet));
      return;
    }
    // Names are the workbook's, which no protection keeps from having them.
    if (kind === 'define-name' || kind === 'delete-name') return;
    const key = kind === 'delete-table' ? tableSheets.get(nameKey(operation.name)) : nameKey(operation.sheet);
    const sheet = key === undefined ? undefined : protectedSheets.get(key);
    if (sheet === undefined) return;
    if (kind !== 'write') throw locked(sheet.name, operations, index);
    asked.push({ index, sheet, area: operation.area });
  });
  const found = await inBatches(
    context,
    asked,
    () => 1,
    mostRanges,
    ({ sheet, area }) => rangeOf(context, sheet.id, area).format.protection.load({ locked: true }),
  );
  const met = found.findIndex((cells) => cells.locked !== false);
  if (met >= 0) throw locked(asked[met].sheet.name, operations, asked[met].index);
}

function locked(sheet: string, operations: readonly Operation[], index: number): Refusal {
  const place = placeInPlan(operations, index);
  return new Refusal(
    'locked',
    `The sheet "${sheet}" is protected ${place}. Unprotect it (Review), and try again. Nothing was changed.`,
  );
}

/** Whether undo can take the whole plan back: Excel cannot bring a sheet back, nor its name. */
export function isUndoable(operations: readonly Operation[]): boolean {
  return operations.every(({ kind }) => kind !== 'delete-sheet' && kind !== 'rename-sheet');
}
