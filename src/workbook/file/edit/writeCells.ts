/** Writes of one sheet, checked against what stands there, carried out on its part. */
import { areaAddress, cellAddress, isCellError, type Area, type Cell } from '../../../engine/index';
import { nameKey } from '../../names';
import type { CellLook } from '../../looks';
import { type Formula, type NewCell, Refusal } from '../../port';
import { cellKey } from '../cells';
import { sheetsIn, tablesIn, renameColumnsIn } from '../formula/mentions';
import { shiftFormula } from '../formula/shift';
import { maySpill } from '../formula/spills';
import { FormulaFault, formulaToFile } from '../formula/toFile';
import { splicedBytes } from './bytes';
import type { StoredValue } from './cellXml';
import { dynamicArrayMetadata } from './dynamicArrays';
import { rewriteEverywhere } from './everywhere';
import { NumberFormats } from './numberFormats';
import type { Parts } from './parts';
import { SheetEdit, type CellChange, type SheetChanges } from './sheetEdit';
import { CELL_FIELDS, SHARED_FIELDS, SheetScan, type ArrayFormula } from './sheetScan';
import { checkSheetProtection } from './sheetProtection';
import { columnNames, renameColumns, type TableXml } from './tableXml';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { startTag, textOf } from './xmlTree';

/** Row, column and value of a cell beside the formula that fills it. */
type SpilledCell = readonly [number, number, Cell];

/** What cells are to be given, before formulas are put as files store them. By row, then by column. */
export interface WantedChange {
  readonly value?: NewCell | Cell;
  readonly format?: string;
  readonly look?: CellLook;
}
export type Wanted = Map<number, Map<number, WantedChange>>;

export interface Written {
  /** Whether formulas have gone or come, so that the order of calculation is another one. */
  readonly changedFormulas: boolean;
  /** Whether a formula has no result yet. */
  readonly isUncalculated: boolean;
}

export class SheetWriter {
  constructor(
    private readonly parts: Parts,
    private readonly workbook: WorkbookXml,
    private readonly sheet: SheetLink,
    private readonly tables: readonly TableXml[],
  ) {}

  async write(wanted: Wanted): Promise<Written> {
    await this.fitHeadings(wanted);
    const bytes = await this.parts.bytes(this.sheet.part);
    const { part } = this.sheet;
    let scan = SheetScan.of(bytes, part, this.parts.opening, (row) => wanted.has(row));
    checkSheetProtection(scan, bytes, this.sheet.name);
    this.checkMerges(scan, wanted);
    const rowsBefore = wanted.size;
    const blocked = this.clearSpills(scan, wanted);
    const { changes, spilled, isUncalculated, hasFormula } = await this.stored(wanted);
    if (changes.size > rowsBefore || blocked.length > 0)
      scan = SheetScan.of(
        bytes,
        part,
        this.parts.opening,
        (row) => changes.has(row) || blocked.some((array) => array.row === row),
      );
    const formats = await this.numberFormats(wanted);
    const edit = new SheetEdit(bytes, scan, formats?.restyle ?? ((style) => style));
    this.checkRoom(spilled, wanted, scan, edit);
    this.block(blocked, scan, edit, changes);
    edit.apply(changes);
    this.dissolveGroups(scan, edit, changes);
    formats?.write(this.parts);
    if (edit.edits.length > 0) this.parts.write(part, splicedBytes(bytes, edit.edits));
    return { changedFormulas: edit.tookFormula || hasFormula || blocked.length > 0, isUncalculated };
  }

  /** What a formula spills lies over nothing that stood there before; what it spilled itself has been emptied. */
  private checkRoom(spilled: readonly SpilledCell[], wanted: Wanted, scan: SheetScan, edit: SheetEdit): void {
    const places = new Set(spilled.map(([row, column]) => cellKey(row, column)));
    if (places.size === 0) return;
    for (let at = 0; at < scan.cells.length; at += CELL_FIELDS) {
      const [row, column] = [scan.cells.at(at), scan.cells.at(at + 1)];
      if (!places.has(cellKey(row, column)) || wanted.get(row)?.get(column)?.value !== undefined) continue;
      const xml = edit.text(scan.cells.at(at + 2), scan.cells.at(at + 4));
      if (/<(?:[^\s/>:]+:)?(?:f|v|is)[\s>]/.test(xml))
        throw new Refusal('other', `The result of a formula would lie over ${this.address(row, column)}`);
    }
    for (const area of scan.merges)
      if (spilled.some(([row, column]) => holds(area, row, column)))
        throw new Refusal(
          'other',
          `The result of a formula would lie over the merged cells ${areaAddress('', area)}`,
        );
  }

