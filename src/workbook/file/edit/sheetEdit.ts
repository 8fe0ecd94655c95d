/**
 * Cells of a sheet part given other values or styles; everything else in the part stays as it was written.
 *
 * New rows and cells go where their order wants them. Rows and cells that do not say where they are (they follow the one
 * before) are made to say it when something is put before them. Linear in the part plus, in memory, the cells changed.
 */
import { areaAddress, cellAddress, parseArea, type Area } from '../../../engine/index';
import type { CellLook } from '../../looks';
import { Refusal } from '../../port';
import type { ByteEdit } from './bytes';
import { cellXml, type StoredValue, tagOf } from './cellXml';
import { CELL_FIELDS, ROW_FIELDS, type Section, type SheetScan } from './sheetScan';
import { attributeOf, startTag } from './xmlTree';

export interface CellChange {
  /** Missing: the cell keeps what it holds. */
  readonly value?: StoredValue;
  /** The number format to give; missing: the cell keeps its style. */
  readonly format?: string;
  readonly look?: CellLook;
  /** Whether its text stands behind a quote; missing: as before. */
  readonly isQuoted?: boolean;
}

/** By row, then by column. */
export type SheetChanges = Map<number, Map<number, CellChange>>;

/** The style of a cell with another number format or look, or with a quote before its text or without. */
export type Restyle = (style: number, change: Pick<CellChange, 'format' | 'isQuoted' | 'look'>) => number;

const decoder = new TextDecoder();

