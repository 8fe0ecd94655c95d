/** Custom functions in the engine, and having cells calculated anew. */
import { ObjectMatrix } from '@univerjs/core';
import {
  FormulaDataModel,
  IFunctionService,
  SetFormulaCalculationResultMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { Cell } from '../../engine/index';
import type { FunctionAnswer } from '../model';
import { AnchorArray } from './anchorArray';
import type { Answerer, Place } from './calls';
import { Calls } from './calls';
import type { Desk } from './desk';
import { HostFunction } from './hostFunction';
import { emptyLexer } from './lexer';
import { Single } from './single';

export class Calculation {
  readonly calls = new Calls((place, answer) => {
    this.makeRoomFor(place, answer);
    this.calculate([place]);
  });

  constructor(private readonly desk: Desk) {
    desk.commands.onCommandExecuted(({ id }) => {
      if (id === SetFormulaCalculationResultMutation.id) this.calls.endEvaluation();
    });
  }

  /** To be called when the first workbook is there: the engine refuses functions before. */
  started(): void {
    this.desk.injector.get(IFunctionService).registerExecutors(new AnchorArray(), new Single());
  }

  register(name: string, answerer: Answerer): void {
    const known = name.toUpperCase();
    const functions = this.desk.injector.get(IFunctionService);
    this.calls.forget(known);
    functions.unregisterExecutors(known);
    functions.registerExecutors(
      new HostFunction(
        known,
        answerer,
        this.calls,
        (id) => this.desk.workbook().getSheetBySheetId(id)?.getName() ?? '',
      ),
    );
    this.readAnew(known);
  }

  /** To be called when a name has another meaning, or none, than when formulas with it were read. */
  readAnew(name: string): void {
    const { places, spellings } = this.cellsNaming(name.toUpperCase());
    // The engine looks its keys up letter by letter.
    this.desk.injector.get(IFunctionService).deleteFormulaAstCacheKey(name, ...spellings);
    emptyLexer(this.desk.injector);
    this.calculate(places);
  }

  /** Calculates every formula anew; functions that have answered are asked again. */
  everything(): void {
    this.calls.forget();
    this.start([], true);
  }

  private calculate(places: readonly Place[]): void {
    if (places.length > 0) this.start(places, false);
  }

  /** Cells whose formulas name it, and how they write it. */
  private cellsNaming(name: string): { places: Place[]; spellings: Set<string> } {
    const places: Place[] = [];
    const spellings = new Set<string>();
    const sheets = this.desk.injector.get(FormulaDataModel).getFormulaData()[
      this.desk.workbook().getUnitId()
    ];
    for (const [sheet, rows] of Object.entries(sheets ?? {})) {
      if (rows === null || rows === undefined) continue;
      new ObjectMatrix(rows).forValue((row, column, formula) => {
        const at = formula?.f.toUpperCase().indexOf(name) ?? -1;
        if (formula === null || formula === undefined || at < 0) return;
        places.push({ sheet, row, column });
        spellings.add(formula.f.slice(at, at + name.length));
      });
    }
    return { places, spellings };
  }

  /**
   * Has these cells evaluated again, or everything, and what depends on them and whatever else waits. The engine joins
   * what is asked for within a tenth of a second, and waits for an evaluation that is going on: starting one beside it
   * would spoil both.
   */
  start(places: readonly Place[], everything: boolean): void {
    const unitId = this.desk.workbook().getUnitId();
    this.desk.commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      {
        dirtyRanges: places.map(({ sheet, row, column }) => ({
          unitId,
          sheetId: sheet,
          range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        })),
        forceCalculation: everything,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
      },
      { onlyLocal: true },
    );
  }

  /** The engine's sheets end where they are drawn: an answer that spills would find the edge in its way. */
  private makeRoomFor({ sheet, row, column }: Place, answer: FunctionAnswer): void {
    if ('error' in answer || !Array.isArray(answer.value) || !this.desk.has(sheet)) return;
    const rows: readonly (readonly Cell[])[] = answer.value;
    const columns = rows.reduce((most, line) => Math.max(most, line.length), 1);
    this.desk.makeRoom(sheet, {
      top: row,
      left: column,
      bottom: row + Math.max(1, rows.length) - 1,
      right: column + columns - 1,
    });
  }
}
