/**
 * What the engine does -> the events of the workbook.
 *
 * The engine tells every step of a change; the workbook tells a change once. Steps of the user's that happen in one
 * turn (a paste, an undo) become one event a sheet with the area around them; each call by code is an event of its own,
 * made by the workbook (see `own`). All events are sent after the call has returned, in the order of what happened.
 */
import type { ICommandInfo, IExecutionOptions, IRange, Workbook } from '@univerjs/core';
import { ICommandService, ObjectMatrix } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import type { ISetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import { FormulaDataModel, SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import type {
  IInsertSheetMutationParams,
  IMoveRangeMutationParams,
  IMoveRowsMutationParams,
  ISetRangeValuesMutationParams,
  ISetSelectionsOperationParams,
} from '@univerjs/sheets';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from '@univerjs/sheets';
import type { Area, Cell } from '../../engine/index';
import type { ModelEvent } from '../model';
import { around, scopeOf, toArea } from './ranges';

type Listener = (event: ModelEvent) => void;
/** Of a mutation that names its sheet. */
interface OnSheet {
  readonly unitId: string;
  readonly subUnitId: string;
}
interface OnRange extends OnSheet {
  readonly range: IRange;
}

export class Events {
  private readonly listeners = new Set<Listener>();
  private queue: ModelEvent[] = [];
  private sending = false;
  /** Above 0 while the workbook itself acts: its calls announce what they did. */
  private silent = 0;
  /** Sent with what the user has done; `'code'` while the workbook acts and wants the engine's own account. */
  private source: 'user' | 'code' = 'user';
  /** Id of the sheet that was last told to be in front. */
  private inFront = '';
  /** The value of the one cell that is about to change. */
  private before: { readonly before?: Cell } = {};

  constructor(
    private readonly injector: Injector,
    private readonly workbook: () => Workbook,
  ) {
    this.started();
    injector.get(ICommandService).onCommandExecuted((command, options) => this.heard(command, options));
  }

  /** To be called when the workbook is another one. */
  started(): void {
    this.inFront = this.workbook().ensureActiveSheet().getSheetId();
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Runs a call of the workbook's; what the engine tells meanwhile is not repeated. */
  quietly<Result>(act: () => Result): Result {
    this.silent += 1;
    try {
      return act();
    } finally {
      this.silent -= 1;
    }
  }

  /** Runs a call of the workbook's whose account the engine gives. */
  asCode<Result>(act: () => Result): Result {
    const before = this.source;
    this.source = 'code';
    try {
      return act();
    } finally {
      this.source = before;
    }
  }

  emit(event: ModelEvent): void {
    this.queue.push(event);
    if (this.sending) return;
    this.sending = true;
    queueMicrotask(() => this.send());
  }

  private send(): void {
    const events = this.queue;
    this.queue = [];
    this.sending = false;
    for (const event of events) for (const listener of [...this.listeners]) listener(event);
  }

  /** To be called before values are set: remembers what a single cell held. */
  beforeValues(params: ISetRangeValuesMutationParams, read: (sheet: string, area: Area) => Cell): void {
    this.before = {};
    const area = this.silent > 0 ? null : valueScope(params);
    if (area !== null && area.top === area.bottom && area.left === area.right)
      this.before = { before: read(params.subUnitId, area) };
  }

  /** A change by the user: joined with the one before it when that was the same turn and sheet. */
  private changed(sheet: string, area: Area | null): void {
    if (area === null) return;
    const { source } = this;
    for (let i = this.queue.length - 1; source === 'user' && i >= 0; i -= 1) {
      const before = this.queue[i];
      if (before.kind !== 'changed' || before.sheet !== sheet || before.source !== source) continue;
      const whole = around(before.area, area);
      this.queue[i] = isSame(whole, before.area) ? before : { kind: 'changed', sheet, source, area: whole };
      return;
    }
    this.emit({ kind: 'changed', sheet, area, source, ...this.before });
    this.before = {};
  }

  private heard(command: ICommandInfo, options: IExecutionOptions | undefined): void {
    const { id, params } = command;
    if (params === undefined) return;
    if (id === SetFormulaCalculationResultMutation.id) {
      this.calculated(params as ISetFormulaCalculationResultMutation);
      return;
    }
    if (this.silent > 0 || (params as OnSheet).unitId !== this.workbook().getUnitId()) return;
    const { subUnitId } = params as OnSheet;
    switch (id) {
      case SetRangeValuesMutation.id:
        if (options?.fromFormula !== true) this.valuesSet(params as ISetRangeValuesMutationParams);
        return;
      case InsertRowMutation.id:
      case RemoveRowMutation.id:
      case InsertColMutation.id:
      case RemoveColMutation.id:
      case ReorderRangeMutation.id:
        this.changed(subUnitId, toArea((params as OnRange).range));
        return;
      case MoveRowsMutation.id:
      case MoveColsMutation.id: {
        const { sourceRange, targetRange } = params as IMoveRowsMutationParams;
        this.changed(subUnitId, around(toArea(sourceRange), toArea(targetRange)));
        return;
      }
      case MoveRangeMutation.id: {
        const { from, to, fromRange, toRange } = params as IMoveRangeMutationParams;
        this.changed(from.subUnitId, toArea(fromRange));
        this.changed(to.subUnitId, toArea(toRange));
        return;
      }
      case SetSelectionsOperation.id:
        this.selected(params as ISetSelectionsOperationParams);
        return;
      case SetWorksheetActiveOperation.id:
        this.activated();
        return;
      case InsertSheetMutation.id:
        this.emit({
          kind: 'sheets',
          change: 'added',
          sheet: (params as IInsertSheetMutationParams).sheet.id,
        });
        return;
      case RemoveSheetMutation.id:
        this.emit({ kind: 'sheets', change: 'deleted', sheet: subUnitId });
        return;
      case SetWorksheetNameMutation.id:
        this.emit({ kind: 'sheets', change: 'renamed', sheet: subUnitId });
        return;
      case SetWorksheetHideMutation.id:
        this.emit({ kind: 'sheets', change: 'shown', sheet: subUnitId });
        return;
      case SetWorksheetOrderMutation.id:
        this.emit({ kind: 'sheets', change: 'moved', sheet: subUnitId });
    }
  }

  private valuesSet(params: ISetRangeValuesMutationParams): void {
    this.changed(params.subUnitId, valueScope(params));
  }

  /** The engine tells some activations late and some that have been undone by then: what counts is what is in front. */
  private activated(): void {
    const sheet = this.workbook().ensureActiveSheet().getSheetId();
    if (sheet === this.inFront) return;
    this.inFront = sheet;
    this.emit({ kind: 'activated', sheet });
  }

  private selected({ subUnitId, selections }: ISetSelectionsOperationParams): void {
    const range = selections[selections.length - 1]?.range;
    if (range === undefined) return;
    const event: ModelEvent = { kind: 'selected', sheet: subUnitId, area: toArea(range) };
    // Dragging tells each cell that the pointer crosses; those of one turn are one selection.
    const last = this.queue.length - 1;
    if (last >= 0 && this.queue[last].kind === 'selected') this.queue[last] = event;
    else this.emit(event);
  }

  private calculated({ unitData }: ISetFormulaCalculationResultMutation): void {
    const sheets = unitData[this.workbook().getUnitId()];
    if (sheets === null || sheets === undefined) return;
    const spills = this.injector.get(FormulaDataModel).getArrayFormulaRange()[this.workbook().getUnitId()];
    for (const [sheet, cells] of Object.entries(sheets)) {
      if (cells === null || cells === undefined) continue;
      let area = scopeOf(cells, () => true);
      new ObjectMatrix(spills?.[sheet]).forValue((row, column, range) => {
        if (area !== null && cells[row]?.[column] !== undefined) area = around(area, toArea(range));
      });
      if (area !== null) this.emit({ kind: 'calculated', sheet, area });
    }
  }
}

/** Around the cells that got more than a style. */
function valueScope({ cellValue }: ISetRangeValuesMutationParams): Area | null {
  if (cellValue === undefined) return null;
  return scopeOf(
    cellValue,
    (cell) => cell === null || cell === undefined || 'v' in cell || 'f' in cell || 'p' in cell,
  );
}

function isSame(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
