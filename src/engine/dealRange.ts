/**
 * A range of deals as a formula is given it: bare values, every row of which has to be usable. Commands ask here before they
 * write formulas, and the formulas when they are calculated, so that nothing is promised that is then refused.
 */
import { cellAddress } from './address';
import { withoutZeroBlanks } from './blanks';
import { gridOf, plainSheet, type Cell, type Sheet } from './book';
import { readDealSheet, type DealSheet } from './dealSheet';
import { say, telling, type Sentences } from './sentence';

export interface RangeOfCells {
  /** Name of the sheet. */
  readonly name: string;
  /** Absolute place of the first cell. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
}

export type DealRangeOutcome =
  | { readonly ok: true; readonly sheet: DealSheet }
  /** In whole sentences. */
  | { readonly ok: false; readonly message: string };

/** `aliases`: spelling -> party. `sentences`: the language of what is wrong, English otherwise. */
export function readDealRange(
  range: RangeOfCells,
  aliases?: ReadonlyMap<string, string>,
  sentences: Sentences = {},
): DealRangeOutcome {
  const tell = telling(sentences);
  const outcome = readDealSheet(rangeSheet(range), aliases, tell);
  if (!outcome.ok) return { ok: false, message: outcome.refusal.message };
  const { sheet } = outcome;
  const [fault, ...others] = sheet.faults;
  if (fault !== undefined) {
    const more = others.length;
    const message =
      more === 0
        ? fault.message
        : more === 1
          ? say`${fault.message} 1 more row cannot be used either.`
          : say`${fault.message} ${more} more rows cannot be used either.`;
    return { ok: false, message: tell(message) };
  }
  if (!sheet.isGuessed) return { ok: true, sheet };
  const corner = cellAddress(range.name, range.top, range.left);
  const message = say`Without headings it cannot be told who pays whom: include the heading row (${corner}).`;
  return { ok: false, message: tell(message) };
}

/** The cells as a sheet of their own, blanks as blanks whatever the host writes for them. */
export function rangeSheet({ name, top, left, rows }: RangeOfCells): Sheet {
  return plainSheet(name, gridOf(withoutZeroBlanks(rows), top, left));
}
