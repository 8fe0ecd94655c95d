/** One file while it is being opened: its name, its limits, and what has been spent of them. */
import type { Limits } from './limits';
import { FileRefused, type RefusalCode } from './refusal';
import type { Inflate } from './source';

/** 1048576 -> '1,048,576' */
export function grouped(value: number): string {
  return Math.ceil(value).toLocaleString('en-US');
}

/** Enough for any honest file; a hostile one could have a million. */
const MOST_NOTES = 50;

export class Opening {
  /** Bytes of parts and texts that are held in memory. */
  private held = 0;
  private cells = 0;
  private cellBytes = 0;
  private done = 0;
  private total = 0;
  private readonly kept: string[] = [];
  private moreNotes = 0;

  constructor(
    readonly name: string,
    readonly limits: Limits,
    readonly inflate: Inflate,
    private readonly report: ((done: number, total: number) => void) | undefined,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Adds what the user should know though the file was opened. */
  note(sentence: string): void {
    if (this.kept.length < MOST_NOTES) this.kept.push(sentence);
    else this.moreNotes++;
  }

  /** For Book.notes. */
  get notes(): readonly string[] {
    return this.moreNotes === 0
      ? this.kept
      : [...this.kept, `There is more of this kind, not listed here: ${grouped(this.moreNotes)}.`];
  }

  /** `"deals.xlsx" is ...` */
  refuse(code: RefusalCode, predicate: string): FileRefused {
    return new FileRefused(code, `"${this.name}" ${predicate}`);
  }

  /** `"deals.xlsx" holds 1,204 parts, more than the limit of 1,000. ...` */
  over(code: RefusalCode, holds: string, limit: keyof Limits): FileRefused {
    return this.refuse(
      code,
      `${holds}, more than the limit of ${grouped(this.limits[limit])}. ` +
        `If you trust where the file comes from, open it again with a higher limit "${limit}".`,
    );
  }

  broken(part: string, reason: string): FileRefused {
    return this.refuse(
      'xml-broken',
      `cannot be read: its part "${part}" is damaged (${reason}). Open it in Excel and save it again, or ask for a fresh copy.`,
    );
  }

  doctype(part: string): FileRefused {
    return this.refuse(
      'doctype',
      `was refused: its part "${part}" has a document type declaration (DOCTYPE), which no workbook needs and attacks use. ` +
        'Open it in Excel and save it again if you trust where it comes from.',
    );
  }

  tooDeep(part: string, depth: number): FileRefused {
    return this.over('nesting', `nests ${grouped(depth)} elements in its part "${part}"`, 'nesting');
  }

  tooMuchMarkup(part: string, bytes: number): FileRefused {
    return this.over(
      'markup-too-long',
      `has ${grouped(bytes)} bytes without a break in its part "${part}"`,
      'markupBytes',
    );
  }

  /** Counts bytes that stay in memory. */
  hold(bytes: number): void {
    this.held += bytes;
    if (this.held > this.limits.unpackedBytes)
      throw this.over('unpacked-too-large', `unpacks to ${grouped(this.held)} bytes`, 'unpackedBytes');
  }

  /** Gives back what `hold` counted, when a part is let go after reading. */
  letGo(bytes: number): void {
    this.held -= bytes;
  }

  countCell(): void {
    if (++this.cells > this.limits.cells)
      throw this.over('too-many-cells', `has ${grouped(this.cells)} cells with a value`, 'cells');
  }

  countCellBytes(bytes: number): void {
    this.cellBytes += bytes;
    if (this.cellBytes > this.limits.cellBytes)
      throw this.over(
        'too-many-cells',
        `needs ${grouped(this.cellBytes)} bytes of memory for its cells`,
        'cellBytes',
      );
  }

  tooManyRows(sheet: string, row: number): FileRefused {
    return this.over('too-many-rows', `has a row ${grouped(row)} in "${sheet}"`, 'rows');
  }

  tooManyColumns(sheet: string, column: number): FileRefused {
    return this.over('too-many-columns', `has a column ${grouped(column)} in "${sheet}"`, 'columns');
  }

  textTooLong(where: string, bytes: number): FileRefused {
    return this.over(
      'text-too-long',
      `has ${grouped(bytes)} bytes of text in one cell (${where})`,
      'cellText',
    );
  }

  /** How many bytes there are to read in all; from here on progress is reported. */
  expect(total: number): void {
    this.done = 0;
    this.total = total;
  }

  advance(bytes: number): void {
    this.done += bytes;
    if (this.report !== undefined && this.total > 0) this.report(Math.min(this.done, this.total), this.total);
  }

  /** Throws the signal's reason once the user has changed their mind. */
  check(): void {
    this.signal?.throwIfAborted();
  }
}
