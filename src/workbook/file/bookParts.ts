/** What the sheets of one book share while they are read: texts, errors, formats. */
import type { CellError } from '../../engine/index';
import type { Texts } from './texts';

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
  /** Whether the texts of formulas are kept. */
  readonly formulas: boolean;
  /** Whether the number formats of empty cells are kept. */
  readonly emptyFormats: boolean;
}
