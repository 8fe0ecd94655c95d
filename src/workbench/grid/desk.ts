/** What every part of the grid's workbook stands on: the engine, the workbook that is open, and commands to it. */
import type { Injector, Workbook, Worksheet } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import type { Events } from './events';

/** Rows and columns that a sheet grows by when something is written at its edge. */
const GROWTH = 100;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

export class Desk {
  readonly commands: ICommandService;

  constructor(
    readonly injector: Injector,
    /** The workbook that is open now. */
    readonly workbook: () => Workbook,
    readonly events: () => Events,
  ) {
    this.commands = injector.get(ICommandService);
  }

  /** Has the engine carry out a command of the code's. Throws when it did not. */
  run(command: string, params: object): void {
    if (!this.events().asCode(() => this.commands.syncExecuteCommand(command, params)))
      throw new Error(`The spreadsheet did not carry out "${command}".`);
  }

  /** A sheet in the words of the engine's commands. */
  on(sheet: string): { unitId: string; subUnitId: string } {
    return { unitId: this.workbook().getUnitId(), subUnitId: sheet };
  }

  has(sheet: string): boolean {
    return Boolean(this.workbook().getSheetBySheetId(sheet));
  }

  /** Throws when there is no such sheet. */
  sheet(id: string): Worksheet {
    const sheet = this.workbook().getSheetBySheetId(id);
    if (sheet === null || sheet === undefined) throw new Error(`There is no sheet with the id "${id}".`);
    return sheet;
  }

  /** A sheet of the engine has an edge, and what lies beyond is not drawn. */
  makeRoom(sheet: string, area: Area): void {
    const worksheet = this.sheet(sheet);
    this.events().quietly(() => {
      if (area.bottom >= worksheet.getRowCount())
        this.run(SetWorksheetRowCountMutation.id, {
          ...this.on(sheet),
          rowCount: Math.min(MOST_ROWS, area.bottom + 1 + GROWTH),
        });
      if (area.right >= worksheet.getColumnCount())
        this.run(SetWorksheetColumnCountMutation.id, {
          ...this.on(sheet),
          columnCount: Math.min(MOST_COLUMNS, area.right + 1 + GROWTH),
        });
    });
  }
}
