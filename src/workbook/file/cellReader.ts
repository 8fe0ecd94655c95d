/**
 * Rows and cells of one sheet part, as their elements open and close -> columns.
 *
 * One cell in the making at a time: where it stands, its type, its style, the bytes of its content. Rows and cells
 * without an address follow the one before. A formula gives its stored value; one that was never calculated gives
 * '#UNSTORED!', because nothing is evaluated here. No object per cell, and no string for a number.
 */
import type { Area } from '../../engine/index';
import { cellAddress, parseArea } from '../../engine/index';
import type { BookParts } from './bookParts';
import {
  cellKey,
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
import type { SheetFormulas } from './sheetFormulas';
import { isOnText, valueOf, wholeOf } from './sheetView';
import { GENERAL, ISO_DATE } from './styles';
import { TextBuffer, type TextProblem } from './textBuffer';
import { NotUtf8 } from './texts';
import { nameHash, type XmlScanner } from './xmlScanner';

// Names of attributes.
const R = nameHash('r');
const S = nameHash('s');
const T = nameHash('t');
const REF = nameHash('ref');
const SI = nameHash('si');
const CM = nameHash('cm');
const HIDDEN = nameHash('hidden');

/** Array formulas that may lie over one row; more are marked at their first cell only. */
const MOST_ARRAYS = 64;

/** An entry of a map. */
const EMPTY_FORMAT_COST = 48;
const PLAIN_FORMULA = { type: '', group: -1, area: null, spills: false };

export class CellReader {
  private readonly content: TextBuffer;
  private runStart = 0;
  private rowsSeen = 0;
  private row = -1;
  private column = -1;
  private type = T_NUMBER;
  private style = 0;
  private hasValue = false;
  private hasFormula = false;
  /** Whether the cell has metadata, which is how dynamic arrays are told from fixed ones. */
  private hasMetadata = false;
  private arrays: Area[] = [];

  constructor(
    private readonly sheet: string,
    private readonly part: string,
    private readonly columns: Columns,
    /** Rows hidden by hand are added to it. */
    private readonly hiddenRows: number[],
    private readonly formulas: SheetFormulas | null,
    /** Index of the format of each empty cell that has one, by `cellKey`; null: they are not kept. */
    private readonly emptyFormats: Map<number, number> | null,
    private readonly book: BookParts,
    private readonly opening: Opening,
  ) {
    this.content = new TextBuffer(opening.limits.cellText);
  }

  startValue(): void {
    this.content.clear();
  }

  endValue(): void {
    this.hasValue = this.content.length > 0 || this.type === T_TEXT;
  }

  startInline(): void {
    this.content.clear();
    this.hasValue = true;
  }

  /** A run of words of an inline text; the spaces around it go unless `keepsSpace`. */
  startWords(): void {
    this.runStart = this.content.length;
  }

  endWords(keepsSpace: boolean): void {
    if (!keepsSpace) this.content.trim(this.runStart);
  }

  append(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    this.appended(this.content.append(bytes, from, to, literal), this.content);
  }

  private appended(problem: TextProblem | null, content: TextBuffer): void {
    if (problem === 'too-long') throw this.opening.textTooLong(this.address(), content.length);
    if (problem !== null) throw this.broken('an unknown reference in a text');
  }

  startRow(scanner: XmlScanner): void {
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
    if (hidden) this.hiddenRows.push(row);
    if (this.arrays.length > 0) this.arrays = this.arrays.filter((area) => area.bottom >= row);
  }

  startCell(scanner: XmlScanner): void {
    this.type = T_NUMBER;
    this.style = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.hasMetadata = false;
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
      } else if (name === CM) this.hasMetadata = true;
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

  startFormula(scanner: XmlScanner): void {
    this.hasFormula = true;
    if (scanner.attributes === 0) {
      this.formulas?.start(PLAIN_FORMULA);
      return;
    }
    const type = valueOf(scanner, T);
    this.formulas?.start({
      type,
      group: Number(/^\d{1,9}$/.exec(valueOf(scanner, SI)) ?? -1),
      area: type === 'array' ? parseArea(valueOf(scanner, REF)) : null,
      spills: this.hasMetadata,
    });
    if (type !== 'array' && type !== 'dataTable') return;
    const area = parseArea(valueOf(scanner, REF));
    if (area === null || (area.top === area.bottom && area.left === area.right)) return;
    if (this.arrays.length < MOST_ARRAYS) this.arrays.push(area);
  }

  appendFormula(bytes: Uint8Array, from: number, to: number, literal: boolean): void {
    if (this.formulas !== null)
      this.appended(this.formulas.append(bytes, from, to, literal), this.formulas.content);
  }

  endFormula(): void {
    const { formulas } = this;
    if (formulas === null) return;
    const { bytes, length } = formulas.content;
    const text = this.utf8(() => this.book.texts.decode(bytes, 0, length));
    formulas.end(this.row, this.column, text);
  }

  endCell(): void {
    const formula = this.hasFormula || (this.arrays.length > 0 && this.inArray());
    if (!this.hasValue) {
      if (this.hasFormula) this.put(ERROR | FORMULA, this.book.errors.index('#UNSTORED!'));
      else if (this.emptyFormats !== null) this.keepFormat(this.emptyFormats);
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

  private keepFormat(formats: Map<number, number>): void {
    const format = this.format();
    if (format === GENERAL) return;
    this.opening.countCellBytes(EMPTY_FORMAT_COST);
    formats.set(cellKey(this.row, this.column), format);
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
