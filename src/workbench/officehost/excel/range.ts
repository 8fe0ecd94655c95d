/** Excel.Range: a rectangle of one sheet, where it lies, what is next to it, and what is in its cells. */
import type { Area, Cell } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { around, intersection } from '../../../workbook/areas';
import { columnsOf, isEntireColumn, isEntireRow, lastColumn, lastRow, rangeAddress, rowsOf } from './address';
import { CellFormat } from './cellFormat';
import { cellsOf, numberAt, type Cells } from './arguments';
import { apiValue, valueType } from './cells';
import { sheetName } from './sheets';
import { cellText } from './text';
import { RangeConditionalFormats } from './conditionalFormats';
import { clearCells, writeCells, writeNumberFormats, wrongShape } from './writing';
import { hiddenProperties, hide, isHidden } from './hiding';
import { mergeCells, mergedAreas, unmergeCells } from './merging';
import { guardWrite } from './protection';
import { absolute, formulasR1C1 } from './relative';
import { shiftCells } from './shifting';
import { tablesIn } from './tables';

const insertDirections: Readonly<Record<string, 'down' | 'right'>> = { Down: 'down', Right: 'right' };
const deleteDirections: Readonly<Record<string, 'up' | 'left'>> = { Up: 'up', Left: 'left' };

/** More cells than this are not read in one go. */
const mostCells = 5_000_000;

export class Range extends HostObject {
  constructor(
    session: Session,
    readonly sheet: string,
    readonly area: Area,
  ) {
    super(session, 'Range', `sheet:${sheet}/${rangeAddress('', area)}`);
  }

  override identity(): Record<string, unknown> {
    return {};
  }

  /** Positions in points and the like depend on a screen; linked data is not spoken here. */
  override omitted(): readonly string[] {
    return [
      'LinkedDataTypeState',
      'HasSpill',
      'Hyperlink',
      'Style',
      'Top',
      'Left',
      'Height',
      'Width',
      'SavedAsArray',
      'NumberFormatCategories',
    ];
  }