export class SheetEdit {
  readonly edits: ByteEdit[] = [];
  /** Whether a formula has gone for what its cell was given. */
  tookFormula = false;
  private readonly prefix: string;
  private readonly columnStyles: readonly (readonly [min: number, max: number, style: number])[];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly scan: SheetScan,
    private readonly restyle: Restyle,
  ) {
    this.prefix = startTag(this.text(scan.root.from, scan.root.tagTo), 0).prefix;
    this.columnStyles = this.readColumnStyles();
  }

  apply(changes: SheetChanges): void {
    const cellsOf = this.cellsByRow();
    const places = this.rowPlaces(changes);
    const data = this.data();
    const end: string[] = [];
    for (const row of [...changes.keys()].sort((a, b) => a - b)) {
      const cells = [...(changes.get(row) ?? [])].sort((a, b) => a[0] - b[0]);
      const at = places.of.get(row);
      if (at !== undefined) this.editRow(row, at, cells, cellsOf.get(row) ?? []);
      else {
        const xml = this.newRow(row, cells);
        if (xml === '') continue;
        const before = places.before(row);
        if (before < 0) end.push(xml);
        else this.insert(before, xml);
      }
    }
    if (end.length > 0) this.appendTo(data, end.join(''));
    if (this.edits.length > 0 && this.saysTooLittle(places)) this.sayRows();
    this.growDimension(changes);
  }

  /** As the last child of a section. */
  appendTo(section: Section, xml: string): void {
    if (!section.closesItself) this.insert(section.innerTo, xml);
    else {
      const tag = this.text(section.from, section.tagTo);
      const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
      this.put(section.from, section.tagTo, `${tag.replace(/\s*\/>$/, '>')}${xml}</${name}>`);
    }
  }

  insert(at: number, text: string): void {
    this.put(at, at, text);
  }

  put(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text });
  }

  text(from: number, to: number): string {
    return decoder.decode(this.bytes.subarray(from, to));
  }

  private data(): Section {
    const data = this.scan.section('sheetData');
    if (data === undefined) throw new Refusal('other', 'The sheet has no place for cells');
    return data;
  }

  /** Places of cells in scan.cells by row, in the order of the file. */
  private cellsByRow(): Map<number, number[]> {
    const { cells } = this.scan;
    const byRow = new Map<number, number[]>();
    for (let at = 0; at < cells.length; at += CELL_FIELDS) {
      const list = byRow.get(cells.at(at));
      if (list === undefined) byRow.set(cells.at(at), [at]);
      else list.push(at);
    }
    return byRow;
  }

  /** Where the rows to be changed are, and before what a new one goes. */
  private rowPlaces(changes: SheetChanges): RowPlaces {
    const { rows } = this.scan;
    const of = new Map<number, number>();
    const sorted: number[] = [];
    let saysAll = true;
    for (let at = 0; at < rows.length; at += ROW_FIELDS) {
      const row = rows.at(at);
      if (rows.at(at + 5) === 0) saysAll = false;
      if (changes.has(row)) of.set(row, at);
      if (sorted.length === 0 || row > rows.at(sorted[sorted.length - 1])) sorted.push(at);
    }
    const before = (row: number): number => {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rows.at(sorted[middle]) > row) high = middle;
        else low = middle + 1;
      }
      return low < sorted.length ? rows.at(sorted[low] + 1) : -1;
    };
    return { of, before, saysAll };
  }

  private saysTooLittle({ saysAll }: RowPlaces): boolean {
    return !saysAll;
  }

  private sayRows(): void {
    const { rows } = this.scan;
    for (let at = 0; at < rows.length; at += ROW_FIELDS) {
      if (rows.at(at + 5) === 1) continue;
      const tag = this.text(rows.at(at + 1), rows.at(at + 2));
      this.insert(rows.at(at + 1) + nameLength(tag), ` r="${rows.at(at) + 1}"`);
    }
  }

  private editRow(
    row: number,
    at: number,
    changes: readonly (readonly [number, CellChange])[],
    cells: number[],
  ): void {
    const { rows } = this.scan;
    const [tagFrom, tagTo, innerTo] = [rows.at(at + 1), rows.at(at + 2), rows.at(at + 3)];
    const list = this.scan.cells;
    const tag = this.text(tagFrom, tagTo);
    const rowStyle = styleOfRow(tag);
    const wanted = new Map(changes);
    const last = new Map<number, number>();
    for (const cell of cells) last.set(list.at(cell + 1), cell);
    let counts = false;
    for (const cell of cells) {
      const column = list.at(cell + 1);
      const change = wanted.get(column);
      if (change === undefined) continue;
      if (change.value !== undefined && this.hasFormula(cell)) this.tookFormula = true;
      if (last.get(column) === cell) this.editCell(row, column, cell, change);
      else this.put(list.at(cell + 2), list.at(cell + 4), '');
      counts = true;
    }
    const added: string[] = [];
    // Columns are changed in their order, so what was not behind one is not behind the next.
    let next = 0;
    for (const [column, change] of changes) {
      if (last.has(column)) continue;
      const xml = this.newCell(row, column, change, rowStyle);
      if (xml === '') continue;
      counts = true;
      while (next < cells.length && list.at(cells[next] + 1) <= column) next++;
      if (next < cells.length) this.insert(list.at(cells[next] + 2), xml);
      else if (innerTo >= 0) this.insert(innerTo, xml);
      else added.push(xml);
    }
    if (counts) this.sayCells(cells, last, wanted);
    if (added.length > 0) {
      const says = rows.at(at + 5) === 1 ? '' : ` r="${row + 1}"`;
      const open = withoutSpans(tag).replace(/^<[^\s/>]+/, (name) => name + says);
      this.put(tagFrom, tagTo, `${open.replace(/\s*\/>$/, '>')}${added.join('')}</${this.prefix}row>`);
    } else if (counts && innerTo >= 0) {
      const spans = / spans\s*=\s*(?:"[^"]*"|'[^']*')/.exec(tag);
      // A hint at the first and last column that is now wrong; it may be left out.
      if (spans !== null && changes.some(([column]) => !last.has(column)))
        this.put(
          tagFrom + byteLength(tag.slice(0, spans.index)),
          tagFrom + byteLength(tag.slice(0, spans.index) + spans[0]),
          '',
        );
    }
  }

  /** Cells that only follow the one before would move when that one goes. */
  private sayCells(
    cells: readonly number[],
    last: ReadonlyMap<number, number>,
    wanted: ReadonlyMap<number, CellChange>,
  ): void {
    const list = this.scan.cells;
    for (const cell of cells) {
      if (list.at(cell + 5) === 1) continue;
      const [row, column, from, tagTo] = [0, 1, 2, 3].map((field) => list.at(cell + field));
      if (wanted.has(column) && last.get(column) === cell) continue;
      this.insert(from + nameLength(this.text(from, tagTo)), ` r="${cellAddress('', row, column)}"`);
    }
  }

  private hasFormula(cell: number): boolean {
    const { cells } = this.scan;
    return /<(?:[^\s/>:]+:)?f[\s/>]/.test(this.text(cells.at(cell + 3), cells.at(cell + 4)));
  }

  private editCell(row: number, column: number, cell: number, change: CellChange): void {
    const { value } = change;
    const list = this.scan.cells;
    const [from, tagTo, to] = [list.at(cell + 2), list.at(cell + 3), list.at(cell + 4)];
    const tag = this.text(from, tagTo);
    const { style, others } = tagOf(tag);
    const next = this.restyle(style, change);
    if (value !== undefined) {
      const isEmpty = value === null && next === 0 && others === '' && !tagOf(tag).hasStyle;
      this.put(
        from,
        to,
        isEmpty ? '' : cellXml(this.prefix, cellAddress('', row, column), next, others, value),
      );
      return;
    }
    if (next === style) {
      if (list.at(cell + 5) === 0)
        this.insert(from + nameLength(tag), ` r="${cellAddress('', row, column)}"`);
      return;
    }
    const known = startTag(tag, 0).attributes.find(({ name }) => name === 's');
    const [start, end] = known === undefined ? [nameLength(tag), nameLength(tag)] : [known.from, known.to];
    const at = from + byteLength(tag.slice(0, start));
    const address = list.at(cell + 5) === 1 ? '' : ` r="${cellAddress('', row, column)}"`;
    this.put(at, from + byteLength(tag.slice(0, end)), `${address} s="${next}"`);
  }

  private newRow(row: number, changes: readonly (readonly [number, CellChange])[]): string {
    const cells = changes.map(([column, change]) => this.newCell(row, column, change, null)).join('');
    return cells === '' ? '' : `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
  }

  private newCell(row: number, column: number, change: CellChange, rowStyle: number | null): string {
    const { value = null } = change;
    const inherited = rowStyle ?? this.styleOfColumn(column);
    const style = this.restyle(inherited, change);
    if (value === null && style === inherited) return '';
    return cellXml(this.prefix, cellAddress('', row, column), style, '', value);
  }

  private styleOfColumn(column: number): number {
    return this.columnStyles.find(([min, max]) => column >= min && column <= max)?.[2] ?? 0;
  }

  private readColumnStyles(): (readonly [number, number, number])[] {
    const cols = this.scan.section('cols');
    if (cols === undefined) return [];
    const tags = this.text(cols.tagTo, cols.innerTo).match(/<[^/!?][^>]*>/g) ?? [];
    return tags.flatMap((tag) => {
      const element = startTag(tag, 0);
      const number = (name: string): number => Number(attributeOf(element, name) ?? NaN);
      const style = number('style');
      return style > 0 ? [[number('min') - 1, number('max') - 1, style] as const] : [];
    });
  }

  private growDimension(changes: SheetChanges): void {
    const section = this.scan.section('dimension');
    if (section === undefined) return;
    const element = startTag(this.text(section.from, section.tagTo), 0);
    const ref = element.attributes.find(({ name }) => name === 'ref');
    const known = ref === undefined ? null : parseArea(ref.value);
    if (known === null || ref === undefined) return;
    const grown: Grown = { ...known };
    for (const [row, cells] of changes)
      for (const [column, { value }] of cells) {
        if (value === undefined || value === null) continue;
        grown.top = Math.min(grown.top, row);
        grown.bottom = Math.max(grown.bottom, row);
        grown.left = Math.min(grown.left, column);
        grown.right = Math.max(grown.right, column);
      }
    const text = areaAddress('', grown);
    if (text !== areaAddress('', known))
      this.put(section.from + ref.from, section.from + ref.to, ` ref="${text}"`);
  }
}

interface RowPlaces {
  /** Places in scan.rows. */
  readonly of: ReadonlyMap<number, number>;
  /** Where the first row below begins; -1 for none. */
  readonly before: (row: number) => number;
  readonly saysAll: boolean;
}

type Grown = { -readonly [Side in keyof Area]: number };

function styleOfRow(tag: string): number | null {
  const element = startTag(tag, 0);
  const custom = attributeOf(element, 'customFormat');
  return custom === '1' || custom === 'true' ? tagOf(tag).style : null;
}

function withoutSpans(tag: string): string {
  return tag.replace(/ spans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
}

/** Bytes of '<x:row'. */
function nameLength(tag: string): number {
  return byteLength(/^<[^\s/>]+/.exec(tag)?.[0] ?? '');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
