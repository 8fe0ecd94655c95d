/**
 * Text with delimiters (CSV, TSV) as a Book of one sheet, streamed into columns.
 *
 * RFC 4180 quotes, any mix of line ends. A field that looks like a plain number (1250, -3.5, 1e3) becomes one, quoted or
 * not; anything that a person would have to interpret (007, 1,250, 1.234,56, more digits than a double holds) stays the
 * text that it is, for the ledger to judge. Empty fields are empty cells. Linear in the bytes.
 */
import type { Book } from '../../engine/index';
import { plainSheet } from '../../engine/index';
import { columnGrid } from './columnGrid';
import { Columns, NUMBER, TEXT } from './columns';
import { sniffDelimiter, textEncoding, type Encoding } from './csvText';
import { plainNumber } from './numbers';
import type { Opening } from './opening';
import type { ByteSource } from './source';
import { TextBuffer } from './textBuffer';
import { Texts } from './texts';

const READ_SIZE = 64 * 1024;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

export async function openCsv(
  source: ByteSource,
  head: Uint8Array,
  delimiter: string | undefined,
  opening: Opening,
): Promise<Book> {
  if (
    delimiter !== undefined &&
    !(delimiter.length === 1 && delimiter < '\x80' && !/["\r\n]/.test(delimiter))
  )
    throw new RangeError(`A delimiter is one plain character, not "${delimiter}".`);
  const encoding = await textEncoding(source, head, () => opening.check());
  if (encoding.note !== null) opening.note(encoding.note);
  const sample = new TextDecoder(encoding.label).decode(head.subarray(encoding.mark));
  const sniffed = sniffDelimiter(sample);
  const sheet = sheetName(opening.name);
  const columns = new Columns(opening);
  const texts = new Texts(opening);
  const chosen = delimiter ?? (sniffed.delimiter < '\x80' ? sniffed.delimiter : ',');
  const reader = new CsvReader(chosen.charCodeAt(0), sniffed.directive, sheet, columns, texts, opening);
  opening.expect(source.size);
  for await (const chunk of csvChunks(source, encoding, opening)) reader.write(chunk);
  reader.finish();
  const grid = columnGrid(sheet, columns, texts.strings, [], opening);
  return {
    name: opening.name,
    sheets: [plainSheet(sheet, grid)],
    tables: [],
    date1904: false,
    notes: opening.notes,
  };
}

/** 'C:\\files\\deals 2025.csv' -> 'deals 2025' */
function sheetName(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** The file as UTF-8. */
async function* csvChunks(
  source: ByteSource,
  encoding: Encoding,
  opening: Opening,
): AsyncGenerator<Uint8Array> {
  const decoder = encoding.cleanUtf8 ? null : new TextDecoder(encoding.label);
  const encoder = new TextEncoder();
  opening.advance(encoding.mark);
  for (let at = encoding.mark; at < source.size; at += READ_SIZE) {
    opening.check();
    const bytes = await source.read(at, READ_SIZE);
    opening.advance(bytes.length);
    yield decoder === null ? bytes : encoder.encode(decoder.decode(bytes, { stream: true }));
  }
  if (decoder !== null) yield encoder.encode(decoder.decode());
}

/** Where a reader is within a field. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const QUOTE_IN_QUOTED = 3;

class CsvReader {
  private state = START;
  private row = 0;
  private column = 0;
  private afterCr = false;
  private quoteRow = 0;
  /** What of the current field came in chunks before this one, or was in quotes. */
  private readonly field: TextBuffer;

  constructor(
    private readonly delimiter: number,
    private skipFirst: boolean,
    private readonly sheet: string,
    private readonly columns: Columns,
    private readonly texts: Texts,
    private readonly opening: Opening,
  ) {
    this.field = new TextBuffer(opening.limits.cellText);
  }

  write(bytes: Uint8Array): void {
    const { delimiter } = this;
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      if (this.state === QUOTED) {
        const from = at;
        while (at < end && bytes[at] !== QUOTE) at++;
        this.append(bytes, from, at);
        if (at < end) {
          this.state = QUOTE_IN_QUOTED;
          at++;
        }
        continue;
      }
      const byte = bytes[at];
      if (this.state === QUOTE_IN_QUOTED) {
        if (byte === QUOTE) {
          this.append(bytes, at, at + 1);
          this.state = QUOTED;
          at++;
          continue;
        }
        // Text after the closing quote breaks the rules; it is kept as it stands.
        this.state = PLAIN;
      }
      if (this.state === START) {
        if (this.afterCr) {
          this.afterCr = false;
          if (byte === LF) {
            at++;
            continue;
          }
        }
        if (byte === QUOTE) {
          this.state = QUOTED;
          this.quoteRow = this.row;
          at++;
          continue;
        }
        this.state = PLAIN;
      }
      const from = at;
      let stop = byte;
      while (stop !== delimiter && stop !== LF && stop !== CR && at < end) stop = bytes[++at];
      if (at === end) {
        this.append(bytes, from, end);
        return;
      }
      if (this.field.length === 0) this.emit(bytes, from, at);
      else {
        this.append(bytes, from, at);
        this.emit(this.field.bytes, 0, this.field.length);
        this.field.clear();
      }
      at++;
      this.state = START;
      if (stop === delimiter) this.column++;
      else {
        this.afterCr = stop === CR;
        this.endRow();
      }
    }
  }

  finish(): void {
    if (this.state === QUOTED)
      throw this.opening.refuse(
        'quote-open',
        `cannot be read: a quotation mark in row ${this.quoteRow + 1} is never closed. Close it, or double it if it is part of the text.`,
      );
    if (this.field.length > 0) this.emit(this.field.bytes, 0, this.field.length);
  }

  private append(bytes: Uint8Array, from: number, to: number): void {
    if (!this.field.appendPlain(bytes, from, to))
      throw this.opening.textTooLong(`row ${this.row + 1}`, this.field.length + to - from);
  }

  private endRow(): void {
    if (this.skipFirst) this.skipFirst = false;
    else this.row++;
    this.column = 0;
  }

  private emit(bytes: Uint8Array, from: number, to: number): void {
    if (from === to || this.skipFirst) return;
    const { row, column, opening } = this;
    if (row >= opening.limits.rows) throw opening.tooManyRows(this.sheet, row + 1);
    if (column >= opening.limits.columns) throw opening.tooManyColumns(this.sheet, column + 1);
    if (to - from > opening.limits.cellText) throw opening.textTooLong(`row ${row + 1}`, to - from);
    const first = bytes[from];
    // Only a digit or a minus can begin a plain number.
    const value = first <= 0x39 && first >= 0x2d ? plainNumber(bytes, from, to, true) : NaN;
    if (value === value) this.columns.set(row, column, NUMBER, value, 0);
    else this.columns.set(row, column, TEXT, this.texts.intern(bytes, from, to, false), 0);
  }
}