  override get(name: string): unknown {
    const { area, sheet, session } = this;
    switch (name) {
      case 'Address':
      case 'AddressLocal':
        return rangeAddress(sheetName(session, sheet), area);
      case 'RowIndex':
        return area.top;
      case 'ColumnIndex':
        return area.left;
      case 'RowCount':
        return rowsOf(area);
      case 'ColumnCount':
        return columnsOf(area);
      case 'CellCount':
        return cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area);
      case 'IsEntireRow':
        return isEntireRow(area);
      case 'IsEntireColumn':
        return isEntireColumn(area);
      case 'Values':
        return this.cells((cells) => cells.map((row) => row.map(apiValue)));
      case 'ValueTypes':
        return this.cells((cells) => cells.map((row) => row.map(valueType)));
      case 'Text':
        return this.cells((cells) => {
          const formats = session.model.numberFormats(sheet, area);
          return cells.map((row, r) => row.map((cell, c) => cellText(cell, formats[r][c])));
        });
      case 'Formulas':
      case 'FormulasLocal':
        return this.bounded(() => session.model.formulas(sheet, area).map((row) => row.map(apiValue)));
      case 'FormulasR1C1':
        return this.bounded(() => formulasR1C1(session, sheet, area));
      case 'NumberFormat':
      case 'NumberFormatLocal':
        return this.bounded(() => session.model.numberFormats(sheet, area));
      case 'RowHidden':
      case 'ColumnHidden':
        return isHidden(session, sheet, area, name);
      case 'Hidden':
        return [
          isHidden(session, sheet, area, 'RowHidden'),
          isHidden(session, sheet, area, 'ColumnHidden'),
        ].includes(true);
      default:
        return session.unknown(`Range.${name}`);
    }
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    switch (name) {
      case 'Values':
      case 'Formulas':
      case 'FormulasLocal':
        writeCells(this.session, this.sheet, this.area, value);
        return;
      case 'FormulasR1C1':
        writeCells(this.session, this.sheet, this.area, absolute(value, this.area));
        return;
      case 'RowHidden':
      case 'ColumnHidden':
        hide(this.session, this.sheet, this.area, name, value === true);
        return;
      case 'NumberFormat':
      case 'NumberFormatLocal':
        writeNumberFormats(this.session, this.sheet, this.area, value);
        return;
      default:
        this.session.unknown(`Range.${name}`);
    }
  }

  override child(name: string): HostObject {
    switch (name) {
      case 'Worksheet':
        return this.session.make.worksheet(this.sheet);
      case 'Format':
        return new CellFormat(this.session, 'RangeFormat', this.sheet, this.area, 'Format');
      case 'DataValidation':
        return new CellFormat(this.session, 'DataValidation', this.sheet, this.area, 'DataValidation');
      case 'ConditionalFormats':
        return new RangeConditionalFormats(this.session, this.sheet, [this.area]);
      default:
        return this.session.unknown(`Range.${name}`);
    }
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { area, session, sheet } = this;
    const at = (index: number, otherwise: number): number => numberAt(given, index, otherwise);
    switch (name) {
      case 'GetCell':
        return this.near(area.top + at(0, 0), area.left + at(1, 0), 1, 1);
      case 'GetRow':
        return this.near(area.top + at(0, 0), area.left, 1, columnsOf(area));
      case 'GetColumn':
        return this.near(area.top, area.left + at(0, 0), rowsOf(area), 1);
      case 'GetOffsetRange':
        return this.near(area.top + at(0, 0), area.left + at(1, 0), rowsOf(area), columnsOf(area));
      case 'GetResizedRange':
        return this.near(area.top, area.left, rowsOf(area) + at(0, 0), columnsOf(area) + at(1, 0));
      case 'GetAbsoluteResizedRange':
        return this.near(area.top, area.left, at(0, 1), at(1, 1));
      case 'GetRowsBelow':
        return this.near(area.bottom + 1, area.left, at(0, 1), columnsOf(area));
      case 'GetRowsAbove':
        return this.near(area.top - at(0, 1), area.left, at(0, 1), columnsOf(area));
      case 'GetColumnsAfter':
        return this.near(area.top, area.right + 1, rowsOf(area), at(0, 1));
      case 'GetColumnsBefore':
        return this.near(area.top, area.left - at(0, 1), rowsOf(area), at(0, 1));
      case 'GetLastCell':
        return this.near(area.bottom, area.right, 1, 1);
      case 'GetLastRow':
        return this.near(area.bottom, area.left, 1, columnsOf(area));
      case 'GetLastColumn':
        return this.near(area.top, area.right, rowsOf(area), 1);
      case 'GetEntireRow':
        return this.near(area.top, 0, rowsOf(area), lastColumn + 1);
      case 'GetEntireColumn':
        return this.near(0, area.left, lastRow + 1, columnsOf(area));
      case 'GetBoundingRect':
        return this.of(around(area, this.other(given[0]).area));
      case 'GetIntersection': {
        const shared = intersection(area, this.other(given[0]).area);
        if (shared === null) throw new HostError('ItemNotFound');
        return this.of(shared);
      }
      case 'GetUsedRange': {
        const used = session.model.usedArea(sheet, given[0] === true);
        const shared = used === null ? null : intersection(area, used);
        if (shared !== null) return this.of(shared);
        throw new HostError('ItemNotFound');
      }
      case 'GetSurroundingRegion':
        return this.of(this.region());
      case 'GetTables':
        return tablesIn(session, sheet, area, given[0] === true);
      case 'GetRowProperties':
        return hiddenProperties(session, sheet, area, 'RowHidden');
      case 'GetColumnProperties':
        return hiddenProperties(session, sheet, area, 'ColumnHidden');
      case 'Select':
        session.model.activate(sheet);
        session.model.select(sheet, area);
        return null;
      case 'Clear':
        guardWrite(session, sheet);
        clearCells(session, sheet, area, given[0] ?? 'All');
        return null;
      case 'Insert':
      case 'Delete':
        return this.shifted(name, String(given[0]));
      case 'Merge':
        mergeCells(session, sheet, area, given[0] === true);
        return null;
      case 'GetMergedAreas': {
        const merged = mergedAreas(session, sheet, area);
        if (merged.length === 0) throw new HostError('ItemNotFound');
        return session.make.rangeAreas(sheet, merged);
      }
      case 'Unmerge':
        unmergeCells(session, sheet, area);
        return null;
      case 'Calculate':
      case 'SetDirty':
        return null;
      case '_ValidateArraySize':
        if (at(0, 0) !== rowsOf(area) || at(1, 0) !== columnsOf(area)) throw wrongShape();
        return null;
      default:
        return super.call(name, given);
    }
  }

  /** insert gives the new cells, delete nothing. Whole rows and columns know themselves where to go. */
  private shifted(name: 'Insert' | 'Delete', wanted: string): Range | null {
    const { session, sheet, area } = this;
    const directions = name === 'Insert' ? insertDirections : deleteDirections;
    const direction = own(directions, wanted);
    if (direction === undefined) throw new HostError('InvalidArgument');
    const whole = isEntireRow(area) ? 'rows' : isEntireColumn(area) ? 'columns' : null;
    const known =
      whole === null
        ? direction
        : name === 'Insert'
          ? whole === 'rows'
            ? 'down'
            : 'right'
          : whole === 'rows'
            ? 'up'
            : 'left';
    shiftCells(session, sheet, { area, direction: known }, `Range.${name.toLowerCase()}`);
    return name === 'Insert' ? this.of(area) : null;
  }

  private of(area: Area): Range {
    return new Range(this.session, this.sheet, area);
  }

  private near(top: number, left: number, rows: number, columns: number): Range {
    const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    const whole = [top, left, rows, columns].every((number) => Number.isInteger(number));
    if (
      !whole ||
      top < 0 ||
      left < 0 ||
      rows < 1 ||
      columns < 1 ||
      area.bottom > lastRow ||
      area.right > lastColumn
    )
      throw new HostError('InvalidArgument');
    return this.of(area);
  }

  /** Another range as an argument: an object, or an address in the same sheet. */
  private other(given: unknown): Cells {
    const range = cellsOf(
      typeof given === 'string' ? this.session.make.worksheet(this.sheet).call('GetRange', [given]) : given,
    );
    if (range.sheet !== this.sheet) throw new HostError('InvalidArgument');
    return range;
  }

  /** Whole rows and columns have no cells to list: Excel answers null. */
  private bounded<T>(work: () => T): T | null {
    if (isEntireRow(this.area) || isEntireColumn(this.area)) return null;
    if (cellCount(this.area) > mostCells) throw new HostError('RangeExceedsLimit');
    return work();
  }

  private cells<T>(work: (cells: Cell[][]) => T): T | null {
    return this.bounded(() => work(this.session.model.values(this.sheet, this.area)));
  }

  /** The block of filled cells around, bounded by empty rows and columns. Grows until nothing more touches it. */
  private region(): Area {
    const used = this.session.model.usedArea(this.sheet, true);
    let area = this.area;
    if (used === null) return area;
    for (;;) {
      const ring = intersection(
        {
          top: Math.max(0, area.top - 1),
          left: Math.max(0, area.left - 1),
          bottom: area.bottom + 1,
          right: area.right + 1,
        },
        around(used, area),
      );
      if (ring === null) return area;
      const grown = this.grown(area, ring);
      if (grown === area) return area;
      area = grown;
    }
  }

  private grown(area: Area, ring: Area): Area {
    let result = area;
    const strips: Area[] = [
      { ...ring, bottom: ring.top },
      { ...ring, top: ring.bottom },
      { ...ring, right: ring.left },
      { ...ring, left: ring.right },
    ];
    for (const strip of strips) {
      const inside = intersection(strip, area);
      if (inside !== null && rowsOf(inside) === rowsOf(strip) && columnsOf(inside) === columnsOf(strip))
        continue;
      const filled = this.session.model
        .values(this.sheet, strip)
        .some((row) => row.some((cell) => cell !== null));
      if (filled && around(result, strip) !== result) result = around(result, strip);
    }
    return rowsOf(result) === rowsOf(area) && columnsOf(result) === columnsOf(area) ? area : result;
  }
}

function cellCount(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}
