/**
 * A sheet part, streamed: what each element means where it stands.
 *
 * A listener on the scanner: a stack of element kinds, so that an extension list or another namespace cannot pass for
 * cells. Rows and cells go to the cell reader, everything else that is kept to the sheet's view. Linear in the bytes.
 */
import type { BookParts } from './bookParts';
import { CellReader } from './cellReader';
import type { Columns } from './columns';
import type { Opening } from './opening';
import { keepsSpace } from './sharedStrings';
import type { SheetFormulas } from './sheetFormulas';
import type { SheetView } from './sheetView';
import { nameHash, type XmlListener, type XmlScanner } from './xmlScanner';

const WORKSHEET = nameHash('worksheet');
const SHEET_DATA = nameHash('sheetData');
const ROW = nameHash('row');
const C = nameHash('c');
const V = nameHash('v');
const F = nameHash('f');
const IS = nameHash('is');
const R = nameHash('r');
const T = nameHash('t');
const COLS = nameHash('cols');
const COL = nameHash('col');
const MERGE_CELLS = nameHash('mergeCells');
const MERGE_CELL = nameHash('mergeCell');
const AUTO_FILTER = nameHash('autoFilter');
const FILTER_COLUMN = nameHash('filterColumn');

const K_OTHER = 0;
const K_SHEET = 1;
const K_DATA = 2;
const K_ROW = 3;
const K_CELL = 4;
const K_VALUE = 5;
const K_INLINE = 6;
const K_RUN = 7;
const K_WORDS = 8;
const K_COLS = 9;
const K_MERGES = 10;
const K_FILTER = 11;
const K_FILTER_COLUMN = 12;
const K_FORMULA = 13;

export class SheetPart implements XmlListener {
  private readonly kinds: Uint8Array;
  private readonly keeps: Uint8Array;
  private depth = 0;
  private readonly cells: CellReader;

  constructor(
    sheet: string,
    part: string,
    columns: Columns,
    private readonly view: SheetView,
    /** null: what formulas say is not kept. */
    private readonly formulas: SheetFormulas | null,
    emptyFormats: Map<number, number> | null,
    book: BookParts,
    opening: Opening,
  ) {
    this.kinds = new Uint8Array(opening.limits.nesting + 2);
    this.keeps = new Uint8Array(opening.limits.nesting + 2);
    this.cells = new CellReader(sheet, part, columns, view.hiddenRows, formulas, emptyFormats, book, opening);
  }

  open(name: number, scanner: XmlScanner): void {
    const { depth } = this;
    let kind = K_OTHER;
    switch (this.kinds[depth]) {
      case K_ROW:
        if (name === C) {
          kind = K_CELL;
          this.cells.startCell(scanner);
        }
        break;
      case K_CELL:
        if (name === V) {
          kind = K_VALUE;
          this.cells.startValue();
        } else if (name === F) {
          if (this.formulas !== null) kind = K_FORMULA;
          this.cells.startFormula(scanner);
        } else if (name === IS) {
          kind = K_INLINE;
          this.cells.startInline();
        }
        break;
      case K_DATA:
        if (name === ROW) {
          kind = K_ROW;
          this.cells.startRow(scanner);
        }
        break;
      case K_INLINE:
      case K_RUN:
        if (name === T) {
          kind = K_WORDS;
          this.cells.startWords();
        } else if (name === R && this.kinds[depth] === K_INLINE) kind = K_RUN;
        break;
      case K_SHEET:
        kind = this.startSection(name, scanner);
        break;
      case K_COLS:
        if (name === COL) this.view.column(scanner);
        break;
      case K_MERGES:
        if (name === MERGE_CELL) this.view.merge(scanner);
        break;
      case K_FILTER:
        if (name === FILTER_COLUMN) kind = K_FILTER_COLUMN;
        break;
      case K_FILTER_COLUMN:
        this.view.filterCriterion();
        break;
      default:
        if (depth > 0) break;
        if (name !== WORKSHEET) throw scanner.broken('it is not a sheet of cells');
        kind = K_SHEET;
    }
    this.kinds[depth + 1] = kind;
    // The schema knows xml:space on texts only; cells and rows, of which there are millions, are not asked.
    this.keeps[depth + 1] =
      kind < K_ROW || kind > K_VALUE ? keepsSpace(scanner, this.keeps[depth]) : this.keeps[depth];
    this.depth = depth + 1;
  }

  text(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    const kind = this.kinds[this.depth];
    if (kind === K_FORMULA) this.cells.appendFormula(bytes, from, to, literal);
    if (kind !== K_VALUE && kind !== K_WORDS) return;
    this.cells.append(bytes, from, to, literal);
  }

  close(): void {
    switch (this.kinds[this.depth]) {
      case K_VALUE:
        this.cells.endValue();
        break;
      case K_FORMULA:
        this.cells.endFormula();
        break;
      case K_CELL:
        this.cells.endCell();
        break;
      case K_WORDS:
        this.cells.endWords(this.keeps[this.depth] !== 0);
        break;
    }
    this.depth--;
  }

  private startSection(name: number, scanner: XmlScanner): number {
    if (name === SHEET_DATA) return K_DATA;
    if (name === COLS) return K_COLS;
    if (name === MERGE_CELLS) return K_MERGES;
    if (name !== AUTO_FILTER) return K_OTHER;
    this.view.autoFilter(scanner);
    return K_FILTER;
  }
}