  /** null where no cell can get another style: none is given a format or a quote, and none can have a quote to lose. */
  private async numberFormats(wanted: Wanted): Promise<NumberFormats | null> {
    for (const cells of wanted.values())
      for (const { value, format, look } of cells.values())
        if (format !== undefined || look !== undefined || isQuoted(value))
          return NumberFormats.read(this.parts, this.workbook);
    return (await NumberFormats.haveQuotes(this.parts, this.workbook))
      ? NumberFormats.read(this.parts, this.workbook)
      : null;
  }

  private checkMerges(scan: SheetScan, wanted: Wanted): void {
    for (const area of scan.merges)
      for (const { row, column, value } of within(wanted, area))
        if (value !== undefined && value !== null && value !== '' && (row > area.top || column > area.left))
          throw new Refusal(
            'other',
            `${this.address(row, column)} lies hidden in the merged cells ${areaAddress('', area)}`,
          );
  }

  /**
   * What overwriting does to formulas over several cells: a fixed array can only be overwritten whole, one that spills
   * loses its other cells with its first, and is blocked by a value in one of the others. Answers those blocked.
   */
  private clearSpills(scan: SheetScan, wanted: Wanted): ArrayFormula[] {
    const blocked: ArrayFormula[] = [];
    for (const array of scan.arrays) {
      const touched = within(wanted, array.area).filter(({ value }) => value !== undefined);
      if (touched.length === 0) continue;
      const cells = (array.area.bottom - array.area.top + 1) * (array.area.right - array.area.left + 1);
      const first = touched.some(({ row, column }) => row === array.row && column === array.column);
      if (!array.spills) {
        if (touched.length === cells) continue;
        const what = array.isDataTable ? 'the data table' : 'the array formula';
        throw new Refusal(
          'other',
          `${this.address(touched[0].row, touched[0].column)} is a part of ${what} in ${areaAddress('', array.area)}`,
        );
      }
      const blocks = touched.some(({ value }) => value !== null && value !== '');
      if (!first && !blocks) {
        // Emptying what a formula has spilled changes nothing.
        for (const { row, column } of touched) setValue(wanted, row, column, undefined);
        continue;
      }
      for (let row = array.area.top; row <= array.area.bottom; row++)
        for (let column = array.area.left; column <= array.area.right; column++) {
          if (row === array.row && column === array.column) continue;
          if (wanted.get(row)?.get(column)?.value === undefined) setValue(wanted, row, column, null);
        }
      if (!first) blocked.push(array);
    }
    return blocked;
  }

  /** A formula that can no longer spill shows why, with its text as it was. */
  private block(
    blocked: readonly ArrayFormula[],
    scan: SheetScan,
    edit: SheetEdit,
    changes: SheetChanges,
  ): void {
    for (const { row, column } of blocked) {
      for (let at = 0; at < scan.cells.length; at += CELL_FIELDS) {
        if (scan.cells.at(at) !== row || scan.cells.at(at + 1) !== column) continue;
        const xml = edit.text(scan.cells.at(at + 2), scan.cells.at(at + 4));
        const formula = /<(?:[^\s/>:]+:)?f[\s>][^>]*>([\s\S]*?)<\/(?:[^\s/>:]+:)?f\s*>/.exec(xml);
        const metadata = startTag(xml, 0).attributes.find(({ name }) => name === 'cm')?.value ?? '1';
        const array = { ref: cellAddress('', row, column), metadata: Number(metadata) };
        const stored = textOf(formula?.[1] ?? '');
        rowOf(changes, row).set(column, { value: { stored, array, result: { error: '#SPILL!' } } });
      }
    }
  }

