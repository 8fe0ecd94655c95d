/**
 * Where things stand in a sheet part: rows, the cells of the rows that will be changed, formulas that belong together,
 * and the sections around the cells.
 *
 * Numbers in flat lists rather than objects: a sheet has up to a million rows. Linear in the bytes.
 */
import type { Area } from '../../../engine/index';
import { parseArea } from '../../../engine/index';
import { packedAddress } from '../cells';
import type { Opening } from '../opening';
import { valueOf, wholeOf } from '../sheetView';
import { nameHash, type XmlListener, XmlScanner } from '../xmlScanner';
import { NumberList } from './numberList';

const WORKSHEET = nameHash('worksheet');
const SHEET_DATA = nameHash('sheetData');
const MERGE_CELLS = nameHash('mergeCells');
const MERGE_CELL = nameHash('mergeCell');
const ROW = nameHash('row');
const C = nameHash('c');
const F = nameHash('f');
const R = nameHash('r');
const T = nameHash('t');
const SI = nameHash('si');
const REF = nameHash('ref');
const CM = nameHash('cm');

/** Numbers of one row: its number, its start tag, its end tag, its end, whether it says its number. */
export const ROW_FIELDS = 6;
/** Numbers of one cell: row, column, its start tag, its end, whether it says its address. */
export const CELL_FIELDS = 6;
/** Numbers of one cell of a shared group: group, row, column, <f> from and to, whether it holds the text. */
export const SHARED_FIELDS = 6;

export interface Section {
  readonly name: number;
  readonly from: number;
  tagTo: number;
  innerTo: number;
  to: number;
  readonly closesItself: boolean;
}

/** A formula over several cells. */
export interface ArrayFormula {
  readonly area: Area;
  readonly row: number;
  readonly column: number;
  /** Of a dynamic array, which spills and may be overwritten. */
  readonly spills: boolean;
  readonly isDataTable: boolean;
}

export class SheetScan implements XmlListener {
  readonly rows = new NumberList(1 << 12);
  /** Of the rows that `wanted` names only. */
  readonly cells = new NumberList(1 << 12);
  readonly shared = new NumberList(64);
  readonly arrays: ArrayFormula[] = [];
  readonly merges: Area[] = [];
  /** Children of <worksheet>, in their order. */
  readonly sections: Section[] = [];
  root: Section = { name: 0, from: 0, tagTo: 0, innerTo: 0, to: 0, closesItself: false };
  hasFormulas = false;
  private depth = 0;
  private inData = false;
  private inMerges = false;
  private row = -1;
  private column = -1;
  private isWanted = false;
  private hasMetadata = false;
  private inCell = false;
  private formulaDepth = -1;

  private constructor(
    private readonly wanted: (row: number) => boolean,
    private scanner: XmlScanner | null,
  ) {}

  static of(bytes: Uint8Array, part: string, opening: Opening, wanted: (row: number) => boolean): SheetScan {
    const scan = new SheetScan(wanted, null);
    const scanner = new XmlScanner(scan, part, opening);
    scan.scanner = scanner;
    const piece = 1 << 16;
    for (let at = 0; at < bytes.length; at += piece) scanner.write(bytes.subarray(at, at + piece));
    scanner.finish();
    return scan;
  }

  section(name: string): Section | undefined {
    const hash = nameHash(name);
    return this.sections.find((section) => section.name === hash);
  }

  open(name: number, scanner: XmlScanner): void {
    const depth = this.depth++;
    if (depth === 0) {
      if (name !== WORKSHEET) throw scanner.broken('it is not a sheet of cells');
      this.root = sectionOf(name, scanner);
    } else if (depth === 1) {
      this.inData = name === SHEET_DATA;
      this.inMerges = name === MERGE_CELLS;
      this.sections.push(sectionOf(name, scanner));
    } else if (depth === 2 && this.inData && name === ROW) this.openRow(scanner);
    else if (depth === 2 && this.inMerges && name === MERGE_CELL) {
      const area = parseArea(valueOf(scanner, REF));
      if (area !== null) this.merges.push(area);
    } else if (depth === 3 && this.inData && name === C) this.openCell(scanner);
    else if (depth === 4 && this.inCell && name === F) this.openFormula(scanner);
  }

