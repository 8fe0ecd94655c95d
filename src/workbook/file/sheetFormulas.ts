/**
 * The texts of a sheet's formulas, kept only for whoever asks for them (OpenOptions.formulas).
 *
 * A shared formula is kept once and moved to a cell when that cell is asked about, so that a column of a million of them
 * costs one text. What is kept counts against the limits: the texts as held bytes, the places as bytes of cells.
 */
import type { Area, CellFormula } from '../../engine/index';
import { cellKey } from './cells';
import { formulaFromFile } from './formula/fromFile';
import { shiftFormula } from './formula/shift';
import { grouped, type Opening } from './opening';
import { TextBuffer, type TextProblem } from './textBuffer';

/** What one formula costs beside its text: an entry of a map. */
const ENTRY_COST = 48;

/** The first cell of a group, whose text all others share. The text is null as long as only others have been seen. */
interface Group {
  text: string | null;
  row: number;
  column: number;
}

/** What <f> says of itself. */
export interface FormulaKind {
  readonly type: string;
  /** Number of the shared group; -1 for none. */
  readonly group: number;
  /** The cells of an array formula. */
  readonly area: Area | null;
  readonly spills: boolean;
}

export class SheetFormulas {
  readonly content: TextBuffer;
  private kind: FormulaKind = { type: '', group: -1, area: null, spills: false };
  private readonly texts = new Map<number, string>();
  private readonly groups = new Map<number, Group>();
  private readonly shared = new Map<number, Group>();
  private readonly arrays = new Map<number, { readonly area: Area; readonly spills: boolean }>();
  private dataTables = 0;

  constructor(
    private readonly sheet: string,
    private readonly opening: Opening,
  ) {
    this.content = new TextBuffer(opening.limits.cellText);
  }

  start(kind: FormulaKind): void {
    this.kind = kind;
    this.content.clear();
  }

  append(bytes: Uint8Array, from: number, to: number, literal: boolean): TextProblem | null {
    return this.content.append(bytes, from, to, literal);
  }

  /** `text` is the content, decoded by whoever knows the part. */
  end(row: number, column: number, text: string): void {
    const { type, group, area, spills } = this.kind;
    const key = cellKey(row, column);
    if (type === 'dataTable') {
      this.dataTables++;
      return;
    }
    this.opening.countCellBytes(ENTRY_COST);
    const own = text.trim().replace(/^=/, '');
    if (own !== '') this.opening.hold(own.length);
    if (type === 'shared' && group >= 0) this.shared.set(key, this.groupOf(group, own, row, column));
    else if (own !== '') this.texts.set(key, own);
    if (type === 'array' && area !== null) this.arrays.set(key, { area, spills });
  }

  /** To be called after the end of the sheet. */
  finish(): void {
    if (this.dataTables > 0)
      this.opening.note(
        `What-if data tables of "${this.sheet}" are kept as the values stored for them: ${grouped(this.dataTables)}.`,
      );
  }

  /** The formula of a cell; null where there is none. Linear in its length. */
  at(row: number, column: number): CellFormula | null {
    const key = cellKey(row, column);
    const group = this.shared.get(key);
    const text =
      group === undefined
        ? this.texts.get(key)
        : group.text === null
          ? undefined
          : shiftFormula(group.text, row - group.row, column - group.column);
    if (text === undefined) return null;
    const array = this.arrays.get(key);
    return { text: formulaFromFile(text), array: array?.area ?? null, spills: array?.spills ?? false };
  }

  /** A second text for one number starts a group of its own: writers differ in whether they count on. */
  private groupOf(number: number, text: string, row: number, column: number): Group {
    const known = this.groups.get(number);
    if (known !== undefined && (text === '' || known.text === null)) {
      if (text !== '') Object.assign(known, { text, row, column });
      return known;
    }
    const group = { text: text === '' ? null : text, row, column };
    this.groups.set(number, group);
    return group;
  }
}
