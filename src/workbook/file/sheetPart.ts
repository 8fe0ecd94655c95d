/**
 * A sheet part, streamed into columns.
 *
 * A listener on the scanner: a stack of element kinds says what each name means where it stands, so that an extension
 * list or another namespace cannot pass for cells. Rows and cells without an address follow the one before. A formula
 * gives its stored value; one that was never calculated gives '#UNSTORED!', because nothing is evaluated here.
 * Linear in the bytes; no object per cell, and no string for a number.
 */
import type { Area, CellError } from '../../engine/index';
import { cellAddress, parseArea } from '../../engine/index';
import {
  cellType,
  packedAddress,
  serialOfIso,
  T_BOOLEAN,
  T_DATE,
  T_ERROR,
  T_INLINE,
  T_NUMBER,
  T_SHARED,
  T_TEXT,
} from './cells';
import { BOOLEAN, type Columns, ERROR, FORMULA, NUMBER, TEXT } from './columns';
import { plainNumber, wholeNumber } from './numbers';
import type { Opening } from './opening';
import { grouped } from './opening';
import { keepsSpace } from './sharedStrings';
import { isOnText, type SheetView, valueOf, wholeOf } from './sheetView';
import { GENERAL, ISO_DATE } from './styles';
import { TextBuffer } from './textBuffer';
import { NotUtf8, type Texts } from './texts';
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
// Attributes share names with elements (r, t, s ...): their hashes are the same function of the same letters.
const S = nameHash('s');
const REF = nameHash('ref');
const HIDDEN = nameHash('hidden');

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

/** Array formulas that may lie over one row; more are marked at their first cell only. */
const MOST_ARRAYS = 64;

/** Errors of all sheets, shared, so that reading a cell makes nothing. */
export class Errors {
  readonly list: CellError[] = [];
  private readonly indexOf = new Map<string, number>();

  index(error: string): number {
    const known = this.indexOf.get(error);
    if (known !== undefined) return known;
    const index = this.list.push({ error }) - 1;
    this.indexOf.set(error, index);
    return index;
  }
}

/** What all sheets of a book share. */
export interface BookParts {
  readonly texts: Texts;
  /** How many of the texts cells can point at. */
  readonly sharedTexts: number;
  readonly errors: Errors;
  readonly formatOfStyle: Uint16Array;
  readonly date1904: boolean;
}

export class SheetPart implements XmlListener {
  private readonly kinds: Uint8Array;
  private readonly keeps: Uint8Array;
  private depth = 0;
  private readonly content: TextBuffer;
  private runStart = 0;
  private rowsSeen = 0;
  private row = -1;
  private column = -1;
  private type = T_NUMBER;
  private style = 0;
  private hasValue = false;
  private hasFormula = false;
  private arrays: Area[] = [];

  constructor(
    private readonly sheet: string,
    private readonly part: string,
    private readonly columns: Columns,
    private readonly view: SheetView,
    private readonly book: BookParts,
    private readonly opening: Opening,
  ) {
    this.kinds = new Uint8Array(opening.limits.nesting + 2);
    this.keeps = new Uint8Array(opening.limits.nesting + 2);
    this.content = new TextBuffer(opening.limits.cellText);
  }