  text(): void {
    // Only places are wanted here.
  }

  close(): void {
    const depth = --this.depth;
    const { scanner } = this;
    if (scanner === null) return;
    if (depth === 0) {
      this.root.innerTo = scanner.closesItself && this.root.closesItself ? this.root.tagTo : scanner.tagFrom;
      this.root.to = scanner.tagTo;
    } else if (depth === 1) {
      const section = this.sections[this.sections.length - 1];
      section.innerTo = section.closesItself ? section.tagTo : scanner.tagFrom;
      section.to = scanner.tagTo;
      this.inData = false;
      this.inMerges = false;
    } else if (depth === 2 && this.inData && this.rows.length > 0) {
      const at = this.rows.length - ROW_FIELDS;
      if (this.rows.at(at + 4) >= 0) return;
      // An element that is no row closes here as well: the last row has its end by then.
      this.rows.set(at + 3, scanner.tagFrom === this.rows.at(at + 1) ? -1 : scanner.tagFrom);
      this.rows.set(at + 4, scanner.tagTo);
    } else if (depth === 3 && this.inCell) {
      this.inCell = false;
      if (this.isWanted) this.cells.set(this.cells.length - 2, scanner.tagTo);
    } else if (depth === 4 && this.formulaDepth >= 0) {
      this.shared.set(this.formulaDepth, scanner.tagTo);
      this.formulaDepth = -1;
    }
  }

  private openRow(scanner: XmlScanner): void {
    let row = this.row + 1;
    let says = 0;
    for (let index = 0; index < scanner.attributes; index++) {
      if (scanner.attributeName[index] !== R) continue;
      row = wholeOf(scanner, index) - 1;
      says = 1;
    }
    this.row = row;
    this.column = -1;
    this.isWanted = this.wanted(row);
    this.rows.push(row, scanner.tagFrom, scanner.tagTo, -1, -1, says);
  }

  private openCell(scanner: XmlScanner): void {
    this.column++;
    this.inCell = true;
    this.hasMetadata = false;
    let says = 0;
    for (let index = 0; index < scanner.attributes; index++) {
      const name = scanner.attributeName[index];
      if (name === CM) this.hasMetadata = true;
      if (name !== R) continue;
      const address = addressIn(scanner, index);
      if (address < 0) throw scanner.broken('a cell without an address');
      this.column = address & 0x7fff;
      const row = Math.floor(address / 0x8000);
      if (row !== this.row) {
        // A cell that says it is in another row is one: its row is taken by its own word.
        this.row = row;
        this.isWanted = this.wanted(row);
      }
      says = 1;
    }
    if (this.isWanted) this.cells.push(this.row, this.column, scanner.tagFrom, scanner.tagTo, -1, says);
  }

  private openFormula(scanner: XmlScanner): void {
    this.hasFormulas = true;
    if (scanner.attributes === 0) return;
    const type = valueOf(scanner, T);
    if (type === 'array' || type === 'dataTable') {
      const area = parseArea(valueOf(scanner, REF));
      const at = { row: this.row, column: this.column };
      const spills = type === 'array' && this.hasMetadata;
      if (area !== null) this.arrays.push({ area, ...at, spills, isDataTable: type === 'dataTable' });
    } else if (type === 'shared') {
      const group = Number(/^\d{1,9}$/.exec(valueOf(scanner, SI)) ?? -1);
      const hasText = scanner.closesItself ? 0 : 1;
      this.shared.push(group, this.row, this.column, scanner.tagFrom, scanner.tagTo, hasText);
      this.formulaDepth = this.shared.length - 2;
    }
  }
}

function addressIn(scanner: XmlScanner, index: number): number {
  const { bytes, attributeFrom, attributeTo } = scanner;
  if (scanner.attributeCoded[index] === 0)
    return packedAddress(bytes, attributeFrom[index], attributeTo[index]);
  const text = new TextEncoder().encode(scanner.attributeText(index));
  return packedAddress(text, 0, text.length);
}

function sectionOf(name: number, scanner: XmlScanner): Section {
  const { tagFrom, tagTo, closesItself } = scanner;
  return { name, from: tagFrom, tagTo, innerTo: tagTo, to: tagTo, closesItself };
}