  /** Values as files store them: formulas translated, and what they spilled put into the cells beside them. */
  private async stored(wanted: Wanted): Promise<{
    changes: SheetChanges;
    spilled: readonly SpilledCell[];
    isUncalculated: boolean;
    hasFormula: boolean;
  }> {
    const changes: SheetChanges = new Map();
    let [isUncalculated, hasFormula] = [false, false];
    const spilled: SpilledCell[] = [];
    for (const [row, cells] of wanted) {
      const changed = rowOf(changes, row);
      for (const [column, { value, format, look }] of cells) {
        const change: { value?: StoredValue; format?: string; look?: CellLook; isQuoted?: boolean } = {};
        if (format !== undefined) change.format = format;
        if (look !== undefined) change.look = look;
        if (value !== undefined && value !== null && value !== '') change.isQuoted = isQuoted(value);
        if (isFormula(value)) {
          hasFormula = true;
          if (value.result === undefined) isUncalculated = true;
          change.value = await this.storedFormula(value, row, column, wanted, spilled);
        } else if (value !== undefined) change.value = value === '' ? null : value;
        changed.set(column, change);
      }
    }
    for (const [row, column, value] of spilled) {
      const known = changes.get(row)?.get(column);
      rowOf(changes, row).set(column, { ...known, value });
    }
    return { changes, spilled, isUncalculated, hasFormula };
  }

  private async storedFormula(
    { formula, result = null }: Formula,
    row: number,
    column: number,
    wanted: Wanted,
    spilled: SpilledCell[],
  ): Promise<StoredValue> {
    const where = this.address(row, column);
    const stored = this.translated(formula, row, column);
    const rows: readonly (readonly Cell[])[] = isRows(result) ? result : [[result]];
    const area = {
      top: row,
      left: column,
      bottom: row + rows.length - 1,
      right: column + (rows[0]?.length ?? 1) - 1,
    };
    if (!isRows(result) && !maySpill(formula)) return { stored, array: null, result };
    rows.forEach((line, down) =>
      line.forEach((value, across) => {
        if (down === 0 && across === 0) return;
        const other = wanted.get(row + down)?.get(column + across)?.value;
        if (other !== undefined && other !== null && other !== '')
          throw new Refusal(
            'other',
            `The result of ${where} would lie over ${this.address(row + down, column + across)}`,
          );
        spilled.push([row + down, column + across, value]);
      }),
    );
    const metadata = await dynamicArrayMetadata(this.parts, this.workbook);
    return { stored, array: { ref: areaAddress('', area), metadata }, result: rows[0]?.[0] ?? null };
  }

  /** The formula as files store it. What Excel would call damaged is refused. */
  private translated(formula: string, row: number, column: number): string {
    const where = this.address(row, column);
    const table = this.tables.find(
      ({ sheet, area }) => sheet.part === this.sheet.part && holds(area, row, column),
    );
    const sheets = new Set(this.workbook.sheets.map(({ name }) => nameKey(name)));
    const unknown = sheetsIn(formula).find((name) => !sheets.has(nameKey(name)));
    if (unknown !== undefined)
      throw new Refusal(
        'missing',
        `The formula in ${where} refers to the sheet "${unknown}", and there is none`,
      );
    const names = new Set(this.tables.map(({ name }) => nameKey(name)));
    const noTable = tablesIn(formula).find((name) => !names.has(nameKey(name)));
    if (noTable !== undefined)
      throw new Refusal(
        'missing',
        `The formula in ${where} refers to the table "${noTable}", and there is none`,
      );
    try {
      return formulaToFile(formula, table?.name ?? null);
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error;
      throw new Refusal('other', `The formula "${formula.slice(0, 60)}" in ${where} ${error.message}`);
    }
  }