  open(name: number, scanner: XmlScanner): void {
    const { depth } = this;
    let kind = K_OTHER;
    switch (this.kinds[depth]) {
      case K_ROW:
        if (name === C) {
          kind = K_CELL;
          this.startCell(scanner);
        }
        break;
      case K_CELL:
        if (name === V) {
          kind = K_VALUE;
          this.content.clear();
        } else if (name === F) this.startFormula(scanner);
        else if (name === IS) {
          kind = K_INLINE;
          this.content.clear();
          this.hasValue = true;
        }
        break;
      case K_DATA:
        if (name === ROW) {
          kind = K_ROW;
          this.startRow(scanner);
        }
        break;
      case K_INLINE:
      case K_RUN:
        if (name === T) {
          kind = K_WORDS;
          this.runStart = this.content.length;
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
    if (kind !== K_VALUE && kind !== K_WORDS) return;
    const problem = this.content.append(bytes, from, to, literal);
    if (problem === 'too-long') throw this.opening.textTooLong(this.address(), this.content.length);
    if (problem !== null) throw this.broken('an unknown reference in a text');
  }

  close(): void {
    switch (this.kinds[this.depth]) {
      case K_VALUE:
        this.hasValue = this.content.length > 0 || this.type === T_TEXT;
        break;
      case K_CELL:
        this.endCell();
        break;
      case K_WORDS:
        if (this.keeps[this.depth] === 0) this.content.trim(this.runStart);
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

  private startRow(scanner: XmlScanner): void {
    let row = this.row + 1;
    let hidden = false;
    for (let index = 0; index < scanner.attributes; index++) {
      const name = scanner.attributeName[index];
      if (name === R) {
        row = wholeOf(scanner, index) - 1;
        if (row < 0) throw this.broken('a row without a number');
      } else if (name === HIDDEN) hidden = isOnText(scanner.attributeText(index));
    }
    if (row >= this.opening.limits.rows || ++this.rowsSeen > this.opening.limits.rows)
      throw this.opening.tooManyRows(this.sheet, Math.max(row + 1, this.rowsSeen));
    this.row = row;
    this.column = -1;
    if (hidden) this.view.hiddenRows.push(row);
    if (this.arrays.length > 0) this.arrays = this.arrays.filter((area) => area.bottom >= row);
  }

  private startCell(scanner: XmlScanner): void {
    this.type = T_NUMBER;
    this.style = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.column++;
    const { bytes, attributeName, attributeFrom, attributeTo } = scanner;
    for (let index = 0; index < scanner.attributes; index++) {
      const name = attributeName[index];
      if (name === R) this.place(scanner, index);
      else if (name === S) this.style = Math.max(0, wholeOf(scanner, index));
      else if (name === T) {
        const from = attributeFrom[index];
        // Nearly every cell says t="s" or nothing.
        this.type =
          attributeTo[index] - from === 1 && bytes[from] === 0x73
            ? T_SHARED
            : cellType(scanner.attributeText(index));
      }
    }
    if (this.column >= this.opening.limits.columns)
      throw this.opening.tooManyColumns(this.sheet, this.column + 1);
  }

  private place(scanner: XmlScanner, index: number): void {
    let address = packedAddress(scanner.bytes, scanner.attributeFrom[index], scanner.attributeTo[index]);
    if (address < 0 && scanner.attributeCoded[index] === 1) {
      const text = new TextEncoder().encode(scanner.attributeText(index));
      address = packedAddress(text, 0, text.length);
    }
    if (address < 0) throw this.broken(`a cell at "${scanner.attributeText(index).slice(0, 40)}"`);
    this.column = address & 0x7fff;
    const row = Math.floor(address / 0x8000);
    if (row >= this.opening.limits.rows) throw this.opening.tooManyRows(this.sheet, row + 1);
    this.row = row;
  }

  private startFormula(scanner: XmlScanner): void {
    this.hasFormula = true;
    if (scanner.attributes === 0) return;
    const type = valueOf(scanner, T);
    if (type !== 'array' && type !== 'dataTable') return;
    const area = parseArea(valueOf(scanner, REF));
    if (area === null || (area.top === area.bottom && area.left === area.right)) return;
    if (this.arrays.length < MOST_ARRAYS) this.arrays.push(area);
  }

  private endCell(): void {
    const formula = this.hasFormula || (this.arrays.length > 0 && this.inArray());
    if (!this.hasValue) {
      if (this.hasFormula) this.put(ERROR | FORMULA, this.book.errors.index('#UNSTORED!'));
      return;
    }
    const flag = formula ? FORMULA : 0;
    const { bytes, length } = this.content;
    switch (this.type) {
      case T_SHARED: {
        const index = wholeNumber(bytes, 0, length);
        if (index < 0 || index >= this.book.sharedTexts)
          throw this.broken(
            `cell ${this.address()} points at text "${this.contentText().slice(0, 40)}" of ${grouped(this.book.sharedTexts)}`,
          );
        this.put(TEXT | flag, index);
        return;
      }
      case T_NUMBER: {
        const value = plainNumber(bytes, 0, length, false);
        if (value === value) this.put(NUMBER | flag, value);
        else this.putOddNumber(flag);
        return;
      }
      case T_TEXT:
      case T_INLINE:
        this.put(TEXT | flag, this.contentIndex(true));
        return;
      case T_BOOLEAN:
        this.put(BOOLEAN | flag, isOnText(this.contentText().trim().toLowerCase()) ? 1 : 0);
        return;
      case T_ERROR:
        this.put(ERROR | flag, this.book.errors.index(this.contentText().trim()));
        return;
      case T_DATE:
        this.putDate(flag);
    }
  }

  /** A number with spaces around it, or with a plus or a bare point: XML Schema allows them. The rest stays text. */
  private putOddNumber(flag: number): void {
    const text = this.contentText().trim();
    const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) this.put(NUMBER | flag, value);
    else this.put(TEXT | flag, this.contentIndex(false));
  }

  private putDate(flag: number): void {
    const serial = serialOfIso(this.contentText(), this.book.date1904);
    if (Number.isNaN(serial)) {
      this.put(TEXT | flag, this.contentIndex(false));
      return;
    }
    const format = this.format();
    this.columns.set(this.row, this.column, NUMBER | flag, serial, format === GENERAL ? ISO_DATE : format);
  }

  private put(tag: number, value: number): void {
    this.columns.set(this.row, this.column, tag, value, this.format());
  }

  private format(): number {
    const { formatOfStyle } = this.book;
    return this.style < formatOfStyle.length ? formatOfStyle[this.style] : GENERAL;
  }

  private inArray(): boolean {
    for (const { top, left, bottom, right } of this.arrays)
      if (this.row >= top && this.row <= bottom && this.column >= left && this.column <= right) return true;
    return false;
  }

  private contentText(): string {
    return this.utf8(() => this.book.texts.decode(this.content.bytes, 0, this.content.length));
  }

  private contentIndex(escapes: boolean): number {
    return this.utf8(() => this.book.texts.intern(this.content.bytes, 0, this.content.length, escapes));
  }

  /** NotUtf8 becomes a sentence about this part. */
  private utf8<Result>(decode: () => Result): Result {
    try {
      return decode();
    } catch (error) {
      throw error instanceof NotUtf8 ? this.broken('bytes that are not utf-8') : error;
    }
  }

  private address(): string {
    return cellAddress(this.sheet, Math.max(0, this.row), Math.max(0, this.column));
  }

  private broken(reason: string): Error {
    return this.opening.broken(this.part, reason);
  }
}