  /** The others of a group whose first cell goes get the formula as their own. */
  private dissolveGroups(scan: SheetScan, edit: SheetEdit, changes: SheetChanges): void {
    const { shared } = scan;
    const isGone = (at: number): boolean =>
      changes.get(shared.at(at + 1))?.get(shared.at(at + 2))?.value !== undefined;
    const groups = new Map<number, { text: string; row: number; column: number }>();
    for (let at = 0; at < shared.length; at += SHARED_FIELDS) {
      if (shared.at(at + 5) === 0 || !isGone(at)) continue;
      const text = textOf(edit.text(shared.at(at + 3), shared.at(at + 4)));
      groups.set(shared.at(at), { text, row: shared.at(at + 1), column: shared.at(at + 2) });
    }
    if (groups.size === 0) return;
    for (let at = 0; at < shared.length; at += SHARED_FIELDS) {
      const group = groups.get(shared.at(at));
      if (group === undefined || isGone(at)) continue;
      const [row, column, from, to] = [1, 2, 3, 4].map((field) => shared.at(at + field));
      const tag = edit.text(from, to);
      const prefix = startTag(tag, 0).prefix;
      const own =
        shared.at(at + 5) === 1
          ? textOf(tag)
          : shiftFormula(group.text, row - group.row, column - group.column);
      edit.put(from, to, `<${prefix}f>${own.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${prefix}f>`);
    }
  }

  /** Columns of tables are called what their headings say: the names, the headings and all formulas agree afterwards. */
  private async fitHeadings(wanted: Wanted): Promise<void> {
    for (const table of this.tables) {
      const { area, columns, hasHeading } = table;
      if (table.sheet.part !== this.sheet.part || !hasHeading) continue;
      const heading = wanted.get(area.top);
      const isWritten = (index: number): boolean => heading?.get(area.left + index)?.value !== undefined;
      if (heading === undefined || !columns.some((_, index) => isWritten(index))) continue;
      const texts = columns.map((name, index) => {
        const value = heading.get(area.left + index)?.value;
        if (isFormula(value))
          throw new Refusal(
            'other',
            `${this.address(area.top, area.left + index)} is the heading of a table, which cannot be a formula`,
          );
        return value === undefined ? name : headingText(value);
      });
      const names = columnNames(texts, isWritten);
      const renamed = new Map<string, string>();
      names.forEach((name, index) => {
        if (!isWritten(index)) return;
        setValue(wanted, area.top, area.left + index, name);
        if (name !== columns[index]) renamed.set(nameKey(columns[index]), name);
      });
      if (renamed.size === 0) continue;
      await renameColumns(this.parts, table, names);
      await rewriteEverywhere(this.parts, {
        formula: (formula) => renameColumnsIn(formula, table.name, renamed),
      });
    }
  }

  private address(row: number, column: number): string {
    return cellAddress(this.sheet.name, row, column);
  }
}

export function headingText(value: Cell): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** Text that Excel would take for a formula when its cell is edited: it stays text behind a quote that is not part of it. */
function isQuoted(value: NewCell | Cell | undefined): boolean {
  return typeof value === 'string' && /^[=+\-@]/.test(value);
}

function isFormula(value: NewCell | Cell | undefined): value is Formula {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

function isRows(result: Formula['result'] | null): result is readonly (readonly Cell[])[] {
  return Array.isArray(result);
}

function holds(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

interface WantedCell {
  readonly row: number;
  readonly column: number;
  readonly value?: NewCell | Cell;
}

/** The cells of an area that are to be changed. O(the smaller of the area's rows and the changed ones, and their cells). */
function within(wanted: Wanted, area: Area): WantedCell[] {
  const found: WantedCell[] = [];
  const look = (row: number): void => {
    for (const [column, { value }] of wanted.get(row) ?? [])
      if (column >= area.left && column <= area.right)
        found.push({ row, column, ...(value === undefined ? {} : { value }) });
  };
  if (area.bottom - area.top < wanted.size) for (let row = area.top; row <= area.bottom; row++) look(row);
  else for (const row of wanted.keys()) if (row >= area.top && row <= area.bottom) look(row);
  return found;
}

function setValue(wanted: Wanted, row: number, column: number, value: Cell | undefined): void {
  const cells = wanted.get(row) ?? new Map<number, WantedChange>();
  wanted.set(row, cells);
  const { value: before, ...kept } = cells.get(column) ?? {};
  if (value !== undefined) cells.set(column, { ...kept, value });
  else if (before !== undefined || !cells.has(column)) cells.set(column, kept);
}

function rowOf(changes: SheetChanges, row: number): Map<number, CellChange> {
  const known = changes.get(row);
  if (known !== undefined) return known;
  const made = new Map<number, CellChange>();
  changes.set(row, made);
  return made;
}
